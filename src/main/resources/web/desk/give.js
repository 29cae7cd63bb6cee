/**
 * `<ramah-give>`: something for the customer, in two keys: `g` opens it, a number gives. It shows what is left of what
 * may be given, and why is filled in as far as it is known. What went wrong on the way is sent again under the same id,
 * so it is given once.
 */
import { css, html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { base, broken, loading } from '../shared/base.js'
import { clientId } from '../shared/client-id.js'
import { icons } from '../shared/icons.js'
import { announce } from '../shared/page.js'
import { t } from '../shared/words.js'
import { Dialog, look } from './dialogs.js'
import { amountOf, kindOf, money } from './gift.js'
import { line } from './line.js'

const LONGEST_REASON = 300

class RamahGive extends Dialog {
  static properties = { hand: { state: true }, broken: { state: true }, problem: { state: true }, missing: { state: true }, refund: { state: true }, sending: { state: true }, again: { state: true } }
  static styles = [base, look, css`
    ol { display: grid; gap: var(--r-2); }
    .gesture { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; align-items: center; gap: 2px var(--r-3); width: 100%; min-height: 44px; padding: var(--r-2) var(--r-3);
      border: 1px solid var(--r-line-strong); border-radius: var(--r-radius-s); background: var(--r-surface); color: var(--r-ink); text-align: start; }
    .gesture:hover:not(:disabled) { background: var(--r-accent-soft); border-color: var(--r-accent); }
    .gesture:disabled { color: var(--r-ink-3); border-color: var(--r-line); background: var(--r-sunken); }
    .gesture b { overflow-wrap: anywhere; }
    .gesture .hint { grid-column: 2; }
    .gesture .number { font-weight: 600; }
    .refund { display: flex; flex-wrap: wrap; align-items: end; gap: var(--r-2); margin-top: var(--r-2); }
    .refund .field { flex: 1; min-width: 140px; }
    .notice { display: grid; gap: var(--r-2); justify-items: start; padding: var(--r-3); border-radius: var(--r-radius-s); background: var(--r-warn-soft); color: var(--r-warn); font-size: var(--r-text-s); font-weight: 600; }
  `]

  #conversation = null
  #wish = null

  async show(reason) {
    this.#conversation = line.current
    this.#wish = null
    Object.assign(this, { hand: null, broken: null, problem: null, missing: null, refund: null, sending: false, again: false })
    this.dialog.showModal()
    this.renderRoot.querySelector('form').reset()
    await this.updateComplete
    this.renderRoot.querySelector('#why').value = (reason ?? '').slice(0, LONGEST_REASON)
    await this.#load()
  }

  #load = async () => {
    this.broken = null
    try {
      this.hand = await get(this.#address)
    } catch (problem) {
      this.broken = problem
    }
    await this.updateComplete
    this.renderRoot.querySelector('.gesture:not(:disabled)')?.focus()
  }

  get #address() {
    return `/api/conversations/${encodeURIComponent(this.#conversation)}/gifts`
  }

  render() {
    return html`<dialog aria-labelledby="title" @click=${this.backdrop} @keydown=${this.#key}>
      <form novalidate @submit=${this.#submit}>
        <h2 id="title">${t('Give something')}<button class="button quiet icon-only" type="button" aria-label=${t('Close')} @click=${this.close}>${icons.close}</button></h2>
        <div class="field"><label for="why">${t('Why')}</label>
          <input class="input" id="why" name="why" maxlength=${LONGEST_REASON} required autocomplete="off" aria-invalid=${this.missing ? 'true' : nothing} aria-describedby="why-hint why-error">
          <span class="hint" id="why-hint">${t('It stays on record with who gave it. The customer does not see it.')}</span>
          <span class="error" id="why-error">${this.missing ?? ''}</span></div>
        ${this.broken ? broken(this.broken, this.#load) : this.hand ? this.#hand() : loading(4)}
        <div role="alert">${this.problem ? this.#trouble() : nothing}</div>
      </form></dialog>`
  }

  #hand() {
    const { gestures, currency, today, customer, days, given } = this.hand
    if (!gestures.length) return html`<p class="hint">${t('Nothing may be given yet. A manager says what, in the settings.')}</p>`
    return html`
      <ol>${gestures.map((gesture, index) => html`<li>
        <button class="gesture" type="button" ?disabled=${!gesture.may || this.sending} @click=${() => this.#choose(gesture)}>
          ${index < 9 ? html`<kbd>${index + 1}</kbd>` : html`<span></span>`}<b>${gesture.name}</b><span class="number">${gesture.kind === 'refund' ? t('up to {amount}', { amount: money(gesture.most, currency) }) : amountOf({ ...gesture, currency })}</span>
          <span class="hint">${kindOf(gesture.kind)}${gesture.kind === 'refund' ? nothing : html` · ${t('costs {amount}', { amount: money(gesture.cost, currency) })}`}${gesture.may ? nothing : html` · ${t('more than is left')}`}</span></button>
        ${this.refund === gesture ? this.#howMuch(gesture, currency) : nothing}</li>`)}</ol>
      <p class="hint">${t('Left: {today} for you today, {customer} for this customer in {days} days.', { today: money(today, currency), customer: money(customer, currency), days })}
        ${given.length ? t('Given here already: {what}.', { what: given.map(each => each.name).join(', ') }) : ''}</p>`
  }

  #howMuch(gesture, currency) {
    return html`<div class="refund"><div class="field"><label for="amount">${t('How much, in {currency}', { currency })}</label>
        <input class="input" id="amount" name="amount" inputmode="decimal" autocomplete="off" required></div>
      <button class="button primary" ?disabled=${this.sending}>${icons.gift}${t('Give')}</button></div>`
  }

  #trouble() {
    return html`<div class="notice">${this.problem.detail || this.problem.title}
      ${this.again ? html`<button class="button" type="button" ?disabled=${this.sending} @click=${() => this.#give({ ...this.#wish, again: true })}>${t('Give it again all the same')}</button>`
        : !this.problem.status || this.problem.status >= 500 ? html`<button class="button" type="button" ?disabled=${this.sending} @click=${() => this.#give(this.#wish)}>${t('Try again')}</button>` : nothing}</div>`
  }

  /** A number gives, but not while somebody writes one. */
  #key = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.composedPath()[0].localName === 'input') return
    const gesture = /^[1-9]$/.test(event.key) && this.hand?.gestures[Number(event.key) - 1]
    if (!gesture?.may || this.sending) return
    event.preventDefault()
    this.#choose(gesture)
  }

  async #choose(gesture) {
    if (gesture.kind === 'refund') {
      this.refund = gesture
      await this.updateComplete
      return this.renderRoot.querySelector('#amount').focus()
    }
    this.refund = null
    this.#give({ gesture: gesture.id, name: gesture.name })
  }

  #submit = event => {
    event.preventDefault()
    if (!this.refund) return this.renderRoot.querySelector('.gesture:not(:disabled)')?.focus()
    const amount = Number(event.target.amount.value.trim().replace(',', '.'))
    if (!(amount > 0)) return event.target.amount.focus()
    this.#give({ gesture: this.refund.id, name: this.refund.name, amount })
  }

  async #give({ name, ...wish }) {
    if (this.sending) return
    const why = this.renderRoot.querySelector('#why')
    const reason = why.value.trim()
    this.missing = reason ? null : t('Say why, in a few words.')
    if (!reason) return why.focus()
    // The same wish keeps its id: whatever became of it before, it is one gift.
    const same = this.#wish && this.#wish.gesture === wish.gesture && this.#wish.amount === wish.amount && this.#wish.reason === reason
    this.#wish = { ...wish, name, reason, clientId: same ? this.#wish.clientId : clientId() }
    Object.assign(this, { sending: true, problem: null, again: false })
    try {
      const { name: _, ...body } = this.#wish
      await post(this.#address, body)
      announce(t('Given: {what}', { what: name }))
      this.close()
    } catch (problem) {
      this.problem = problem
      this.again = problem.status === 409 && problem.rest?.code === 'given'
    }
    this.sending = false
  }
}

customElements.define('ramah-give', RamahGive)
