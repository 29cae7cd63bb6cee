/**
 * `<ramah-offers>`: a conversation offered to me, with the time left to accept it, and short notices
 * ("Taken by Ana"). In the corner, above everything, never taking the focus by itself.
 *
 * Event: `accept` with the conversation.
 */
import { LitElement, css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'
import { reasonOf } from './reasons.js'
import { nameOf } from './rows.js'

const NOTICE = 7_000

/** What made this person the right one. */
const whyYou = {
  MEANT_FOR_THEM: 'handed on to you',
  KNOWS_THE_CUSTOMER: 'you know this customer',
  HAS_THE_SKILLS: 'it needs your skills',
  SPEAKS_THE_LANGUAGE: 'you speak the language',
}

/** Who handed it on last, and why. */
const handedOn = item => (item?.reason === 'TRANSFERRED' ? item.brief?.done?.findLast(deed => deed.deed === 'transferred' && deed.words) : null)

class RamahOffers extends LitElement {
  static properties = { notices: { state: true }, now: { state: true } }
  static styles = [base, css`
    :host { position: fixed; inset-inline-end: var(--r-4); bottom: var(--r-4); z-index: 40; display: grid; gap: var(--r-2);
      width: min(360px, calc(100vw - 24px)); pointer-events: none; }
    :host > * { pointer-events: auto; }
    .offer, .notice { padding: var(--r-3) var(--r-4); border: 1px solid var(--r-line); border-radius: var(--r-radius);
      background: var(--r-surface); box-shadow: var(--r-shadow); font-size: var(--r-text-s); }
    .offer { display: grid; gap: var(--r-2); border-top: 3px solid var(--r-accent); }
    /* More would cover the desk; the others wait in the queue as well, and move up when one is answered. */
    .offer:nth-of-type(n + 3) { display: none; }
    .top { display: flex; align-items: center; gap: var(--r-2); font-weight: 700; }
    .left { margin-inline-start: auto; font-variant-numeric: tabular-nums; }
    .words { display: -webkit-box; overflow: hidden; color: var(--r-ink-2); -webkit-box-orient: vertical; -webkit-line-clamp: 3; }
    progress { width: 100%; height: 4px; border: 0; border-radius: 2px; background: var(--r-sunken); appearance: none; }
    progress::-webkit-progress-bar { border-radius: 2px; background: var(--r-sunken); }
    progress::-webkit-progress-value { border-radius: 2px; background: var(--r-accent); }
    progress::-moz-progress-bar { border-radius: 2px; background: var(--r-accent); }
    .ends { display: flex; gap: var(--r-2); }
    .ends .button { flex: 1; }
    .notice { display: flex; align-items: center; gap: var(--r-2); }
    .notice button { margin-inline-start: auto; }
    .warn { border-inline-start: 4px solid var(--r-warn); }
    .bad { border-inline-start: 4px solid var(--r-bad); }
    .good { border-inline-start: 4px solid var(--r-good); }
    @media (max-width: 760px) {
      :host { inset-inline-end: 12px; }
      :host([data-view="talk"]) { bottom: auto; top: 152px; }
      .offer:nth-of-type(n + 2) { display: none; }
    }
  `]

  #tick = null
  /** The whole time of each offer, to draw how much of it is left. */
  #whole = new Map()

  constructor() {
    super()
    this.notices = []
    this.now = Date.now()
    new FollowsLine(this)
  }

  notice(text, tone = '') {
    const notice = { text, tone }
    this.notices = [...this.notices, notice].slice(-3)
    setTimeout(() => this.#close(notice), NOTICE)
  }

  willUpdate() {
    const offered = line.board.offers.length > 0
    if (offered && !this.#tick) this.#tick = setInterval(() => (this.now = Date.now()), 1000)
    if (!offered && this.#tick) {
      clearInterval(this.#tick)
      this.#tick = null
    }
    if (offered) this.now = Date.now()
  }

  render() {
    return html`<div role="status">${this.notices.map(notice => html`<div class="notice ${notice.tone}">
        ${notice.tone === 'good' ? icons.check : icons.info}<span>${notice.text}</span>
        <button class="button quiet icon-only" type="button" aria-label=${t('Close')} @click=${() => this.#close(notice)}>${icons.close}</button></div>`)}</div>
      ${line.board.offers.map(offer => this.#offer(offer))}`
  }

  #offer({ conversation, until, because }) {
    const item = line.board.waits(conversation)
    const left = Math.max(0, Math.ceil((new Date(until) - this.now) / 1000))
    if (!this.#whole.has(conversation)) this.#whole.set(conversation, left)
    return html`<div class="offer" role="group" aria-label=${t('Offered to you: {name}', { name: nameOf(item?.customer) })}>
      <div class="top">${icons.inbox}<span>${t('For you: {name}', { name: nameOf(item?.customer) })}</span><span class="left" aria-hidden="true">${left} s</span></div>
      ${item?.brief?.request ? html`<p class="words">${item.brief.request}</p>` : nothing}
      ${handedOn(item) ? html`<p class="words"><b>${handedOn(item).name}</b>: <q>${handedOn(item).words}</q></p>` : nothing}
      ${item ? html`<span class="hint">${reasonOf(item.reason).text}${whyYou[because] ? html` · ${t(whyYou[because])}` : nothing}</span>` : nothing}
      <progress max=${this.#whole.get(conversation) || 1} value=${left} aria-label=${t('Time left to accept')}></progress>
      <div class="ends"><button class="button" type="button" @click=${() => line.decline(conversation)}>${t('Decline')}</button>
        <button class="button primary" type="button" @click=${() => this.dispatchEvent(new CustomEvent('accept', { detail: conversation }))}>${t('Accept')}</button></div>
    </div>`
  }

  #close(notice) {
    this.notices = this.notices.filter(other => other !== notice)
  }
}

customElements.define('ramah-offers', RamahOffers)
