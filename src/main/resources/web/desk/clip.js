/** `<ramah-clip>`: the paper clip beside a reply. `dropped` and `pasted` are the other two ways for files to come in. */
import { LitElement, html } from 'lit'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { TAKEN, files } from './files.js'

class RamahClip extends LitElement {
  static properties = { conversation: {} }
  static styles = [base]

  render() {
    return html`<button class="button quiet icon-only" type="button" title=${t('Send a picture or a PDF')} aria-label=${t('Send a picture or a PDF')}
        @click=${() => this.renderRoot.querySelector('input').click()}>${icons.clip}</button>
      <input type="file" accept=${TAKEN} multiple hidden tabindex="-1" aria-hidden="true" @change=${this.#chosen}>`
  }

  #chosen = event => {
    add(this.conversation, event.target.files)
    // The same file may be chosen again.
    event.target.value = ''
  }
}

/** What hangs over the text may be let go there. */
export function over(event) {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
}

export const dropped = (event, conversation) => take(event, event.dataTransfer, conversation)

export const pasted = (event, conversation) => take(event, event.clipboardData, conversation)

/** Files are sent; words go on to where they were meant. */
function take(event, from, conversation) {
  if (!from?.files.length) return
  event.preventDefault()
  add(conversation, from.files)
}

function add(conversation, list) {
  for (const file of list) files.send(conversation, file)
}

customElements.define('ramah-clip', RamahClip)
