/**
 * `<ramah-brief>`: the hand-over brief, so that nobody has to say it twice. The request in the customer's
 * words, what is known and where from, what the bot answered, what did not help, why a person was asked.
 *
 * Event: `jump` with the sequence number of the entry a fact was taken from.
 */
import { LitElement, css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { languageName, pathOf } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { language, t } from '../shared/words.js'
import { gist, improved, points } from './summary.js'
import { FollowsLine } from './follows.js'
import { harshQuote } from './harsh.js'
import { line } from './line.js'
import { reasonOf } from './reasons.js'

const kinds = {
  name: 'Name', email: 'E-mail', order: 'Order', language: 'Language', page: 'Page', phone: 'Phone', product: 'Product',
  date: 'Date', amount: 'Amount', place: 'Place', code: 'Code', error: 'Error text', problem: 'Problem', photo: 'Photo',
}

const deeds = { took: 'took it', replied: 'replied', noted: 'noted', transferred: 'handed it on', gave: 'gave' }

const moods = { upset: ['warn', 'Sounds upset'], danger: ['bad', 'Possible danger'] }

/** How sure a fact is: said by the customer, proven by the shop, or concluded by us. Never by colour alone. */
const sources = {
  said: { name: 'said', tone: '', hint: 'The customer said so' },
  verified: { name: 'verified', tone: 'good', hint: 'Confirmed by the shop’s own data' },
  guessed: { name: 'guessed', tone: 'warn', hint: 'Concluded from the words or the page; ask if it matters' },
}

/** What the widget told by itself: there is nothing to doubt and nothing that proves it. */
const OBSERVED = ['language', 'page']

/** What managers call a fact that has no name here. */
const capital = kind => kind.charAt(0).toLocaleUpperCase() + kind.slice(1)

/** Reasons that say of the newest words that they are about an answer that failed, not about something new. */
const FAILED = ['DID_NOT_HELP', 'THUMBS_DOWN', 'ASKED_TWICE', 'UPSET']

/** The same words are told once: as what did not help, or as still open, and not when they are the request. */
function unanswered({ reason, request, notHelped = [], open }) {
  const lines = open?.split('\n') ?? []
  const told = FAILED.includes(reason) ? notHelped : notHelped.filter(words => !lines.includes(words))
  const isNew = open !== request && !lines.every(line => told.includes(line))
  return { notHelped: told, open: isNew ? open : null }
}

class RamahBrief extends LitElement {
  static styles = [base, css`
    :host { display: block; }
    .card { display: grid; gap: 10px; border-color: var(--r-accent); border-top-width: 3px; padding: 10px var(--r-3) var(--r-3); }
    h2 { display: flex; align-items: center; justify-content: space-between; gap: var(--r-2); font-size: var(--r-text-s); color: var(--r-ink-2); }
    h3 { padding-bottom: 1px; color: var(--r-ink-2); font-size: 0.75rem; }
    blockquote { margin: 0; color: var(--r-ink); font-size: var(--r-text); line-height: 1.4; overflow-wrap: anywhere;
      display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 5; overflow: hidden; }
    .why { display: flex; align-items: center; gap: 6px; padding: 4px var(--r-2); border-radius: var(--r-radius-s);
      background: var(--r-sunken); font-size: var(--r-text-s); font-weight: 600; }
    .why.warn { background: var(--r-warn-soft); color: var(--r-warn); }
    .why.bad { background: var(--r-bad-soft); color: var(--r-bad); }
    .why.info { background: var(--r-info-soft); color: var(--r-info); }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr) max-content; gap: 1px var(--r-2); font-size: var(--r-text-s); line-height: 1.45; }
    dl > div { display: contents; }
    dt { color: var(--r-ink-2); }
    dd { overflow-wrap: anywhere; font-weight: 600; }
    dd.from { font-weight: 400; text-align: end; }
    .jump { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: start; text-decoration: underline dotted;
      text-underline-offset: 3px; overflow-wrap: anywhere; }
    .jump:hover { color: var(--r-accent); }
    .chip { font-size: 0.6875rem; padding: 0 6px; }
    ul { display: grid; gap: 4px; font-size: var(--r-text-s); }
    li { display: flex; align-items: baseline; gap: 6px; overflow-wrap: anywhere; }
    li > :first-child { flex: 1; }
    .open-question { padding-inline-start: var(--r-2); border-inline-start: 2px solid var(--r-accent); font-size: var(--r-text-s); }
    .none { color: var(--r-ink-2); font-size: var(--r-text-s); }
    .summary { padding: var(--r-2); border-radius: var(--r-radius-s); background: var(--r-sunken); line-height: 1.45; }
    .summary h3 { display: flex; justify-content: space-between; align-items: baseline; }
    .where { color: var(--r-ink-2); font-size: 0.6875rem; white-space: nowrap; }
    .folded { padding: 0 var(--r-2); border: 1px dashed var(--r-line-strong); border-radius: var(--r-radius-s); background: none; color: inherit; letter-spacing: 0.1em; }
    details { font-size: var(--r-text-s); }
    summary { cursor: pointer; color: var(--r-ink-2); }
    details p { padding-top: var(--r-1); }
  `]

  constructor() {
    super()
    new FollowsLine(this)
  }

  render() {
    const thread = line.thread()
    if (!thread?.loaded) return nothing
    const summary = thread.brief && thread.summaryOf(thread.brief, language)
    const brief = improved(thread.brief, summary)
    if (!brief) {
      return html`<section class="card" aria-labelledby="brief"><h2 id="brief">${t('Hand-over brief')}</h2>
        <p class="none">${thread.status === 'resolved' ? t('No person was asked for.') : t('No person was asked for yet; the bot has the turn.')}</p></section>`
    }
    const reason = reasonOf(brief.reason)
    const { notHelped, open } = unanswered(brief)
    const words = thread.entries.find(entry => entry.seq === brief.seq && entry.kind === 'transferred' && entry.reason)
    return html`<section class="card" aria-labelledby="brief">
      <h2 id="brief"><span>${t('Hand-over brief')}</span><ramah-time class="hint" at=${brief.at}></ramah-time></h2>
      ${summary ? gist(summary, seq => this.#jump(seq)) : nothing}
      <div><h3>${summary ? t('In their words') : t('What they want')}</h3>${this.#request(thread.request)}</div>
      <div class="why ${reason.tone}">${reason.icon || icons.person}<span><span class="unseen">${t('Why a person was asked:')} </span>${reason.text}</span></div>
      ${moods[brief.mood] && brief.mood.toUpperCase() !== brief.reason ? html`<div class="why ${moods[brief.mood][0]}">${icons.warning}<span>${t(moods[brief.mood][1])}</span></div>` : nothing}
      ${words ? html`<div><h3>${t('{name} says', { name: words.by.name })}</h3><p class="open-question">${words.reason}</p></div>` : nothing}
      ${brief.facts?.length ? html`<div><h3>${t('Already known')}</h3><dl>${brief.facts.map(fact => this.#fact(fact))}</dl></div>` : nothing}
      ${brief.answered?.length ? html`<div><h3>${t('What the bot answered')}</h3><ul>${brief.answered.map(answer => this.#answer(answer))}</ul></div>` : nothing}
      ${notHelped.length ? html`<div><h3>${t('What did not help')}</h3><ul>${notHelped.map(text => html`<li><span>${text}</span></li>`)}</ul></div>` : nothing}
      ${summary?.tried.length ? html`<div><h3>${t('What they tried')}</h3>${points(summary.tried, seq => this.#jump(seq))}</div>`
        : brief.tried?.length ? html`<div><h3>${t('What they tried')}</h3><ul>${brief.tried.map(({ seq, text }) => html`<li>
        <button class="jump" type="button" title=${t('Show where this was said')} @click=${() => this.#jump(seq)}>${text}</button></li>`)}</ul></div>` : nothing}
      ${this.#done(brief.done ?? [])}
      ${summary?.open.length ? html`<div><h3>${t('Still open')}</h3>${points(summary.open, seq => this.#jump(seq))}</div>`
        : open ? html`<div><h3>${t('Still open')}</h3><p class="open-question">${open}</p></div>` : nothing}
      ${thread.briefs.length > 1 ? this.#before(thread.briefs.slice(0, -1)) : nothing}
    </section>`
  }

  #request(words) {
    return words ? html`<blockquote dir="auto">${harshQuote(words, line.current)}</blockquote>` : html`<p class="none">${t('No words yet')}</p>`
  }

  #fact({ kind, value, seq, source }) {
    const sure = sources[source] ?? sources.said
    const words = kind === 'language' && value.length <= 3 ? languageName(value) : kind === 'page' ? html`<span title=${value}>${pathOf(value)}</span>` : value
    return html`<div><dt>${t(kinds[kind] ?? capital(kind))}</dt>
      <dd>${seq ? html`<button class="jump" type="button" title=${t('Show where this was said')} @click=${() => this.#jump(seq)}>${words}</button>` : words}</dd>
      <dd class="from">${OBSERVED.includes(kind) ? nothing : html`<span class="chip ${sure.tone}" title=${t(sure.hint)}>${t(sure.name)}</span>`}</dd></div>`
  }

  #answer({ seq, title, helped }) {
    const verdict = helped === true ? ['good', t('helped')] : helped === false ? ['bad', t('did not help')] : ['', t('no word on it')]
    return html`<li><button class="jump" type="button" title=${t('Show the answer')} @click=${() => this.#jump(seq)}>${title}</button>
      <span class="chip ${verdict[0]}">${verdict[1]}</span></li>`
  }

  /** Taking alone tells nothing that the transcript does not. */
  #done(all) {
    const done = all.filter(({ deed }) => deed !== 'took')
    if (done.length === 0) return nothing
    return html`<div><h3>${t('What colleagues did')}</h3><ul>${done.map(({ seq, name, deed, words }) => html`<li>
      <span><b>${name}</b> ${t(deeds[deed])}: <button class="jump" type="button" title=${t('Show it')} @click=${() => this.#jump(seq)}>${words}</button></span></li>`)}</ul></div>`
  }

  #before(briefs) {
    return html`<details><summary>${t('Earlier briefs')} (${briefs.length})</summary>
      ${briefs.map(brief => html`<p><ramah-time at=${brief.at}></ramah-time> · ${reasonOf(brief.reason).text}: ${brief.request}</p>`)}</details>`
  }

  #jump(seq) {
    this.dispatchEvent(new CustomEvent('jump', { detail: seq, bubbles: true, composed: true }))
  }
}

customElements.define('ramah-brief', RamahBrief)
