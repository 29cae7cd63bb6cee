/**
 * `<ramah-lists>`: the left column. My status, the queue (who waits, how long, why), my conversations,
 * and who else is at work. One row is in the tab order at a time; j and k (or the arrows) walk the rows.
 *
 * Events: `open` and `take`, with the conversation as detail.
 */
import { LitElement, html } from 'lit'
import { base, empty, loading } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'
import { listsLook } from './lists-look.js'
import { mineRow, nameOf, queueRow } from './rows.js'
import './colleagues.js'
import './status-switch.js'

class RamahLists extends LitElement {
  static properties = { filter: { state: true }, marked: { state: true } }
  static styles = [base, listsLook]

  constructor() {
    super()
    this.filter = ''
    this.marked = null
    new FollowsLine(this)
  }

  /** The conversation the keys act on when none is open: the focused row. */
  get focused() {
    return this.renderRoot.activeElement?.dataset.row ?? null
  }

  /** Walks the rows by `step`, from the marked one or the open one. */
  walk(step) {
    const rows = this.#order()
    if (rows.length === 0) return
    const from = rows.indexOf(this.focused ?? this.marked ?? line.current)
    const to = from === -1 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, from + step))
    this.marked = rows[to]
    this.updateComplete.then(() => this.#row(rows[to])?.focus())
  }

  focusFilter() {
    this.renderRoot.querySelector('#filter').focus()
  }

  focusRow(conversation) {
    const row = this.#row(conversation) ?? this.renderRoot.querySelector('[data-row]')
    row ? row.focus() : this.focusFilter()
  }

  render() {
    const { mine, queue } = this.#shown()
    const tabbable = this.#order().includes(this.marked) ? this.marked : this.#order()[0]
    return html`
      <h1 class="unseen">${t('Desk')}</h1>
      <ramah-status></ramah-status>
      <div class="filter">${icons.search}<input class="input" id="filter" type="search" autocomplete="off" .value=${this.filter}
          aria-label=${t('Filter conversations')} placeholder=${t('Filter')} @input=${event => (this.filter = event.target.value)}
          @keydown=${this.#leaveFilter}><kbd aria-hidden="true">/</kbd></div>
      <div class="scroll" @keydown=${this.#arrows}>
        <section aria-labelledby="waiting-title">
          <h2 id="waiting-title">${t('Waiting')} <span class="count ${line.board.queue.length ? 'hot' : ''}">${line.board.queue.length}</span></h2>
          ${this.#queue(queue, tabbable)}
        </section>
        <section aria-labelledby="mine-title">
          <h2 id="mine-title">${t('Mine')} <span class="count">${line.board.mine.length}</span></h2>
          ${this.#mine(mine, tabbable)}
        </section>
      </div>
      <ramah-colleagues></ramah-colleagues>`
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
      onOpen: () => this.#tell('open', item.conversation),
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
      onOpen: () => this.#tell('open', item.conversation),
    }))}</ul>`
  }

  #shown() {
    const words = this.filter.trim().toLocaleLowerCase()
    const fits = item => !words || [nameOf(item.customer), item.customer?.email, item.brief?.request, item.preview, item.team]
      .some(text => text?.toLocaleLowerCase().includes(words))
    return { queue: line.board.queue.filter(fits), mine: line.board.mine.filter(fits) }
  }

  #order() {
    const { queue, mine } = this.#shown()
    return [...queue, ...mine].map(item => item.conversation)
  }

  #row(conversation) {
    return [...this.renderRoot.querySelectorAll('[data-row]')].find(row => row.dataset.row === conversation)
  }

  #arrows = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
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
    this.marked = detail
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }
}

customElements.define('ramah-lists', RamahLists)
