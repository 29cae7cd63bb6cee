/**
 * `<ramah-emoji>`: a button and the emoji behind it. Arrows walk the grid, letters narrow it, Enter takes one,
 * Escape closes. Event: `choose` with the emoji.
 */
import { LitElement, css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { language, t } from '../shared/words.js'
import { emoji, emojiNamed } from './emoji.js'

const COLUMNS = 9

/** The English names come first, the Indonesian ones last. */
const called = ({ names }) => (language === 'id' ? names.at(-1) : names[0])

class RamahEmoji extends LitElement {
  static properties = { open: { state: true }, words: { state: true } }
  static styles = [base, css`
    :host { position: relative; }
    .panel { position: absolute; inset-inline-start: 0; bottom: calc(100% + 6px); z-index: 16; display: grid; gap: var(--r-2); width: min(372px, calc(100vw - 48px)); padding: var(--r-2);
      border: 1px solid var(--r-line-strong); border-radius: var(--r-radius); background: var(--r-surface); box-shadow: var(--r-shadow); }
    .grid { display: grid; grid-template-columns: repeat(9, 1fr); max-height: 200px; overflow-y: auto; }
    .grid button { min-width: 0; aspect-ratio: 1; padding: 0; border: 0; border-radius: var(--r-radius-s); background: none; font-size: 1.25rem; line-height: 1; }
    .grid button:hover, .grid button:focus-visible { background: var(--r-accent-soft); }
  `]

  constructor() {
    super()
    this.open = false
    this.words = ''
  }

  render() {
    return html`<button class="button quiet icon-only" type="button" aria-expanded=${this.open} aria-label=${t('Emoji')} title=${t('Emoji')} @click=${this.#toggle}>${icons.smile}</button>
      ${this.open ? this.#panel() : nothing}`
  }

  #panel() {
    const found = this.words ? emojiNamed(this.words) : emoji
    return html`<div class="panel" role="group" aria-label=${t('Emoji')} @keydown=${this.#keydown} @focusout=${this.#left}>
      <input class="input" type="search" autocomplete="off" aria-label=${t('Find an emoji')} placeholder=${t('Find an emoji')} .value=${this.words} @input=${event => (this.words = event.target.value)}>
      <div class="grid">${found.map((each, index) => html`<button type="button" tabindex=${index === 0 ? 0 : -1} aria-label=${called(each)} title=${called(each)} @click=${() => this.#choose(each.emoji)}>${each.emoji}</button>`)}</div>
    </div>`
  }

  #toggle = async () => {
    this.open = !this.open
    this.words = ''
    await this.updateComplete
    this.renderRoot.querySelector('input')?.focus()
  }

  #choose(sign) {
    this.open = false
    this.dispatchEvent(new CustomEvent('choose', { detail: sign }))
  }

  #keydown = event => {
    event.stopPropagation()
    const all = [...this.renderRoot.querySelectorAll('.grid button')]
    const at = all.indexOf(this.renderRoot.activeElement)
    if (event.key === 'Escape') {
      event.preventDefault()
      this.open = false
      this.renderRoot.querySelector('button').focus()
    } else if (event.key === 'Enter' && at < 0) {
      // Enter in the field takes the first that fits, and must not send the message around it.
      event.preventDefault()
      all[0]?.click()
    } else {
      const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key]
      if (!step || (at < 0 && event.key !== 'ArrowDown')) return
      event.preventDefault()
      const to = at < 0 ? 0 : at + step
      to < 0 ? this.renderRoot.querySelector('input').focus() : all[Math.min(all.length - 1, to)]?.focus()
    }
  }

  /** The focus went elsewhere: nobody looks at it any more. */
  #left = event => {
    if (event.relatedTarget && !this.renderRoot.contains(event.relatedTarget)) this.open = false
  }
}

customElements.define('ramah-emoji', RamahEmoji)
