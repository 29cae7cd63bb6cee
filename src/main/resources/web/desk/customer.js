/**
 * `<ramah-customer>`: who is on the other end, what they bought, and their earlier conversations, which
 * open inline above the current one.
 *
 * Event: `past` with the item of the earlier conversation.
 */
import { LitElement, css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { languageName, money, number, pathOf } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t, tn } from '../shared/words.js'
import './send-transcript.js'
import './survey.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'
import { endingOf } from './reasons.js'
import { nameOf } from './rows.js'
import './customer-edit.js'
import './customer-note.js'
import './merge.js'
import './merge-talks.js'

class RamahCustomer extends LitElement {
  static styles = [base, css`
    :host { display: grid; gap: var(--r-3); padding: 0 var(--r-1); font-size: var(--r-text-s); }
    h2 { padding-bottom: var(--r-1); color: var(--r-ink-2); font-size: var(--r-text-s); }
    .who { display: flex; align-items: center; gap: 6px; font-size: var(--r-text); font-weight: 700; }
    .name { overflow-wrap: anywhere; }
    .edit, .twice { min-height: 28px; width: 28px; }
    .twice { margin-inline-start: auto; }
    .so-far { padding-top: var(--r-1); color: var(--r-ink-2); }
    .marks { display: inline-flex; gap: 2px; margin-inline-start: var(--r-1); vertical-align: middle; }
    .mark { min-width: 18px; border-radius: 4px; background: var(--r-sunken); color: var(--r-ink-2); font-size: 0.75rem; font-weight: 700; line-height: 18px; text-align: center; }
    .mark.good { background: var(--r-good-soft); color: var(--r-good); }
    .mark.bad { background: var(--r-bad-soft); color: var(--r-bad); }
    .event { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: 0 var(--r-2); padding: 5px var(--r-2); }
    .data { grid-column: 1 / 3; color: var(--r-ink-2); overflow-wrap: anywhere; }
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
    .earlier { display: flex; align-items: center; justify-content: space-between; min-height: 28px; }
    .earlier .button { min-height: 28px; }
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
        <div class="who"><span class="name">${nameOf(customer)}</span>
          <span class="chip ${customer.verified ? 'good' : ''}" title=${customer.verified ? t('The shop signed this identity') : t('Name and address are claimed, not proven')}>${customer.verified ? html`${icons.check}${t('verified')}` : t('not verified')}</span>
          <button class="button quiet icon-only twice" type="button" title=${t('Is this somebody else as well?')} aria-label=${t('Is this somebody else as well?')} @click=${() => this.renderRoot.querySelector('ramah-merge').show()}>${icons.merge}</button>
          <button class="button quiet icon-only edit" type="button" title=${t('Put right')} aria-label=${t('Put right')} @click=${() => this.renderRoot.querySelector('ramah-customer-edit').show()}>${icons.edit}</button></div>
        <dl class="about">${this.#about(customer, thread)}</dl>
        ${this.#soFar(customer)}
        ${this.#loyalty(customer.orders ?? [])}
        ${this.#merged(customer.merged ?? [])}
        <ramah-send-transcript .conversation=${thread.conversation} .email=${customer.email}></ramah-send-transcript></section>
      <ramah-survey-by-hand .conversation=${thread.conversation} .open=${thread.status === 'open'}></ramah-survey-by-hand>
      <ramah-customer-note></ramah-customer-note>
      ${this.#orders(customer.orders ?? [])}
      ${this.#events(customer.events ?? [])}
      ${this.#earlier((customer.conversations ?? []).filter(past => past.conversation !== thread.conversation))}
      <ramah-customer-edit></ramah-customer-edit><ramah-merge></ramah-merge><ramah-merge-talks></ramah-merge-talks>`
  }

  /** How often, and how it went: marks are of the episodes that this reader may read, the newest first. */
  #soFar({ conversations = [], marks = [] }) {
    const happy = marks.filter(mark => mark >= 4).length
    return html`<p class="so-far">${conversations.length === 0 ? t('First conversation') : t('Conversation {n}', { n: number(conversations.length + 1) })}
      · ${marks.length === 0 ? t('no mark yet') : html`${t('{n} of {all} happy', { n: happy, all: marks.length })} <span class="marks" role="img"
        aria-label=${t('Latest marks: {marks}', { marks: marks.slice(0, 8).join(', ') })}>${marks.slice(0, 8).map(mark => html`<span class="mark ${mark >= 4 ? 'good' : mark <= 2 ? 'bad' : ''}">${mark}</span>`)}</span>`}</p>`
  }

  /** Loyalty is what they do: how often they bought, the newest first. */
  #loyalty(orders) {
    return orders.length === 0 ? nothing : html`<p class="so-far">${tn(orders.length, '{n} order so far', '{n} orders so far')}
      · ${t('the last one')} <ramah-time mode="day" at=${orders[0].at}></ramah-time>${orders.length > 1 ? html` · ${t('the first one')} <ramah-time mode="day" at=${orders.at(-1).at}></ramah-time>` : nothing}</p>`
  }

  /** Who made one of two, and when; nobody where they proved it themselves. */
  #merged(merged) {
    return merged.map(({ at, by }) => html`<p class="so-far">${icons.merge} ${by ? t('Was here twice: made one by {name}', { name: by }) : t('Was here before without a name')} · <ramah-time at=${at}></ramah-time></p>`)
  }

  /** What the shop told besides orders. */
  #events(events) {
    return events.length === 0 ? nothing : html`<section aria-labelledby="events"><h2 id="events">${t('Events')}</h2>
      <ul>${events.map(({ type, at, data }) => html`<li class="event"><b>${type}</b><span class="hint end"><ramah-time mode="day" at=${at}></ramah-time></span>
        <span class="data">${Object.entries(data).map(([key, value]) => `${key}: ${value}`).join(' · ')}</span></li>`)}</ul></section>`
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
    const thread = line.thread()
    const others = conversations.some(past => past.status !== 'merged')
    return html`<section aria-labelledby="earlier"><h2 id="earlier" class="earlier">${t('Earlier conversations')}
        ${others && !thread.mergedInto ? html`<button class="button quiet" type="button" title=${t('Merge this conversation with another one')} @click=${() => this.renderRoot.querySelector('ramah-merge-talks').show()}>${icons.merge}${t('Merge …')}</button>` : nothing}</h2>
      ${conversations.length === 0 ? html`<p class="none">${t('This is the first.')}</p>` : html`<ul>${conversations.map(past => html`
        <li><button class="past" type="button" title=${endingOf(past.ending)} @click=${() => this.#open(past)}>
          <span class="hint"><ramah-time mode="day" at=${past.at}></ramah-time></span><span>${past.preview || t('No words')}</span>
          <span class="hint">${past.status === 'merged' ? t('merged') : past.csat ? t('Rated {n} of 5', { n: past.csat }) : nothing}</span></button></li>`)}</ul>`}</section>`
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
