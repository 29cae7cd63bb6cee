import { LitElement, css, html } from 'lit'
import { continues, isWords, lineEntry, wordsEntry } from '../../desk/entries.js'
import { transcriptLook } from '../../desk/transcript-look.js'
import { base } from '../../shared/base.js'
import { day } from '../../shared/format.js'
import { t } from '../../shared/words.js'

/** `<ramah-told .entries .language>`: a whole conversation, to be read and not written in. */
class Told extends LitElement {
  static properties = { entries: { attribute: false }, language: {} }

  static styles = [base, transcriptLook, css`
    :host { display: block; }
    .scroll { max-height: 460px; padding: var(--r-3) var(--r-4); border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-bg); }
    .scroll:focus-visible { outline-offset: 0; }
    @media print { .scroll { max-height: none; } }
  `]

  updated(changed) {
    if (!changed.has('entries')) return
    const scroll = this.renderRoot.querySelector('.scroll')
    scroll.scrollTop = scroll.scrollHeight
  }

  render() {
    const thumbs = new Map(this.entries.filter((each) => each.kind === 'thumbed').map((each) => [each.target, each.up]))
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${t('The whole conversation')}>
        <div class="log">${this.#episodes().map((episode) => html`
          <h3 class="divider">${day(episode[0].at)}</h3>
          <ol>${episode.map((entry, index) => this.#entry(entry, episode[index - 1], thumbs))}</ol>`)}</div>
      </div>`
  }

  #episodes() {
    const groups = []
    for (const entry of this.entries) {
      if (!groups.length || entry.kind === 'reopened') groups.push([])
      groups.at(-1).push(entry)
    }
    return groups
  }

  #entry(entry, before, thumbs) {
    const how = { mine: false, language: this.language }
    return isWords(entry)
      ? wordsEntry(entry, { ...how, joined: continues(entry, before), thumb: thumbs.get(entry.seq) })
      : lineEntry(entry, how)
  }
}

customElements.define('ramah-told', Told)
