/** `<ramah-views>`: the links to the desk's views, with how many each has. */
import { LitElement, css, html, nothing } from 'lit'
import { get } from '../shared/api.js'
import { base } from '../shared/base.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'
import { FollowsPlaces, VIEWS, isForBrowser, places } from './places.js'

/** More is shown as more: the server counts no further. */
const MOST = 100
const EVERY = 30_000

export const nameOfView = view => ({
  mine: t('Mine'), team: t('Team'), waiting: t('Waiting'), promised: t('Promised'), all: t('All'),
})[view] ?? t('Now')

class RamahViews extends LitElement {
  static properties = { counts: { state: true } }
  static styles = [base, css`
    :host { flex: none; padding: 0 var(--r-3) var(--r-2); }
    ul { display: flex; flex-wrap: wrap; gap: 4px; }
    a { display: inline-flex; align-items: center; gap: 5px; min-height: 28px; padding: 0 9px; border: 1px solid var(--r-line);
      border-radius: var(--r-round); background: var(--r-surface); color: var(--r-ink-2); font-size: var(--r-text-s); font-weight: 600;
      text-decoration: none; white-space: nowrap; }
    a:hover { background: var(--r-sunken); color: var(--r-ink); }
    a[aria-current] { border-color: var(--r-accent); background: var(--r-accent-soft); color: var(--r-accent-strong); }
    .n { font-size: 0.75rem; font-variant-numeric: tabular-nums; }
    @media (max-width: 760px) { a { min-height: 36px; padding: 0 12px; } }
  `]

  #timer = null

  constructor() {
    super()
    this.counts = {}
    new FollowsLine(this)
    new FollowsPlaces(this)
  }

  connectedCallback() {
    super.connectedCallback()
    this.#count()
    this.#timer = setInterval(() => document.hidden || this.#count(), EVERY)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  render() {
    const { view } = places.here
    return html`<nav aria-label=${t('Views')}><ul>
      ${[undefined, ...Object.keys(VIEWS)].map(each => html`<li><a href=${places.of({ view: each, ...VIEWS[each] })}
        aria-current=${each === view ? 'page' : nothing} @click=${event => this.#go(event, each)}>${nameOfView(each)}${this.#number(each)}</a></li>`)}
    </ul></nav>`
  }

  /** My own and those who wait are known here to the second; the others are counted now and then. */
  #number(view) {
    const { team, promised } = this.counts
    const n = { mine: line.board.mine.length, waiting: line.board.queue.length, team, promised }[view]
    return n ? html`<span class="n">${n >= MOST ? MOST - 1 + '+' : n}</span>` : nothing
  }

  async #count() {
    try {
      this.counts = (await get('/api/inbox/counts')).views
    } catch {
      // Numbers that do not come are left as they were.
    }
  }

  #go(event, view) {
    if (isForBrowser(event)) return
    event.preventDefault()
    places.go({ view, ...VIEWS[view] })
    this.#count()
  }
}

customElements.define('ramah-views', RamahViews)
