import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import './words-id.js'
import { get, me, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { icons } from '../../shared/icons.js'
import { title } from '../../shared/page.js'
import { waitingChanged } from '../../shared/waiting.js'
import { t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { fromTheTop, sheet } from '../common/sheet.js'
import './outcomes.js'
import './sheet.js'
import { chips, customerName, standing } from './words.js'

const TABS = { mine: 'Mine', all: 'All open', late: 'Late', done: 'Done' }

/** Milliseconds between two looks at what came meanwhile. */
const LOOK_EVERY = 30_000

/** `<ramah-follow-ups>`: customers who were unhappy, and who answers them. The fragment names the one that is open. */
class FollowUps extends LitElement {
  static properties = { wanted: { state: true }, open: { state: true }, self: { state: true }, stamp: { state: true } }

  static styles = [base, sheet, css`
    .columns { display: grid; grid-template-columns: minmax(280px, 380px) minmax(0, 1fr); gap: var(--r-5); align-items: start; }
    .segments { display: flex; margin-bottom: var(--r-3); }
    .segments button { flex: 1 0 auto; padding-inline: var(--r-2); }
    .count { color: var(--r-ink-3); font-variant-numeric: tabular-nums; }
    .list { border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-surface); overflow: hidden; }
    .list li + li { border-top: 1px solid var(--r-line); }
    .list a { display: grid; gap: var(--r-1); padding: var(--r-3) var(--r-4); color: var(--r-ink); text-decoration: none; border-inline-start: 3px solid transparent; }
    .list a:hover { background: var(--r-sunken); }
    .list a:focus-visible { outline-offset: -2px; }
    .list a[aria-current] { background: var(--r-accent-soft); border-inline-start-color: var(--r-accent); }
    .list .said { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .list .hint { color: var(--r-ink-2); }
    .back { display: none; margin-bottom: var(--r-3); }
    .more { margin-top: var(--r-3); }
    @media (max-width: 860px) {
      .columns { grid-template-columns: minmax(0, 1fr); }
      .columns.opened .side, .columns:not(.opened) .sheet, ramah-outcomes.behind { display: none; }
      .back { display: inline-flex; }
    }
    @media (max-width: 560px) { .segments button { padding-inline: var(--r-1); } }
  `]

  #timer = 0

  constructor() {
    super()
    title(t('Follow-ups'))
    this.self = null
    this.stamp = 0
    this.pages = 1
    this.wanted = { which: 'mine' }
    this.open = location.hash.slice(1)
    this.list = new Load(this, (wanted, pages, signal) => read(wanted, pages, signal))
    me().then((person) => (this.self = person), () => {})
  }

  connectedCallback() {
    super.connectedCallback()
    window.addEventListener('hashchange', this.#went)
    this.#timer = setInterval(() => document.hidden || this.list.busy || this.#changed(), LOOK_EVERY)
    this.#look()
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener('hashchange', this.#went)
    clearInterval(this.#timer)
  }

  #went = () => {
    this.open = location.hash.slice(1)
    if (this.open) fromTheTop(this)
  }

  #look = () => this.list.run(this.wanted, this.pages)

  #changed = () => {
    this.stamp += 1
    waitingChanged()
    this.#look()
  }

  #show(wanted) {
    this.wanted = wanted
    this.pages = 1
    this.list.clear()
    this.#look()
  }

  render() {
    return html`
      <ramah-shell page="follow-ups">
        <div class="page-head"><div><h1>${t('Follow-ups')}</h1>
          <p>${t('Customers who gave a low mark. Each has an owner who took no part in the conversation, reads all of it, and answers.')}</p></div></div>
        <ramah-outcomes class=${this.open ? 'behind' : ''} stamp=${this.stamp} @opens=${({ detail }) => this.#show(detail)}></ramah-outcomes>
        <div class="columns ${this.open ? 'opened' : ''}">
          <div class="side">${this.#tabs()}
            <div aria-busy=${this.list.busy}>${this.list.show((found) => this.#found(found), { lines: 6 })}</div></div>
          <div class="sheet">
            <a class="button back" href="#">${icons.back}${t('Back to the list')}</a>
            ${this.open ? html`<ramah-follow-up key=${this.open} .self=${this.self} @changed=${this.#changed}></ramah-follow-up>`
              : html`<div class="card">${empty(t('Choose one to read it.'), t('The late ones stand first, then what is due next.'), icons.heart)}</div>`}
          </div>
        </div>
      </ramah-shell>`
  }

  #tabs() {
    const counts = this.list.value?.counts ?? {}
    const other = this.wanted.heading
    return html`
      <div class="segments" role="group" aria-label=${t('Which ones')}>${Object.entries(TABS).map(([which, name]) => html`
        <button type="button" aria-pressed=${this.wanted.which === which} @click=${() => this.#show({ which })}>${t(name)} <span class="count">${counts[which] ?? ''}</span></button>`)}</div>
      ${other ? html`<div class="spread"><h3>${other}</h3><button class="button quiet" type="button" @click=${() => this.#show({ which: 'mine' })}>${t('Close')}</button></div>` : nothing}`
  }

  /** An empty list says where there is something, or how there comes to be. */
  get #elsewhere() {
    const open = this.list.value?.counts?.all ?? 0
    return this.wanted.which === 'mine' && open ? tn(open, '{n} is open, with somebody else.', '{n} are open, with others.') : t('A low mark opens a follow-up by itself.')
  }

  #found({ followUps, total }) {
    if (!followUps.length) return html`<div class="list">${empty(nothingThere(this.wanted.which), this.#elsewhere)}</div>`
    return html`
      <p class="unseen" role="status">${tn(total, '{n} follow-up', '{n} follow-ups')}</p>
      <ul class="list">${followUps.map((each) => this.#line(each))}</ul>
      ${followUps.length < total ? html`<button class="button more" type="button" ?disabled=${this.list.busy} @click=${this.#more}>${t('Show more')}</button>` : nothing}`
  }

  #more = () => {
    this.pages += 1
    this.#look()
  }

  #line(followUp) {
    return html`
      <li><a href="#${followUp.id}" aria-current=${followUp.id === this.open ? 'true' : nothing}>
        <span class="spread"><strong>${customerName(followUp)}</strong><span class="row">${chips(followUp)}</span></span>
        ${followUp.comment ? html`<span class="said" dir="auto">${followUp.comment}</span>` : nothing}
        <span class="hint">${standing(followUp)}${followUp.state === 'open' ? html` · ${followUp.owner?.name ?? t('nobody')}` : nothing}</span>
      </a></li>`
  }
}

function nothingThere(which) {
  return which === 'mine' ? t('Nobody waits for your answer.') : which === 'late' ? t('Nothing is late.') : which === 'done' ? t('Nothing is done yet.') : t('Nobody waits for an answer.')
}

/** All pages up to the one asked for, so that looking again does not fold the list up. */
async function read({ which, cause, from, to }, pages, signal) {
  const answers = await Promise.all(
    Array.from({ length: pages }, (_, page) => get(withQuery('/api/follow-ups', { which, cause, from, to, page }), { signal })))
  return { ...answers.at(-1), followUps: answers.flatMap((answer) => answer.followUps) }
}

customElements.define('ramah-follow-ups', FollowUps)
