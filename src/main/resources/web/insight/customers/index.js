import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import './words-id.js'
import { get, me, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { icons } from '../../shared/icons.js'
import { announce, title } from '../../shared/page.js'
import { t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import './customer.js'
import './erase.js'
import { called } from './words.js'

/** While somebody types, the search waits this long for the next letter (ms). */
const PAUSE = 250

/**
 * `<ramah-customers>`: finds a customer and shows what is kept about them; the address names who
 * (`#id`). Managers read; administrators hand the data out and erase it.
 */
class Customers extends LitElement {
  static properties = { open: { state: true }, mayErase: { state: true }, erasing: { state: true }, told: { state: true } }

  static styles = [base, sheet, css`
    .panes { display: grid; grid-template-columns: 340px minmax(0, 1fr); gap: var(--r-6); align-items: start; }
    .field { margin-bottom: var(--r-3); }
    .list a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--r-3); padding: var(--r-2) var(--r-3); border-inline-start: 3px solid transparent; border-radius: var(--r-radius-s); color: var(--r-ink); text-decoration: none; }
    .list a:hover { background: var(--r-sunken); }
    .list a[aria-current] { background: var(--r-accent-soft); border-inline-start-color: var(--r-accent); }
    .list a[aria-current] .hint { color: var(--r-ink-2); }
    .list strong { overflow-wrap: anywhere; }
    .list .address { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    @media (min-width: 901px) { .right { position: sticky; top: calc(52px + var(--r-4)); } }
    .list .hint.when { text-align: end; white-space: nowrap; }
    .count { padding: 0 var(--r-3) var(--r-1); }
    .notice { margin-bottom: var(--r-4); }
    .back { display: none; margin-inline-start: calc(-1 * var(--r-3)); }
    @media (max-width: 900px) {
      .panes { grid-template-columns: minmax(0, 1fr); }
      .panes.open .left, .panes:not(.open) .right { display: none; }
      .back { display: inline-flex; margin-bottom: var(--r-3); }
    }
  `]

  constructor() {
    super()
    title(t('Customers'))
    this.open = location.hash.slice(1)
    this.mayErase = false
    this.erasing = null
    this.told = ''
    this.found = new Load(this, (q, signal) => get(withQuery('/api/customers', { q }), { signal }))
    me().then((person) => (this.mayErase = person.role === 'admin'), () => {})
  }

  connectedCallback() {
    super.connectedCallback()
    addEventListener('hashchange', this.#moved)
    this.found.run('')
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#moved)
  }

  #moved = () => {
    this.open = location.hash.slice(1)
    this.told = ''
  }

  #typed = (event) => {
    clearTimeout(this.pause)
    const q = event.target.value.trim()
    this.pause = setTimeout(() => {
      this.asked = q
      this.found.run(q)
    }, PAUSE)
  }

  #erased = (event) => {
    const { conversations, entries } = event.detail
    this.erasing = null
    history.replaceState(null, '', location.pathname)
    this.open = ''
    const parts = tn(conversations, '{n} conversation', '{n} conversations')
    this.told = t('Erased: the words of {entries} in {conversations}.', { entries: tn(entries, '{n} entry', '{n} entries'), conversations: parts })
    announce(this.told)
    this.found.again()
  }

  render() {
    return html`
      <ramah-shell page="customers">
        <div class="page-head"><div><h1>${t('Customers')}</h1>
          <p>${t('Everything that is kept about somebody, to show, to hand out and to erase.')}</p></div></div>
        ${this.told ? html`<div class="notice good"><p>${this.told}</p></div>` : nothing}
        <div class="panes ${this.open ? 'open' : ''}">
          <div class="left">
            <label class="field"><span class="unseen">${t('Search customers')}</span>
              <input class="input" type="search" placeholder=${t('Name, e-mail or shop’s key')} @input=${this.#typed}></label>
            <div aria-busy=${this.found.busy}>${this.found.show(({ items }) => this.#list(items), { lines: 6 })}</div>
          </div>
          <div class="right">
            ${this.open ? html`<a class="button quiet back" href="#">${icons.back}${t('All customers')}</a>` : nothing}
            ${this.open ? html`<ramah-customer .customer=${this.open} ?may-erase=${this.mayErase} @erase=${(event) => (this.erasing = event.detail)}></ramah-customer>`
            : html`<div class="card">${empty(t('Choose a customer'), t('Their profile, orders and conversations open here.'), icons.person)}</div>`}
          </div>
        </div>
        <ramah-erase .customer=${this.erasing} @dismiss=${() => (this.erasing = null)} @erased=${this.#erased}></ramah-erase>
      </ramah-shell>`
  }

  #list(items) {
    if (!items.length) {
      return this.asked ? empty(t('Nobody matches.'), t('Search for a part of the name, the address or the key.')) : empty(t('No customers yet.'))
    }
    return html`
      <p class="hint count" role="status">${tn(items.length, '{n} customer', '{n} customers')}</p>
      <ul class="list">${items.map((item) => html`
        <li><a href="#${item.id}" aria-current=${item.id === this.open ? 'true' : nothing}>
          <strong>${called(item)}</strong><span class="hint when"><ramah-time at=${item.since} mode="day"></ramah-time></span>
          <span class="hint address" title=${item.email ?? nothing}>${item.name ? item.email ?? item.externalId : nothing}</span>
          <span class="hint when">${tn(item.conversations, '{n} conversation', '{n} conversations')}</span></a></li>`)}</ul>`
  }
}

customElements.define('ramah-customers', Customers)
