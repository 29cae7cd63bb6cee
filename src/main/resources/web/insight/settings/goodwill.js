import { LitElement, css, html, nothing } from 'lit'
import { get, post, put } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { amountOf, kindOf, money } from '../../desk/gift.js'
import '../../desk/words-id-give.js'
import '../common/dialog.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import { Setting } from './setting.js'
import './words-id-goodwill.js'

const kinds = ['voucher', 'free_shipping', 'points', 'refund']
const roles = [['agent', 'Agent'], ['manager', 'Manager'], ['admin', 'Administrator']]

/** `<ramah-goodwill>`: what may be given, how much of it each role may, and what was given lately. */
class Goodwill extends LitElement {
  static properties = { edited: { state: true }, kind: { state: true }, problem: { state: true }, busy: { state: true } }

  static styles = [base, sheet, css`
    .parts { display: grid; gap: var(--r-8); }
    .parts > section { display: grid; gap: var(--r-3); }
    td .hint { display: block; }
    td, tbody th { vertical-align: middle; }
    .limits { width: auto; justify-self: start; }
    .parts form.stack { padding: var(--r-5); border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-surface); }
    .limits .input { width: 100%; max-width: 150px; }
    .limits td, .limits th { border: 0; padding: var(--r-1) var(--r-4) var(--r-1) 0; vertical-align: middle; }
    .limits th { white-space: normal; }
    .short { display: flex; flex-wrap: wrap; gap: var(--r-4); }
    .short .input { width: 110px; }
    form.one { display: grid; gap: var(--r-4); }
    .off { color: var(--r-ink-3); }
    .parts > section { grid-template-columns: minmax(0, 1fr); }
    @media (max-width: 560px) {
      .parts form.stack { padding: var(--r-4); }
      .limits { width: 100%; table-layout: fixed; }
      .limits th { font-size: 0.75rem; white-space: normal; overflow-wrap: anywhere; }
      .limits td, .limits th { padding-inline-end: var(--r-2); }
      .limits .input { width: 100%; padding-inline: var(--r-2); }
    }
  `]

  constructor() {
    super()
    this.edited = null
    this.limits = new Setting(this, 'goodwill')
    this.gestures = new Load(this, (signal) => get('/api/gestures', { signal }))
    this.given = new Load(this, (signal) => get('/api/gifts?days=30', { signal }))
    this.gestures.run()
    this.given.run()
  }

  get #currency() {
    return this.limits.value?.currency ?? 'USD'
  }

  render() {
    return html`<div class="parts">
      <section><div class="spread"><h3>${t('What may be given')}</h3>
          <button class="button" type="button" @click=${() => this.#edit({ kind: 'voucher', active: true })}>${t('Add one')}</button></div>
        ${this.gestures.show(({ gestures }) => (gestures.length ? this.#table(gestures) : empty(t('Nothing yet.'), t('Add what agents may give customers when something went wrong.'))))}</section>
      <section><h3>${t('How much each role may give')}</h3>${this.limits.form((value) => this.#limits(value), this.#saveLimits)}</section>
      <section><h3>${t('Given in the last 30 days')}</h3>
        ${this.given.show(({ gifts }) => (gifts.length ? this.#given(gifts) : empty(t('Nothing was given.'))))}</section>
      ${this.#form()}</div>`
  }

  #table(gestures) {
    return html`<table class="folds">
      <thead><tr><th scope="col">${t('Gesture')}</th><th scope="col">${t('Kind')}</th><th scope="col" class="number">${t('For the customer')}</th><th scope="col" class="number">${t('Costs us')}</th><th scope="col"><span class="unseen">${t('Change')}</span></th></tr></thead>
      <tbody>${gestures.map((each) => html`<tr class=${each.active ? '' : 'off'}>
        <th scope="row">${each.name}${each.active ? nothing : html` <span class="chip">${t('not given any more')}</span>`}${each.code ? html` <span class="chip">${each.code}-…</span>` : nothing}</th>
        <td data-label=${t('Kind')}>${kindOf(each.kind)}</td>
        <td class="number" data-label=${t('For the customer')}>${each.kind === 'refund' ? t('up to {amount}', { amount: money(each.amount, this.#currency) }) : amountOf({ ...each, currency: this.#currency }) || '–'}</td>
        <td class="number" data-label=${t('Costs us')}>${each.kind === 'refund' ? t('what is given') : money(each.cost, this.#currency)}</td>
        <td class="acts"><div class="row"><button class="button quiet" type="button" aria-label=${t('Change “{name}”', { name: each.name })} @click=${() => this.#edit(each)}>${t('Change')}</button></div></td></tr>`)}</tbody></table>`
  }

  #limits(value) {
    return html`
      <div class="short">
        <label class="field">${t('Currency')}<input class="input" name="currency" maxlength="3" .value=${value.currency} required ?disabled=${!this.limits.mayChange}></label>
        <label class="field">${t('Days that count for a customer')}<input class="input" name="days" type="number" min="1" max="366" .value=${String(value.days)} required ?disabled=${!this.limits.mayChange}></label></div>
      <table class="limits"><thead><tr><th scope="col">${t('Role')}</th><th scope="col">${t('One of them in 24 hours')}</th><th scope="col">${t('A customer in these days')}</th></tr></thead>
        <tbody>${roles.map(([role, name]) => html`<tr><th scope="row">${t(name)}</th>
          ${['aDay', 'aCustomer'].map((part) => html`<td><input class="input" name=${`${role}.${part}`} inputmode="decimal" .value=${String(value[role]?.[part] ?? 0)} ?disabled=${!this.limits.mayChange}
            aria-label=${`${t(name)}: ${part === 'aDay' ? t('One of them in 24 hours') : t('A customer in these days')}`}></td>`)}</tr>`)}</tbody></table>
      <p class="hint">${t('Counted is what gestures cost. What a customer may get counts what everybody gave them. 0 means nothing.')}</p>`
  }

  #saveLimits = (event) => {
    const form = event.target
    const limit = (role) => ({ aDay: amount(form[`${role}.aDay`].value), aCustomer: amount(form[`${role}.aCustomer`].value) })
    this.limits.save({ currency: form.currency.value.trim(), days: Number(form.days.value), agent: limit('agent'), manager: limit('manager'), admin: limit('admin') })
  }

  #given(gifts) {
    return html`<table class="folds">
      <thead><tr><th scope="col">${t('When')}</th><th scope="col">${t('Who')}</th><th scope="col">${t('What')}</th><th scope="col" class="number">${t('Costs us')}</th><th scope="col">${t('Why')}</th></tr></thead>
      <tbody>${gifts.map((each) => html`<tr>
        <td data-label=${t('When')}><ramah-time at=${each.at}></ramah-time></td>
        <td data-label=${t('Who')}>${each.by}</td>
        <td data-label=${t('What')}><a href=${`/desk#${each.conversation}`}>${each.name}</a> ${amountOf(each)}${each.code ? html` <span class="chip">${each.code}</span>` : nothing}</td>
        <td class="number" data-label=${t('Costs us')}>${money(each.cost, each.currency)}</td>
        <td data-label=${t('Why')}>${each.reason ?? html`<em>${t('erased')}</em>`}</td></tr>`)}</tbody></table>`
  }

  #edit(gesture) {
    this.problem = null
    this.busy = false
    this.kind = gesture.kind
    this.edited = gesture
  }

  #form() {
    const gesture = this.edited
    return html`<ramah-dialog heading=${gesture?.id ? t('Change “{name}”', { name: gesture.name }) : t('Something to give')} ?open=${gesture !== null} @dismiss=${this.#dismiss}>
      ${gesture ? html`<form id="gesture" class="one" @submit=${this.#save}>
        <label class="field">${t('Kind')}<select name="kind" @change=${(event) => (this.kind = event.target.value)}>${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${kindOf(kind)}</option>`)}</select></label>
        <label class="field">${t('What colleagues call it')}<input class="input" name="name" maxlength="60" required .value=${gesture.name ?? ''}></label>
        ${this.kind === 'free_shipping' ? nothing : html`<label class="field">${this.kind === 'points' ? t('Points') : this.kind === 'refund' ? t('At most, in {currency}', { currency: this.#currency }) : t('Worth, in {currency}', { currency: this.#currency })}
          <input class="input" name="amount" inputmode="decimal" required .value=${String(gesture.amount ?? '')}></label>`}
        ${this.kind === 'refund' ? nothing : html`<label class="field">${t('What it costs us, in {currency}', { currency: this.#currency })}<input class="input" name="cost" inputmode="decimal" ?required=${this.kind !== 'voucher'} .value=${String(gesture.cost ?? '')}></label>`}
        ${['voucher', 'free_shipping'].includes(this.kind) ? html`<label class="field">${t('Codes begin with')}<input class="input" name="code" maxlength="12" pattern="[A-Z0-9][A-Z0-9\\-]*" .value=${gesture.code ?? ''}>
          <span class="hint">${t('Each customer gets one of their own, and a webhook tells it to the shop. Empty: no code.')}</span></label>` : nothing}
        <label class="choice"><input type="checkbox" name="active" .checked=${gesture.active}>${t('May be given')}</label>
        ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}</form>` : nothing}
      <button slot="foot" class="button" type="button" @click=${this.#dismiss}>${t('Cancel')}</button>
      <button slot="foot" class="button primary" type="submit" form="gesture" ?disabled=${this.busy}>${t('Save')}</button></ramah-dialog>`
  }

  #dismiss = () => (this.edited = null)

  #save = async (event) => {
    event.preventDefault()
    const form = event.target
    const { id, version } = this.edited
    const wish = {
      kind: form.kind.value,
      name: form.name.value,
      amount: form.amount ? amount(form.amount.value) : null,
      cost: form.cost ? amount(form.cost.value) : null,
      code: form.code?.value || null,
      active: form.active.checked,
      version,
    }
    this.busy = true
    try {
      await (id ? put(`/api/gestures/${id}`, wish) : post('/api/gestures', wish))
      this.edited = null
      announce(t('Saved.'))
      this.gestures.again()
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

/** As people type it; what is no number goes to the server as it is, which says so. */
function amount(text) {
  const plain = text.trim().replace(',', '.')
  return plain === '' ? null : Number.isNaN(Number(plain)) ? plain : Number(plain)
}

customElements.define('ramah-goodwill', Goodwill)
