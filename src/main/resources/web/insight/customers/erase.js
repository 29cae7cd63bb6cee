import { LitElement, css, html, nothing } from 'lit'
import { del } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { t, tn } from '../../shared/words.js'
import '../common/dialog.js'
import { sheet } from '../common/sheet.js'
import { called } from './words.js'

/**
 * `<ramah-erase>`: erases a customer after their name is typed. It cannot be undone, so it says exactly
 * what goes and what stays before it asks.
 */
class Erase extends LitElement {
  static properties = { customer: { attribute: false }, typed: { state: true }, busy: { state: true }, problem: { state: true } }

  static styles = [base, sheet, css`
    form { display: grid; gap: var(--r-4); }
    ul { padding-inline-start: var(--r-5); list-style: disc; }
    li + li { margin-top: var(--r-1); }
    h3 { margin-bottom: var(--r-1); }
    b { overflow-wrap: anywhere; }
  `]

  constructor() {
    super()
    this.customer = null
    this.#begin()
  }

  #begin() {
    this.typed = ''
    this.busy = false
    this.problem = null
  }

  willUpdate(changed) {
    if (changed.has('customer')) this.#begin()
  }

  render() {
    const { customer } = this
    return html`
      <ramah-dialog heading=${t('Erase this customer?')} ?open=${customer !== null} @dismiss=${this.#dismiss}>
        ${customer ? this.#form(customer) : nothing}
        <button slot="foot" class="button" type="button" @click=${this.#dismiss}>${t('Cancel')}</button>
        <button slot="foot" class="button danger" type="submit" form="erase" ?disabled=${!this.#sure || this.busy}>${this.busy ? t('Erasing …') : t('Erase for good')}</button>
      </ramah-dialog>`
  }

  get #sure() {
    return this.customer !== null && this.typed.trim().toLowerCase() === called(this.customer).toLowerCase()
  }

  #form(customer) {
    const conversations = customer.conversations?.length ?? 0
    const orders = customer.orders?.length ?? 0
    return html`
      <form id="erase" @submit=${this.#erase}>
        <div><h3>${t('Goes, for good')}</h3><ul>
          <li>${t('Name, e-mail, the shop’s key, language and every attribute.')}</li>
          <li>${orders ? tn(orders, '{n} order.', '{n} orders.') : t('Orders: none are known.')}</li>
          <li>${tn(conversations, 'Every word of {n} conversation: what they wrote, what the bot and our people wrote to them, private notes and hand-over briefs.', 'Every word of {n} conversations: what they wrote, what the bot and our people wrote to them, private notes and hand-over briefs.')}</li>
          <li>${t('Comments left with ratings, and all of it from the search.')}</li>
          <li>${t('Their access: open chat windows are cleared and their tokens end.')}</li>
        </ul></div>
        <div><h3>${t('Stays, without words')}</h3><ul>
          <li>${t('That these conversations took place: the number, kind and time of every entry, and who of us was in it.')}</li>
          <li>${t('Marks from 1 to 5 and how each episode ended, so that the reports stay true.')}</li>
        </ul></div>
        <p>${t('This cannot be undone. Export first if the customer asked for their data.')}</p>
        <label class="field">${t('Type the name to confirm:')} <b>${called(customer)}</b>
          <input class="input" autocomplete="off" spellcheck="false" .value=${this.typed} @input=${(event) => (this.typed = event.target.value)}></label>
        ${this.problem ? html`<div class="notice bad" role="alert"><p>${t('Nothing was erased.')} ${this.problem.message}</p></div>` : nothing}
      </form>`
  }

  #dismiss = () => {
    if (!this.busy) this.dispatchEvent(new Event('dismiss'))
  }

  #erase = async (event) => {
    event.preventDefault()
    if (!this.#sure) return
    this.busy = true
    this.problem = null
    try {
      const detail = await del(`/api/customers/${encodeURIComponent(this.customer.id)}`)
      this.dispatchEvent(new CustomEvent('erased', { detail }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-erase', Erase)
