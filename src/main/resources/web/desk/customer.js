/**
 * `<ramah-customer>`: who is on the other end, what they bought, and their earlier conversations, which
 * open inline above the current one.
 *
 * Event: `past` with the item of the earlier conversation.
 */
import { LitElement, css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { languageName, money, pathOf } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'
import { endingOf } from './reasons.js'
import { nameOf } from './rows.js'

class RamahCustomer extends LitElement {
  static styles = [base, css`
    :host { display: grid; gap: var(--r-3); padding: 0 var(--r-1); font-size: var(--r-text-s); }
    h2 { padding-bottom: var(--r-1); color: var(--r-ink-2); font-size: var(--r-text-s); }
    .who { display: flex; align-items: center; gap: 6px; font-size: var(--r-text); font-weight: 700; }
    .about { display: flex; flex-wrap: wrap; gap: 0 var(--r-3); }
    .about > * { max-width: 100%; overflow-wrap: anywhere; }
    .about dt { display: inline; color: var(--r-ink-2); }
    .about dd { display: inline; }
    ul { border: 1px solid var(--r-line); border-radius: var(--r-radius-s); background: var(--r-surface); }
    li + li { border-top: 1px solid var(--r-line); }
    .order { display: grid; grid-template-columns: max-content minmax(0, 1fr) max-content; gap: 0 var(--r-2); align-items: baseline;
      padding: 5px var(--r-2); }
    .order svg.icon { color: var(--r-ink-3); }
    .items { grid-column: 1 / 3; overflow: hidden; color: var(--r-ink-2); text-overflow: ellipsis; white-space: nowrap; }
    .end { text-align: end; font-variant-numeric: tabular-nums; }
    .past { display: grid; grid-template-columns: max-content minmax(0, 1fr) max-content; gap: 0 var(--r-2); align-items: baseline; width: 100%;
      padding: 5px var(--r-2); border: 0; border-radius: var(--r-radius-s); background: none; text-align: start; font-size: var(--r-text-s); }
    .past:hover { background: var(--r-sunken); }
    .past span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .none { color: var(--r-ink-2); }
  `]

  constructor() {
    super()
    new FollowsLine(this)
  }

  render() {
    const thread = line.thread()
    if (!thread?.loaded) return nothing
    const customer = thread.customer ?? {}
    return html`
      <section aria-labelledby="customer"><h2 id="customer">${t('Customer')}</h2>
        <div class="who">${nameOf(customer)}
          <span class="chip ${customer.verified ? 'good' : ''}" title=${customer.verified ? t('The shop signed this identity') : t('Name and address are claimed, not proven')}>${customer.verified ? html`${icons.check}${t('verified')}` : t('not verified')}</span></div>
        <dl class="about">${this.#about(customer, thread)}</dl></section>
      ${this.#orders(customer.orders ?? [])}
      ${this.#earlier((customer.conversations ?? []).filter(past => past.conversation !== thread.conversation))}`
  }

  #about(customer, thread) {
    const spoken = thread.language ?? customer.language
    const rows = [
      [t('E-mail'), customer.email],
      [t('Language'), spoken ? languageName(spoken) : null],
      [t('Since'), customer.since ? html`<ramah-time mode="day" at=${customer.since}></ramah-time>` : null],
      [t('Page'), thread.page ? html`<span title=${thread.page}>${pathOf(thread.page)}</span>` : null],
      ...Object.entries(customer.attributes ?? {}).map(([key, value]) => [key, String(value)]),
    ]
    return rows.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}: </dt><dd>${value}</dd></div>`)
  }

  #orders(orders) {
    return html`<section aria-labelledby="orders"><h2 id="orders">${t('Orders')}</h2>
      ${orders.length === 0 ? html`<p class="none">${t('No orders known.')}</p>` : html`<ul>${orders.map(({ order, at, status, total, items }) => html`
        <li class="order"><b>${icons.box} ${order}</b><span><span class="chip info">${status}</span></span><span class="hint end"><ramah-time mode="day" at=${at}></ramah-time></span>
          <span class="items" title=${(items ?? []).map(itemName).join(', ')}>${(items ?? []).map(itemName).join(', ')}</span><span class="end">${money(total)}</span></li>`)}</ul>`}</section>`
  }

  #earlier(conversations) {
    return html`<section aria-labelledby="earlier"><h2 id="earlier">${t('Earlier conversations')}</h2>
      ${conversations.length === 0 ? html`<p class="none">${t('This is the first.')}</p>` : html`<ul>${conversations.map(past => html`
        <li><button class="past" type="button" title=${endingOf(past.ending)} @click=${() => this.#open(past)}>
          <span class="hint"><ramah-time mode="day" at=${past.at}></ramah-time></span><span>${past.preview || t('No words')}</span>
          <span class="hint">${past.csat ? t('Rated {n} of 5', { n: past.csat }) : nothing}</span></button></li>`)}</ul>`}</section>`
  }

  #open(past) {
    this.dispatchEvent(new CustomEvent('past', { detail: past, bubbles: true, composed: true }))
  }
}

/** The shop's events describe an item as a text or as an object; both are shown. */
function itemName(item) {
  if (typeof item === 'string') return item
  const name = item.name ?? item.title ?? item.product ?? item.sku ?? ''
  const count = item.quantity ?? item.count
  return count > 1 ? `${count} × ${name}` : name
}

customElements.define('ramah-customer', RamahCustomer)
