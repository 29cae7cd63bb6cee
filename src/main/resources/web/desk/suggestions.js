/**
 * `<ramah-suggestions>`: replies that may fit what the customer just said, from the articles and from how it was
 * solved before. One key puts one into the box, where it is read and changed before anybody sends it. What became of
 * them is counted without their text: used, edited or ignored.
 *
 * Event: `insert` with the text.
 */
import { LitElement, css, html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { base } from '../shared/base.js'
import { languageName } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'

class RamahSuggestions extends LitElement {
  static properties = { items: { state: true } }
  static styles = [base, css`
    :host { display: block; flex: none; padding: 0 var(--r-5); }
    section { display: grid; gap: 4px; max-width: 860px; margin: 0 auto var(--r-2); }
    .head { display: flex; align-items: center; gap: var(--r-2); color: var(--r-ink-3); font-size: 0.75rem; font-weight: 600; }
    .head .button { width: 28px; min-height: 28px; margin-inline-start: auto; }
    .one { display: flex; align-items: baseline; gap: var(--r-2); width: 100%; padding: 6px var(--r-2); border: 1px solid var(--r-line); border-radius: var(--r-radius-s);
      background: var(--r-surface); font-size: var(--r-text-s); text-align: start; }
    .one:hover { border-color: var(--r-accent); background: var(--r-accent-soft); }
    .words { flex: 1; min-width: 0; overflow: hidden; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
    .from { display: inline-flex; flex: none; align-items: baseline; gap: 4px; max-width: 40%; overflow: hidden; color: var(--r-ink-3); text-overflow: ellipsis; white-space: nowrap; }
    kbd { flex: none; }
    @media (max-width: 760px) { :host { padding: 0 var(--r-2); } kbd { display: none; } .from { max-width: 45%; } }
  `]

  /** The words that were asked about: conversation and entry. */
  #asked = ''
  #seq = 0
  #conversation = null
  #inserted = null
  #abort = null

  constructor() {
    super()
    this.items = []
    new FollowsLine(this)
  }

  willUpdate() {
    const thread = line.thread()
    const mine = thread?.loaded && thread.status === 'open' && line.board.holds(thread.conversation)
    const said = mine ? thread.entries.findLast(entry => entry.kind === 'said' && entry.by?.role !== 'bot') : null
    const asked = said?.by.role === 'customer' ? `${thread.conversation} ${said.seq}` : ''
    if (asked === this.#asked) return
    this.#asked = asked
    this.#abort?.abort()
    this.items = []
    this.#inserted = null
    if (asked) this.#ask(thread.conversation)
  }

  async #ask(conversation) {
    const abort = (this.#abort = new AbortController())
    try {
      const { seq, suggestions } = await get(`/api/conversations/${encodeURIComponent(conversation)}/suggestions`, { signal: abort.signal })
      if (abort.signal.aborted) return
      this.#seq = seq
      this.#conversation = conversation
      this.items = suggestions
    } catch {
      // Nobody must wait for a suggestion, or be told that there is none.
    }
  }

  /** Puts the one with this place (0 for the first) into the box. */
  take(place) {
    const item = this.items[place]
    if (!item) return
    this.#inserted = item
    this.dispatchEvent(new CustomEvent('insert', { detail: item.text }))
  }

  /** A reply was sent: tells what became of what was suggested for these words. */
  sent(text) {
    const first = this.#inserted ?? this.items[0]
    if (!first || this.#conversation !== line.current) return
    const outcome = !this.#inserted ? 'ignored' : text.trim() === this.#inserted.text.trim() ? 'used' : 'edited'
    this.items = []
    this.#inserted = null
    post(`/api/conversations/${encodeURIComponent(this.#conversation)}/suggestions`, { seq: this.#seq, kind: first.kind, outcome }).catch(() => {
      // A count that is lost is no harm to anybody.
    })
  }

  render() {
    if (this.items.length === 0) return nothing
    return html`<section aria-label=${t('Suggested replies')}>
      <div class="head">${icons.bolt}<span>${t('Suggested, not sent')}</span>
        <button class="button quiet icon-only" type="button" title=${t('Hide the suggestions')} aria-label=${t('Hide the suggestions')} @click=${() => (this.items = [])}>${icons.close}</button></div>
      ${this.items.map((item, place) => this.#one(item, place))}</section>`
  }

  #one(item, place) {
    const [citation] = item.citations
    return html`<button class="one" type="button" aria-keyshortcuts=${`Alt+${place + 1}`} @click=${() => this.take(place)}>
      <span class="words">${item.text}</span>
      ${item.theirs ? nothing : html`<span class="chip warn">${t('in {language}', { language: languageName(item.language) })}</span>`}
      <span class="from">${citation ? html`${icons.article}${citation.title}` : html`${icons.history}${t('Solved before')}`}</span>
      <kbd aria-hidden="true">Alt ${place + 1}</kbd></button>`
  }
}

customElements.define('ramah-suggestions', RamahSuggestions)

/** Alt and a digit, also while writing. Answers how to stop listening. */
export function listenForSuggestions(take) {
  const heard = event => {
    const digit = /^Digit([1-3])$/.exec(event.code)?.[1]
    if (!digit || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.composedPath().some(element => element.localName === 'dialog')) return
    event.preventDefault()
    take(digit - 1)
  }
  addEventListener('keydown', heard)
  return () => removeEventListener('keydown', heard)
}
