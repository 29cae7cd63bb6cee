/**
 * `<ramah-palette>`: everything that can be done at the desk, by its name. Ctrl or Cmd and K opens it anywhere,
 * also while writing; letters narrow it, arrows choose, Enter does it and Escape leaves everything as it was.
 */
import { css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { Dialog, look } from './dialogs.js'
import { everything, fitting } from './palette-items.js'

const SHOWN = 50

class RamahPalette extends Dialog {
  static properties = { words: { state: true }, items: { state: true }, active: { state: true } }
  static styles = [base, look, css`
    dialog { width: min(620px, calc(100vw - 24px)); max-height: min(560px, calc(100dvh - 96px)); margin-top: 72px; padding: 0; overflow: hidden; }
    dialog[open] { display: grid; grid-template-rows: auto 1fr auto; }
    .find { display: flex; align-items: center; gap: var(--r-2); padding: var(--r-2) var(--r-4); border-bottom: 1px solid var(--r-line); color: var(--r-ink-3); }
    .find input { min-height: 44px; padding: 0; border: 0; background: none; font-size: var(--r-text-l); }
    .find input:focus-visible { outline: none; }
    [role="listbox"] { overflow-y: auto; padding: var(--r-2); }
    [role="presentation"] { padding: var(--r-2) var(--r-2) 2px; color: var(--r-ink-3); font-size: 0.75rem; font-weight: 600; }
    [role="option"] { display: flex; align-items: baseline; gap: var(--r-3); min-height: 36px; padding: var(--r-2); border-radius: var(--r-radius-s); cursor: pointer; font-size: var(--r-text-s); }
    [role="option"]:hover { background: var(--r-sunken); }
    [aria-selected="true"], [aria-selected="true"]:hover { background: var(--r-accent-soft); }
    [role="option"] strong { flex: none; max-width: 70%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .what { flex: 1; min-width: 0; overflow: hidden; color: var(--r-ink-2); text-overflow: ellipsis; white-space: nowrap; }
    [aria-selected="true"] .what { color: var(--r-ink); }
    kbd, .chip { flex: none; }
    .none { padding: var(--r-5); color: var(--r-ink-2); text-align: center; }
    .foot { padding: var(--r-2) var(--r-4); border-top: 1px solid var(--r-line); }
    @media (max-width: 760px) { dialog { margin-top: 12px; } .foot { display: none; } }
  `]

  #asked = 0

  constructor() {
    super()
    this.words = ''
    this.items = []
    this.active = 0
  }

  /** @param words what to look for to begin with */
  show(words = '') {
    if (this.dialog.open) return this.close()
    this.words = words
    this.items = []
    this.active = 0
    this.dialog.showModal()
    const asked = ++this.#asked
    const parts = everything()
    const known = parts.map(() => [])
    parts.forEach((part, index) => part.then(items => {
      if (asked !== this.#asked) return
      known[index] = items
      this.items = known.flat()
    }))
    this.updateComplete.then(() => this.renderRoot.querySelector('input').focus())
  }

  get #found() {
    return fitting(this.items, this.words).slice(0, SHOWN)
  }

  render() {
    const found = this.#found
    const active = found[this.active] ? `item-${this.active}` : nothing
    return html`<dialog aria-label=${t('Everything you can do')} @click=${this.backdrop} @keydown=${this.#keydown}>
      <div class="find">${icons.search}<input class="input" type="text" role="combobox" autocomplete="off" spellcheck="false" aria-label=${t('Everything you can do')}
        aria-expanded="true" aria-controls="found" aria-activedescendant=${active} placeholder=${t('What do you want to do?')} .value=${this.words} @input=${this.#input}></div>
      <div id="found" role="listbox" aria-label=${t('Everything you can do')}>
        ${found.map((item, index) => this.#item(item, index, found[index - 1]?.group))}
        ${found.length === 0 ? html`<div class="none" role="option" aria-selected="false" aria-disabled="true">${t('Nothing is called that.')}</div>` : nothing}
      </div>
      <div class="foot hint">${t('Arrows choose, Enter does it, Escape closes')}</div>
    </dialog>`
  }

  #item(item, index, groupBefore) {
    return html`${item.group === groupBefore ? nothing : html`<div role="presentation">${item.group}</div>`}
      <div role="option" id=${`item-${index}`} aria-selected=${index === this.active} @click=${() => this.#do(item)}>
        <strong>${item.name}</strong><span class="what">${item.detail ?? ''}</span>${item.chip ? html`<span class="chip warn">${item.chip}</span>` : nothing}
        ${item.key ? html`<kbd aria-hidden="true">${item.key}</kbd>` : nothing}</div>`
  }

  #input = event => {
    this.words = event.target.value
    this.active = 0
  }

  #keydown = event => {
    const found = this.#found
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length) {
      event.preventDefault()
      this.active = (this.active + step + found.length) % found.length
      this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }))
    } else if (event.key === 'Enter' && !event.isComposing && found[this.active]) {
      event.preventDefault()
      this.#do(found[this.active])
    }
  }

  /** First closed, so that the focus is where it was, and whatever is done may move it on. */
  #do(item) {
    this.close()
    item.run()
  }
}

customElements.define('ramah-palette', RamahPalette)

/** Ctrl or Cmd and K, wherever the focus is; not while another dialog is open. Answers how to stop listening. */
export function listenForPalette(open) {
  const heard = event => {
    if (event.key?.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    const inDialog = event.composedPath().some(element => element.localName === 'dialog')
    const inOurs = event.composedPath().some(element => element.localName === 'ramah-palette')
    if (!inDialog || inOurs) open()
  }
  addEventListener('keydown', heard)
  return () => removeEventListener('keydown', heard)
}
