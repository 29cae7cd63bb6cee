import { LitElement, css, html } from 'lit'
import { base } from '../../shared/base.js'
import { icons } from '../../shared/icons.js'
import { t } from '../../shared/words.js'

/**
 * `<ramah-dialog heading="…" open>`: a modal over the page, on the browser's own `<dialog>`, which keeps
 * the focus inside and gives it back. Escape, the cross and a click beside it all ask by the event
 * `dismiss`; the page decides and takes `open` away. Its buttons go into the slot `foot`.
 */
class RamahDialog extends LitElement {
  static properties = {
    heading: {},
    open: { type: Boolean, reflect: true },
    wide: { type: Boolean, reflect: true },
  }

  static styles = [base, css`
    dialog { width: min(520px, calc(100vw - 2 * var(--r-4))); max-height: calc(100dvh - 2 * var(--r-4)); padding: 0; border: 1px solid var(--r-line);
      border-radius: var(--r-radius-l); background: var(--r-surface); color: var(--r-ink); box-shadow: var(--r-shadow); }
    :host([wide]) dialog { width: min(860px, calc(100vw - 2 * var(--r-4))); }
    dialog::backdrop { background: rgb(23 19 16 / 50%); }
    .frame { display: grid; grid-template-rows: auto 1fr auto; max-height: inherit; }
    .head { display: flex; align-items: center; justify-content: space-between; gap: var(--r-3);
      padding: var(--r-4) var(--r-4) var(--r-2) var(--r-5); }
    .body { overflow-y: auto; padding: var(--r-2) var(--r-5) var(--r-5); }
    .foot { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--r-2); padding: var(--r-3) var(--r-5);
      border-top: 1px solid var(--r-line); background: var(--r-sunken); }
    .foot:not(:has(slot.used)) { display: none; }
  `]

  constructor() {
    super()
    this.open = false
    this.heading = ''
  }

  render() {
    return html`
      <dialog aria-labelledby="heading" @cancel=${this.#cancel} @close=${this.#closed} @pointerdown=${this.#beside}>
        <div class="frame">
          <div class="head"><h2 id="heading">${this.heading}</h2>
            <button class="button quiet icon-only" type="button" aria-label=${t('Close')} @click=${this.#ask}>${icons.close}</button></div>
          <div class="body"><slot></slot></div>
          <div class="foot"><slot name="foot" @slotchange=${this.#foot}></slot></div>
        </div>
      </dialog>`
  }

  updated(changed) {
    if (!changed.has('open')) return
    const dialog = this.renderRoot.querySelector('dialog')
    if (this.open && !dialog.open) {
      dialog.showModal()
      this.querySelector('[autofocus]')?.focus()
    }
    if (!this.open && dialog.open) dialog.close()
  }

  #ask = () => this.dispatchEvent(new Event('dismiss'))

  /** A browser lets nobody hold a dialog open by force: Escape twice closes it. */
  #closed = () => {
    if (this.open) this.#ask()
  }

  #cancel = (event) => {
    event.preventDefault()
    this.#ask()
  }

  #beside = (event) => {
    if (event.target.localName === 'dialog') this.#ask()
  }

  #foot = (event) => event.target.classList.toggle('used', event.target.assignedElements().length > 0)
}

customElements.define('ramah-dialog', RamahDialog)
