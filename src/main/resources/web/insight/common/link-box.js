import { LitElement, css, html } from 'lit'
import { base } from '../../shared/base.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'

/** `<ramah-link-box link="…">`: a one-time link to hand over. Shown once, so copying must be easy. */
class LinkBox extends LitElement {
  static properties = { link: {}, copied: { state: true } }

  static styles = [base, css`
    div { display: flex; gap: var(--r-2); }
    .input { font-family: var(--r-mono); font-size: var(--r-text-s); }
  `]

  constructor() {
    super()
    this.copied = false
  }

  willUpdate(changed) {
    if (changed.has('link')) this.copied = false
  }

  render() {
    return html`
      <div>
        <input class="input" readonly aria-label=${t('One-time link')} .value=${this.link ?? ''} @focus=${(event) => event.target.select()}>
        <button class="button primary" type="button" @click=${this.#copy}>${this.copied ? t('Copied') : t('Copy')}</button>
      </div>`
  }

  /** Without leave for the clipboard (plain http) the text is selected, ready for the keyboard. */
  #copy = async () => {
    const input = this.renderRoot.querySelector('input')
    input.select()
    try {
      await navigator.clipboard.writeText(this.link)
    } catch {
      if (!document.execCommand('copy')) return
    }
    this.copied = true
    announce(t('The link is copied.'))
  }
}

customElements.define('ramah-link-box', LinkBox)
