import { LitElement, css, html, nothing } from 'lit'
import { faceOf } from '../../desk/reasons.js'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { causeName } from '../common/names.js'
import { sheet } from '../common/sheet.js'

const LONGEST = 1_000

/**
 * `<ramah-noted>`: an episode, and what the one who was in it notes about it. Tells `note` with the text to
 * keep; with `readonly` it only shows it.
 */
class Noted extends LitElement {
  static properties = { item: { attribute: false }, readonly: { type: Boolean }, writes: { state: true }, problem: { state: true } }

  static styles = [base, sheet, css`
    :host { display: block; padding: var(--r-4) 0; border-bottom: 1px solid var(--r-line); overflow-wrap: anywhere; }
    .head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2) var(--r-3); }
    .head a { margin-inline-start: auto; }
    blockquote { margin: var(--r-2) 0 0; max-width: 68ch; line-height: 1.55; }
    .note { margin-top: var(--r-3); padding: var(--r-2) var(--r-3); border-inline-start: 3px solid var(--r-accent); background: var(--r-sunken); white-space: pre-wrap; }
    form { display: grid; gap: var(--r-2); margin-top: var(--r-3); max-width: 68ch; }
    .act { margin-top: var(--r-2); margin-inline-start: calc(-1 * var(--r-3)); }
  `]

  constructor() {
    super()
    this.readonly = false
    this.writes = false
    this.problem = null
  }

  /** What was written is kept. */
  kept() {
    this.writes = false
    this.problem = null
    this.requestUpdate()
    this.updateComplete.then(() => this.renderRoot.querySelector('.act')?.focus())
  }

  failed(problem) {
    this.problem = problem
  }

  render() {
    const { item } = this
    const tone = item.csat >= 4 ? 'good' : item.csat <= 2 ? 'bad' : 'warn'
    return html`
      <div class="head"><ramah-time at=${item.at ?? item.opened}></ramah-time>
        ${item.csat ? html`<span class="chip ${tone}">${item.csat} · ${faceOf(item.csat)}</span>` : nothing}
        ${item.at ? nothing : html`<span class="chip">${t('not rated')}</span>`}
        ${item.cause ? html`<span class="chip">${causeName(item.cause.toLowerCase())}</span>` : nothing}
        ${item.others.length ? html`<span class="hint">${t('with {names}', { names: item.others.join(', ') })}</span>` : nothing}
        <a href="/desk#${item.conversation}">${t('Open')}<span class="unseen"> ${t('the conversation')}</span></a></div>
      ${item.comment ? html`<blockquote>“${item.comment}”</blockquote>` : nothing}
      ${this.writes ? this.#form() : this.#note()}`
  }

  #note() {
    const { item } = this
    return html`
      ${item.note ? html`<p class="note"><span class="unseen">${t('Note')}: </span>${item.note}</p>` : nothing}
      ${this.readonly ? nothing : html`<button class="button quiet act" type="button" @click=${this.#write}>${item.note ? t('Change the note') : t('Add a note')}</button>`}`
  }

  #form() {
    return html`<form @submit=${this.#keep}>
      <label class="field">${t('Your note, for you and your managers')}<textarea class="input" rows="3" maxlength=${LONGEST} .value=${this.item.note ?? ''}></textarea></label>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.message}</p>` : nothing}
      <div class="row"><button class="button primary" type="submit">${t('Save')}</button>
        <button class="button" type="button" @click=${this.kept}>${t('Cancel')}</button></div></form>`
  }

  #write = async () => {
    this.writes = true
    await this.updateComplete
    this.renderRoot.querySelector('textarea').focus()
  }

  #keep = (event) => {
    event.preventDefault()
    const text = this.renderRoot.querySelector('textarea').value.trim()
    this.dispatchEvent(new CustomEvent('note', { detail: { item: this.item, text } }))
  }
}

customElements.define('ramah-noted', Noted)
