/**
 * `<ramah-inbox>`: the list of a view, or what a search found in it. Everything it shows is in the address, so
 * filters are links. Pages follow each other by what the last one ended with.
 *
 * Event: `open` with `{conversation, entry}`.
 */
import { LitElement, html, nothing } from 'lit'
import { get, withQuery } from '../shared/api.js'
import { base, broken, empty, loading } from '../shared/base.js'
import { languageName } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { inboxLook } from './inbox-look.js'
import { listedRow, hitRow } from './inbox-rows.js'
import { line } from './line.js'
import { listsLook } from './lists-look.js'
import { places } from './places.js'
import { nameOfView } from './views.js'

const LANGUAGES = ['en', 'id', 'ar', 'de', 'es', 'fr', 'nl', 'pt']
/** What happens meanwhile is asked for this often while the page is in front. */
const EVERY = 15_000
/** Many things that happen together are one reason to look again. */
const SOON = 700
/** A pause this long between two keys is the end of what is looked for. */
const PAUSE = 350

class RamahInbox extends LitElement {
  static properties = { found: { state: true }, problem: { state: true }, busy: { state: true }, reasons: { state: true }, filtering: { state: true } }
  static styles = [base, listsLook, inboxLook]

  #asked = null
  #timer = null
  #soon = null
  #typed = null

  constructor() {
    super()
    /** `{items, called, next}` of what the address asks for, or null until it is there. */
    this.found = null
    this.problem = null
    this.busy = false
    this.reasons = []
    this.filtering = false
  }

  connectedCallback() {
    super.connectedCallback()
    places.addEventListener('change', this.#follow)
    for (const news of ['waiting', 'mine', 'message', 'due']) line.addEventListener(news, this.#lookSoon)
    document.addEventListener('visibilitychange', this.#look)
    this.#timer = setInterval(this.#look, EVERY)
    const { language, reason, status, view } = places.filters
    this.filtering = Boolean(language || reason || (status && view !== 'team'))
    this.#load()
    get('/api/inbox/counts').then(({ reasons }) => (this.reasons = reasons), () => {})
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    places.removeEventListener('change', this.#follow)
    for (const news of ['waiting', 'mine', 'message', 'due']) line.removeEventListener(news, this.#lookSoon)
    document.removeEventListener('visibilitychange', this.#look)
    clearInterval(this.#timer)
    clearTimeout(this.#soon)
    clearTimeout(this.#typed)
    this.#asked?.abort()
  }

  get rows() {
    return [...this.renderRoot.querySelectorAll('[data-row]')]
  }

  focusSearch() {
    this.renderRoot.querySelector('#search').focus()
  }

  render() {
    const filters = places.filters
    const set = ['language', 'reason', 'status'].filter(part => filters[part]).length
    return html`
      <form class="filter" role="search" @submit=${this.#submit}>${icons.search}
        <input class="input" id="search" name="q" type="search" autocomplete="off" .value=${filters.q ?? ''} maxlength="200"
          aria-label=${t('Search everything said')} placeholder=${t('Search everything said')} @input=${this.#type} @keydown=${this.#leave}>
        <button class="button quiet icon-only sieve" type="button" aria-expanded=${this.filtering} title=${t('Filters')}
          aria-label=${t('Filters')} @click=${() => (this.filtering = !this.filtering)}>${icons.menu}${set ? html`<span class="dot">${set}</span>` : nothing}</button></form>
      ${this.filtering ? this.#filters(filters) : nothing}
      <h2 class="unseen">${nameOfView(filters.view)}</h2>
      <div class="scroll" tabindex="-1" aria-busy=${this.busy}>${this.#list(filters)}</div>`
  }

  #filters({ language, reason, status }) {
    const reasons = [...new Set([...(reason ? [reason] : []), ...this.reasons])]
    const choice = (name, label, value, options) => html`<select class="input" aria-label=${label} name=${name} @change=${this.#choose}>
      <option value="" ?selected=${!value}>${label}: ${t('all')}</option>
      ${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}</select>`
    return html`<div class="choices">
      ${choice('language', t('Language'), language, LANGUAGES.map(code => [code, languageName(code)]))}
      ${choice('reason', t('Reason'), reason, reasons.map(each => [each, each]))}
      ${choice('status', t('Status'), status, [['open', t('Not resolved')], ['resolved', t('Resolved')]])}</div>`
  }

  #list({ q }) {
    if (this.problem && !this.found) return broken(this.problem, () => this.#load())
    if (!this.found) return loading(5)
    const { items, called, next } = this.found
    if (items.length + called.length === 0) {
      return q ? empty(t('Nothing found'), t('Try fewer or other words; “quotes” find a phrase, -word leaves one out.'), icons.search)
        : empty(t('Nothing here'), t('No conversation fits this view and its filters.'), icons.inbox)
    }
    const how = { current: line.current, open: this.#open }
    return html`<ul aria-label=${q ? t('Found') : t('Conversations')}>
        ${called.map(item => listedRow(item, how))}
        ${items.map(item => (q ? hitRow(item, how) : listedRow(item, how)))}</ul>
      ${next ? html`<button class="button more" type="button" ?disabled=${this.busy} @click=${() => this.#more()}>${t('Show more')}</button>` : nothing}`
  }

  #open = (event, conversation, entry) => {
    event.preventDefault()
    this.dispatchEvent(new CustomEvent('open', { detail: { conversation, entry }, bubbles: true, composed: true }))
    this.requestUpdate()
  }

  #follow = () => {
    this.found = null
    this.#load()
  }

  /** The first page again; pages behind it stay as they are until somebody goes to another view. */
  #look = () => {
    if (!document.hidden && !this.busy && (this.found?.pages ?? 1) === 1) this.#load()
  }

  #lookSoon = () => {
    clearTimeout(this.#soon)
    this.#soon = setTimeout(this.#look, SOON)
  }

  async #load() {
    const { items, called, next } = (await this.#ask()) ?? {}
    if (items) this.found = { items, called, next, pages: 1 }
  }

  async #more() {
    const before = this.found
    const { items, next } = (await this.#ask(before.next)) ?? {}
    if (items) this.found = { ...before, items: [...before.items, ...items], next, pages: before.pages + 1 }
  }

  async #ask(after) {
    this.#asked?.abort()
    const asked = (this.#asked = new AbortController())
    const filters = places.filters
    this.busy = true
    try {
      const answer = await get(withQuery(filters.q ? '/api/search' : '/api/inbox', { ...filters, after }), { signal: asked.signal })
      this.problem = null
      return { items: answer.hits ?? answer.items, called: answer.called ?? [], next: answer.next }
    } catch (problem) {
      if (problem.name === 'AbortError') return null
      this.problem = problem
      return null
    } finally {
      if (this.#asked === asked) this.busy = false
    }
  }

  #choose = event => {
    const { name, value } = event.target
    places.go({ ...places.filters, view: places.filters.view, [name]: value })
  }

  #type = event => {
    clearTimeout(this.#typed)
    const q = event.target.value.trim()
    // What is typed on is one search: the way back leads to before it.
    this.#typed = setTimeout(() => places.go({ ...places.filters, q }, Boolean(places.filters.q)), PAUSE)
  }

  #submit = event => {
    event.preventDefault()
    clearTimeout(this.#typed)
    places.go({ ...places.filters, q: event.target.q.value.trim() })
  }

  #leave = event => {
    if (event.key === 'Escape' && event.target.value) {
      event.target.value = ''
      places.go({ ...places.filters, q: '' })
    } else if (event.key === 'Escape' || event.key === 'ArrowDown') {
      this.rows[0]?.focus()
    } else return
    event.preventDefault()
  }
}

customElements.define('ramah-inbox', RamahInbox)
