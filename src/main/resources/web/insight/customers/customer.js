import { LitElement, css, html, nothing } from 'lit'
import { get } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { languageName, money } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { called, endingName } from './words.js'

/** `<ramah-customer>`: one customer on one sheet: who, what they bought, what was said. */
class Customer extends LitElement {
  static properties = { customer: {}, mayErase: { type: Boolean, attribute: 'may-erase' } }

  static styles = [base, sheet, css`
    .card { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-5); padding: var(--r-5); }
    h2 { overflow-wrap: anywhere; }
    dl { display: grid; grid-template-columns: minmax(96px, auto) 1fr; gap: var(--r-1) var(--r-4); }
    dt { color: var(--r-ink-2); }
    dd { min-width: 0; overflow-wrap: anywhere; }
    h3 { margin-bottom: var(--r-1); }
    li { padding: var(--r-2) 0; border-top: 1px solid var(--r-line); }
    li .preview { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .acts { padding-top: var(--r-4); border-top: 1px solid var(--r-line); }
    @media (max-width: 560px) { .card { padding: var(--r-4); } }
  `]

  constructor() {
    super()
    this.read = new Load(this, (id, signal) => get(`/api/customers/${encodeURIComponent(id)}`, { signal }))
  }

  willUpdate(changed) {
    if (!changed.has('customer')) return
    this.read.clear()
    this.read.run(this.customer)
  }

  render() {
    return html`<div class="card" aria-busy=${this.read.busy}>${this.read.show((customer) => this.#sheet(customer), { lines: 7 })}</div>`
  }

  #sheet(customer) {
    const orders = customer.orders ?? []
    const conversations = customer.conversations ?? []
    return html`
      <div class="spread"><h2>${called(customer)}</h2>
        <span class="chip ${customer.verified ? 'good' : ''}">${customer.verified ? t('verified by the shop') : t('not verified')}</span></div>
      <dl>
        ${fact(t('Name'), customer.name)}
        ${fact(t('E-mail'), customer.email)}
        ${fact(t('Shop’s key'), customer.externalId)}
        ${fact(t('Language'), customer.language && languageName(customer.language))}
        <dt>${t('Since')}</dt><dd><ramah-time at=${customer.since} mode="day"></ramah-time></dd>
        ${Object.entries(customer.attributes ?? {}).map(([name, value]) => fact(name, typeof value === 'object' ? JSON.stringify(value) : String(value)))}
      </dl>
      <div><h3>${t('Orders')}</h3>
        ${orders.length ? html`<ul>${orders.map(order)}</ul>` : html`<p class="hint">${t('No orders known.')}</p>`}</div>
      <div><h3>${t('Conversations')}</h3>
        ${conversations.length ? html`<ul>${conversations.map(conversation)}</ul>` : html`<p class="hint">${t('No conversations.')}</p>`}</div>
      ${this.mayErase ? html`
        <div class="row acts">
          <ramah-save path="/api/customers/${encodeURIComponent(customer.id)}/export" name="customer-${customer.id}.json" accept="application/json">${t('Export as JSON')}</ramah-save>
          <button class="button danger" type="button" @click=${() => this.dispatchEvent(new CustomEvent('erase', { detail: customer }))}>${t('Erase …')}</button>
        </div>` : nothing}`
  }
}

function fact(name, value) {
  return value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing
}

function order({ order: key, at, status, total, items }) {
  return html`
    <li><div class="spread"><strong>${key}</strong><span class="hint"><ramah-time at=${at} mode="day"></ramah-time></span></div>
      <span class="hint">${[status, money(total), (items ?? []).map(itemName).join(', ')].filter(Boolean).join(' · ')}</span></li>`
}

/** The shop decides what an item is: a text, or an object with a name. */
function itemName(item) {
  return typeof item === 'string' ? item : item.name ?? item.title ?? JSON.stringify(item)
}

function conversation(item) {
  return html`
    <li><div class="spread"><a href="/desk#${item.conversation}"><ramah-time at=${item.at}></ramah-time><span class="unseen"> ${t('Open the conversation')}</span></a>
      <span class="row"><span class="chip">${endingName(item)}</span>${item.csat ? html`<span class="chip ${item.csat > 3 ? 'good' : 'warn'}">${t('{mark} of 5', { mark: item.csat })}</span>` : nothing}</span></div>
      ${item.preview ? html`<span class="hint preview">${item.preview}</span>` : nothing}</li>`
}

customElements.define('ramah-customer', Customer)
