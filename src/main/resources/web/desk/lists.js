/**
 * `<ramah-lists>`: the left column. My status, the views, and under them the list of one, or else what is now: the
 * queue (who waits, how long, why), my conversations. Who else is at work. One row is in the tab order at a time; j and k (or the arrows) walk the rows.
 *
 * Events: `open` with `{conversation, entry}`, `take` with the conversation as detail.
 */
import { LitElement, html, nothing } from 'lit'
import { base, empty, loading } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'
import { listsLook } from './lists-look.js'
import { FollowsPlaces, isForBrowser, places } from './places.js'
import { mineRow, nameOf, queueRow } from './rows.js'
import './colleagues.js'
import './inbox.js'
import './status-switch.js'
import './views.js'

class RamahLists extends LitElement {
  static properties = { filter: { state: true }, marked: { state: true } }
  static styles = [base, listsLook]

  constructor() {
    super()
    this.filter = ''
    this.marked = null
    new FollowsLine(this)
    new FollowsPlaces(this)
  }

  /** The conversation the keys act on when none is open: the focused row. */
  get focused() {
    return (this.#inbox?.renderRoot ?? this.renderRoot).activeElement?.dataset.row ?? null
  }

  /** Walks the rows by `step`, from the marked one or the open one. */
  walk(step) {
    if (this.#inbox) return this.#walkInbox(step)
    const rows = this.#order()
    if (rows.length === 0) return
    const from = rows.indexOf(this.focused ?? this.marked ?? line.current)
    this.marked = rows[next(from, step, rows.length)]
    this.updateComplete.then(() => this.#row(this.marked)?.focus())
  }

  /** A conversation may be there more than once, with each of its entries that were found. */
  #walkInbox(step) {
    const rows = this.#rows()
    const focused = rows.indexOf(this.#inbox.renderRoot.activeElement)
    const from = focused === -1 ? rows.findIndex(row => row.dataset.row === line.current) : focused
    rows[next(from, step, rows.length)]?.focus()
  }

  focusFilter() {
    this.#inbox ? this.#inbox.focusSearch() : this.renderRoot.querySelector('#filter').focus()
  }

  focusRow(conversation) {
    const row = this.#row(conversation) ?? this.#rows()[0]
    row ? row.focus() : this.focusFilter()
  }

  render() {
    const { mine, queue } = this.#shown()
    const tabbable = this.#order().includes(this.marked) ? this.marked : this.#order()[0]
    return html`
      <h1 class="unseen">${t('Desk')}</h1>
      <ramah-status></ramah-status>
      <ramah-views></ramah-views>
      ${places.here.view ? html`<ramah-inbox @keydown=${this.#arrows}></ramah-inbox>` : this.#now(mine, queue, tabbable)}
      <ramah-colleagues></ramah-colleagues>`
  }

  #now(mine, queue, tabbable) {
    return html`<div class="filter">${icons.search}<input class="input" id="filter" type="search" autocomplete="off" .value=${this.filter}
          aria-label=${t('Filter conversations')} placeholder=${t('Filter')} @input=${event => (this.filter = event.target.value)}
          @keydown=${this.#leaveFilter}><kbd aria-hidden="true">/</kbd></div>
      ${this.filter.trim() ? this.#everywhere(this.filter.trim()) : nothing}
      <div class="scroll" @keydown=${this.#arrows}>
        <section aria-labelledby="waiting-title">
          <h2 id="waiting-title">${t('Waiting')} <span class="count ${line.board.queue.length ? 'hot' : ''}">${line.board.queue.length}</span></h2>
          ${this.#queue(queue, tabbable)}
        </section>
        <section aria-labelledby="mine-title">
          <h2 id="mine-title">${t('Mine')} <span class="count">${line.board.mine.length}</span></h2>
          ${this.#mine(mine, tabbable)}
        </section>
      </div>`
  }

  /** What is now is few; whatever was ever said is one step away. */
  #everywhere(q) {
    const filters = { view: 'all', q }
    return html`<a class="everywhere" href=${places.of(filters)} @click=${event => {
      if (isForBrowser(event)) return
      event.preventDefault()
      places.go(filters)
      this.updateComplete.then(() => this.focusFilter())
    }}>${icons.search}<span>${t('Search everything said for “{text}”', { text: q })}</span></a>`
  }

  #queue(queue, tabbable) {
    if (!line.greeted) return loading(3)
    if (line.board.queue.length === 0) return empty(t('Nobody waits'), t('New conversations appear here by themselves.'), icons.check)
    if (queue.length === 0) return empty(t('Nothing matches the filter'))
    return html`<ul>${queue.map(item => queueRow(item, {
      index: line.board.queue.indexOf(item),
      current: item.conversation === line.current,
      tabbable: item.conversation === tabbable,
      taking: line.isTaking(item.conversation),
      onOpen: () => this.#tell('open', { conversation: item.conversation }),
      onTake: () => this.#tell('take', item.conversation),
    }))}</ul>`
  }

  #mine(mine, tabbable) {
    if (!line.greeted) return loading(3)
    if (line.board.mine.length === 0) return empty(t('Nothing is yours yet'), t('Take the next one with {key}.', { key: 't' }), icons.inbox)
    if (mine.length === 0) return empty(t('Nothing matches the filter'))
    return html`<ul>${mine.map(item => mineRow(item, {
      current: item.conversation === line.current,
      tabbable: item.conversation === tabbable,
      onOpen: () => this.#tell('open', { conversation: item.conversation }),
    }))}</ul>`
  }

  #shown() {
    const words = this.filter.trim().toLocaleLowerCase()
    const fits = item => !words || [nameOf(item.customer), item.customer?.email, item.brief?.request, item.preview, item.team]
      .some(text => text?.toLocaleLowerCase().includes(words))
    return { queue: line.board.queue.filter(fits), mine: line.board.mine.filter(fits) }
  }

  get #inbox() {
    return this.renderRoot?.querySelector('ramah-inbox')
  }

  #order() {
    if (this.#inbox) return this.#rows().map(row => row.dataset.row)
    const { queue, mine } = this.#shown()
    return [...queue, ...mine].map(item => item.conversation)
  }

  #rows() {
    return this.#inbox?.rows ?? [...this.renderRoot.querySelectorAll('[data-row]')]
  }

  #row(conversation) {
    return this.#rows().find(row => row.dataset.row === conversation)
  }

  #arrows = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    // Fields have their own use for these keys.
    if (!step || event.defaultPrevented || event.composedPath()[0].matches('select, input')) return
    event.preventDefault()
    this.walk(step)
  }

  #leaveFilter = event => {
    if (event.key === 'Escape') this.filter = ''
    if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      this.updateComplete.then(() => this.focusRow(null))
    }
  }

  #tell(type, detail) {
    this.marked = detail.conversation ?? detail
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }
}

/** The row a step away; from none the first or the last. */
const next = (from, step, length) =>
  from === -1 ? (step > 0 ? 0 : length - 1) : Math.min(length - 1, Math.max(0, from + step))

customElements.define('ramah-lists', RamahLists)
