/**
 * `<ramah-merge>`: one customer who is there twice becomes one. First who the other is, with those offered who have the
 * same address or telephone number; then both beside each other, with what stays marked; then, with a second key, it is
 * done. Nothing is taken away but what is shown crossed out.
 */
import { css, html, nothing } from 'lit'
import { get, post, withQuery } from '../shared/api.js'
import { base, broken, loading } from '../shared/base.js'
import { number } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { announce } from '../shared/page.js'
import { t } from '../shared/words.js'
import { Dialog, look } from './dialogs.js'
import { line } from './line.js'
import { nameOf } from './rows.js'
import './words-id-merge.js'

/** While somebody types, the search waits this long for the next letter (ms). */
const PAUSE = 250

class RamahMerge extends Dialog {
  static properties = { found: { state: true }, both: { state: true }, broken: { state: true }, problem: { state: true }, busy: { state: true }, words: { state: true } }
  static styles = [base, look, css`
    dialog { width: min(640px, calc(100vw - 32px)); }
    .one { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 2px var(--r-3); width: 100%; min-height: 44px; padding: var(--r-2) var(--r-3);
      border: 1px solid var(--r-line-strong); border-radius: var(--r-radius-s); background: var(--r-surface); color: var(--r-ink); text-align: start; }
    .one:hover { background: var(--r-accent-soft); border-color: var(--r-accent); }
    .one b, .one .hint { min-width: 0; overflow-wrap: anywhere; }
    .one .hint { grid-column: 1 / 3; color: var(--r-ink-2); }
    .chips { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--r-1); }
    ol { display: grid; gap: var(--r-2); }
    table { table-layout: fixed; }
    th:first-child { width: 28%; }
    th, td { padding: var(--r-2); overflow-wrap: anywhere; }
    tbody th { font-weight: 400; }
    .stays { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--r-1); color: var(--r-ink); font-weight: 600; }
    .stays svg.icon { margin-top: 0.2em; color: var(--r-good); }
    .goes { color: var(--r-ink-2); text-decoration: line-through; }
    .notice { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--r-2); padding: var(--r-3); border-radius: var(--r-radius-s); background: var(--r-warn-soft); color: var(--r-warn); font-size: var(--r-text-s); font-weight: 600; }
    .notice.bad { background: var(--r-bad-soft); color: var(--r-bad); }
    .all { font-size: var(--r-text-s); }
    .ends { flex-wrap: wrap; }
    .swap { margin-inline-end: auto; }
  `]

  #customer = {}
  #asked = 0

  constructor() {
    super()
    this.#clear()
  }

  #clear() {
    Object.assign(this, { found: null, both: null, broken: null, problem: null, busy: false, words: '' })
  }

  async show() {
    this.#customer = line.thread().customer
    this.#clear()
    await this.updateComplete
    this.dialog.showModal()
    this.renderRoot.querySelector('input').focus()
    await this.#find()
  }

  render() {
    return html`<dialog aria-labelledby="title" @click=${this.backdrop}><div class="body">
      <h2 id="title">${t('One person, here twice?')}<button class="button quiet icon-only" type="button" aria-label=${t('Close')} @click=${this.close}>${icons.close}</button></h2>
      ${this.both ? this.#comparison(this.both) : this.#search()}</div></dialog>`
  }

  #search() {
    return html`
      <div class="field"><label for="who">${t('Who else is {name}?', { name: nameOf(this.#customer) })}</label>
        <input class="input" id="who" type="search" maxlength="200" autocomplete="off" placeholder=${t('Name, e-mail or telephone')} .value=${this.words} @input=${this.#typed}></div>
      <div aria-live="polite">${this.broken ? broken(this.broken, this.#find) : this.found ? this.#list(this.found.items) : loading(3)}</div>`
  }

  #list(items) {
    if (!items.length) return html`<p class="hint">${this.words ? t('Nobody you know is called so.') : t('Nobody else has the same address or telephone number. Search for them by name.')}</p>`
    return html`<ol>${items.map(each => html`<li><button class="one" type="button" @click=${() => this.#compare(this.#customer.id, each.id)}>
      <b>${nameOf(each)}</b><span class="chips">${each.same.map(what => html`<span class="chip info">${what === 'email' ? t('same e-mail') : t('same telephone')}</span>`)}
        ${each.verified ? html`<span class="chip good">${icons.check}${t('verified')}</span>` : nothing}</span>
      <span class="hint">${each.email ? html`${each.email} · ` : nothing}${t('conversations: {n}', { n: number(each.conversations) })} · ${t('since')} <ramah-time mode="day" at=${each.since}></ramah-time></span></button></li>`)}</ol>`
  }

  #comparison({ kept, merged, lines, refusal }) {
    const proves = kept.verified !== merged.verified
    return html`
      <table><thead><tr><th scope="col"><span class="unseen">${t('What')}</span></th><th scope="col">${t('Stays')}</th><th scope="col">${t('Becomes the same')}</th></tr></thead>
        <tbody>${lines.map(each => html`<tr><th scope="row">${nameOfLine(each)}</th>
            <td>${this.#value(each.kept, each.stays === 'KEPT')}</td><td>${this.#value(each.merged, each.stays === 'MERGED' || each.kept === each.merged)}</td></tr>`)}
          ${this.#counted(t('Conversations'), kept.conversations, merged.conversations)}
          ${this.#counted(t('Orders'), kept.orders, merged.orders)}</tbody></table>
      ${refusal ? html`<p class="notice bad" role="alert">${icons.warning}<span>${refusal}</span></p>` : html`
        <p class="all">${t('Everything of both is {name}’s from then on: conversations, orders, events, notes, marks and gifts. Whoever has a chat open goes on in it.', { name: nameOf(kept) })}</p>
        ${proves ? html`<p class="notice">${icons.warning}<span>${t('One of them has not proved who they are. Whoever writes there is then taken for {name} and may be told about their orders. Be sure that it is the same person.', { name: nameOf(kept.verified ? kept : merged) })}</span></p>` : nothing}
        <p class="hint">${t('This cannot be taken back. It stays on record that you did it.')}</p>`}
      <div role="alert">${this.problem ? html`<p class="error">${this.problem.detail || this.problem.title}</p>` : nothing}</div>
      <div class="ends"><button class="button swap" type="button" @click=${() => this.#compare(merged.id, kept.id)} ?disabled=${this.busy}>${icons.transfer}${t('Keep the other one')}</button>
        <button class="button" type="button" @click=${this.#back}>${t('Back')}</button>
        <button class="button primary" type="button" ?disabled=${this.busy || Boolean(refusal)} @click=${this.#merge}>${icons.check}${t('Make them one')}</button></div>`
  }

  #value(value, stays) {
    if (!value) return html`<span class="hint">–</span>`
    return stays ? html`<span class="stays">${icons.check}<span>${value}</span></span>` : html`<s class="goes">${value}</s>`
  }

  #counted(what, kept, merged) {
    const count = n => (n ? html`<span class="stays">${icons.check}<span>${number(n)}</span></span>` : html`<span class="hint">–</span>`)
    return kept + merged ? html`<tr><th scope="row">${what}</th><td>${count(kept)}</td><td>${count(merged)}</td></tr>` : nothing
  }

  #typed = event => {
    this.words = event.target.value.trim()
    clearTimeout(this.pause)
    this.pause = setTimeout(this.#find, PAUSE)
  }

  #find = async () => {
    const asked = ++this.#asked
    this.broken = null
    try {
      const found = await get(withQuery(path(this.#customer.id), { q: this.words }))
      if (asked === this.#asked) this.found = found
    } catch (problem) {
      if (asked === this.#asked) this.broken = problem
    }
  }

  async #compare(kept, merged) {
    this.problem = null
    try {
      this.both = await get(`${path(kept)}/${encodeURIComponent(merged)}`)
    } catch (problem) {
      if (this.both) this.problem = problem
      else this.broken = problem
    }
    await this.updateComplete
    this.renderRoot.querySelector('.primary')?.focus()
  }

  #back = async () => {
    this.both = null
    await this.updateComplete
    this.renderRoot.querySelector('input').focus()
  }

  #merge = async () => {
    const { kept, merged } = this.both
    this.busy = true
    this.problem = null
    try {
      await post(path(kept.id), { merged: merged.id })
      announce(t('{name} is one customer now.', { name: nameOf(kept) }))
      this.close()
      if (line.current) line.open(line.current)
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

const path = customer => `/api/customers/${encodeURIComponent(customer)}/duplicates`

const NAMES = { name: 'Name', email: 'E-mail', identity: 'Shop’s key' }

const nameOfLine = ({ what, attribute }) => (attribute ? what : t(NAMES[what] ?? what))

customElements.define('ramah-merge', RamahMerge)
