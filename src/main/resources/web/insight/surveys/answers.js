import { LitElement, css, html, nothing } from 'lit'
import './answers-words-id.js'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { language, t, tn } from '../../shared/words.js'
import '../common/dialog.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { opensStyle } from '../report/behind.js'
import { interval, spread } from '../report/interval.js'
import { asQuery, fileName } from '../report/range.js'
import { reportStyle } from '../report/report-style.js'
import { FEW } from '../report/wilson.js'
import { kinds } from './words.js'

const ANSWERS = '/api/reports/answers'
const SAID = `${ANSWERS}/said`

/** Words that stand on the page before somebody opens the others. */
const NEWEST = 5

/** `<ramah-answers .range .stamp>`: what was answered to each question of each survey, counted, with the newest words. */
class Answers extends LitElement {
  static properties = { range: { attribute: false }, stamp: { type: Number }, opened: { state: true } }

  static styles = [base, sheet, reportStyle, opensStyle, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); }
    .survey { display: grid; gap: var(--r-5); }
    .survey + .survey { margin-top: var(--r-6); }
    .questions { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: var(--r-6) var(--r-8); align-items: start; }
    .questions > section { min-width: 0; display: grid; gap: var(--r-2); break-inside: avoid; }
    h4 { margin: 0; font-size: var(--r-text); overflow-wrap: anywhere; }
    tbody th { overflow-wrap: anywhere; }
    td.number { white-space: nowrap; }
    td.number .hint { font-weight: 400; }
    @media (max-width: 560px) { td.drawn { display: none; } }
    @media print { td.drawn { display: none; } }
  `]

  constructor() {
    super()
    this.stamp = 0
    this.opened = null
    this.read = new Load(this, (range, signal) => get(withQuery(ANSWERS, asQuery(range)), { signal }))
  }

  willUpdate(changed) {
    if (!this.range || (!changed.has('range') && !changed.has('stamp'))) return
    if (changed.has('range')) this.read.clear()
    this.read.run(this.range)
  }

  render() {
    const { opened } = this
    return html`
      <div class="spread"><h2>${t('Answers, question by question')}</h2>
        <ramah-save class="no-print" path=${withQuery(ANSWERS, asQuery(this.range))} name=${fileName('answers', this.range)}
          of=${t('Answers, question by question')}></ramah-save></div>
      <p class="hint">${t('By the day on which they answered, whenever the conversation was.')}</p>
      <div aria-busy=${this.read.busy}>${this.read.show(({ rows }) => this.#surveys(rows), { lines: 4 })}</div>
      <ramah-dialog wide ?open=${opened !== null} heading=${opened?.heading ?? ''} @dismiss=${() => (this.opened = null)}>
        ${opened === null ? nothing : html`<ramah-said .query=${opened.query} .label=${opened.label}></ramah-said>
          <ramah-save slot="foot" path=${withQuery(SAID, opened.query)} name=${fileName(`answers-${opened.query.question}`, this.range)} of=${opened.heading}></ramah-save>`}
      </ramah-dialog>`
  }

  #surveys(rows) {
    if (!rows.length) return empty(t('Nobody answered a survey in these days.'))
    const versions = grouped(rows)
    return html`${[...versions.values()].map((questions) => html`<div class="survey">
      <div><h3>${questions[0].name}</h3>
        <p class="hint">${t('version {n}', { n: questions[0].version })} · ${tn(questions[0].of, '{n} answer', '{n} answers')}</p></div>
      <div class="questions">${questions.map((row) => this.#question(row))}</div></div>`)}`
  }

  #question(row) {
    const { kind, answers, of, mean } = row
    const asked = said(row.text, row)
    const facts = [t(kinds[kind]), t('{n} of {of} answered it', { n: number(answers), of: number(of) }), mean === null ? '' : t('mean {mean}', { mean: mean.toFixed(1) })]
    return html`<section><h4 dir="auto">${asked}</h4>
      <p class="hint">${facts.filter(Boolean).join(' · ')}</p>
      ${kind === 'text' ? this.#words(row, asked) : this.#parts(row, asked)}</section>`
  }

  #parts(row, asked) {
    return html`<table class="figures">
      <caption class="unseen">${asked}</caption>
      <thead class="unseen"><tr><th scope="col">${t('Answer')}</th><td></td><th scope="col">${t('Answers')}</th><th scope="col">${t('Share')}</th></tr></thead>
      <tbody>${row.parts.map((part) => this.#part(row, part, asked))}</tbody></table>`
  }

  #part(row, part, asked) {
    const label = labelOf(row, part)
    const few = row.answers < FEW
    const share = { csat: part.share, csatLow: part.interval?.low, csatHigh: part.interval?.high }
    return html`<tr class=${few ? 'few' : ''}><th scope="row" dir="auto">${label}</th>
      <td class="drawn" aria-hidden="true">${interval(share, few)}</td>
      <td class="number">${part.n ? html`<button class="opens" type="button" @click=${() => this.#open(row, part.answer, `${asked}: ${label}`)}>${number(part.n)}<span class="unseen"> ${t('answers: open them')}</span></button>` : number(part.n)}</td>
      <td class="number">${percent(part.share)}<br><span class="hint">${spread(share)}</span></td></tr>`
  }

  #words(row, asked) {
    if (!row.answers) return html`<p class="hint">${t('Nobody wrote anything.')}</p>`
    return html`<ramah-said few .query=${this.#query(row)} .stamp=${this.stamp}></ramah-said>
      ${row.answers > NEWEST ? html`<div class="no-print"><button class="button" type="button" @click=${() => this.#open(row, undefined, asked)}>${t('All {n}', { n: number(row.answers) })}<span class="unseen"> “${asked}”</span></button></div>` : nothing}`
  }

  #query({ survey, version, question }, answer) {
    return { ...asQuery(this.range), survey, version, question, answer }
  }

  #open(row, answer, heading) {
    const label = (given) => labelOf(row, row.parts.find((part) => part.answer === given) ?? { answer: given, label: {} })
    this.opened = { heading, label, query: this.#query(row, answer) }
  }
}

/** `<ramah-said .query .label few>`: answers, the newest first, each with the way to its conversation; `few` of them or all. */
class Said extends LitElement {
  static properties = { query: { attribute: false }, label: { attribute: false }, stamp: { attribute: false }, few: { type: Boolean } }

  static styles = [base, sheet, css`
    li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px var(--r-4); align-items: center; padding: var(--r-2) 0; border-bottom: 1px solid var(--r-line); overflow-wrap: anywhere; }
    li:last-child { border-bottom: 0; }
    blockquote { margin: 0; white-space: pre-line; }
    .hint { grid-column: 1; }
    a { grid-column: 2; grid-row: 1 / span 2; }
    @media print { a { display: none; } li { break-inside: avoid; } }
  `]

  constructor() {
    super()
    this.pages = 1
    this.list = new Load(this, read)
  }

  willUpdate(changed) {
    const asked = JSON.stringify(this.query)
    if (asked !== this.asked) {
      this.asked = asked
      this.pages = 1
      this.list.clear()
    } else if (!changed.has('stamp')) return
    this.list.run(this.query, this.pages)
  }

  render() {
    return html`<div aria-busy=${this.list.busy}>${this.list.show(({ total, items }) => html`
      <ul>${(this.few ? items.slice(0, NEWEST) : items).map((item) => this.#one(item))}</ul>
      ${!this.few && items.length < total ? html`<button class="button" type="button" ?disabled=${this.list.busy} @click=${this.#more}>${t('Show more')}</button>` : nothing}`, { lines: 3 })}</div>`
  }

  #one({ at, conversation, answer, words }) {
    return html`<li><blockquote dir="auto">${words ?? this.label(answer)}</blockquote>
      <span class="hint"><ramah-time at=${at}></ramah-time></span>
      <a href="/desk#${conversation}">${t('Open')}<span class="unseen"> ${t('the conversation of this answer')}</span></a></li>`
  }

  #more = () => this.list.run(this.query, ++this.pages)
}

/** All pages up to the one asked for. */
async function read(query, pages, signal) {
  const answers = await Promise.all(Array.from({ length: pages }, (_, page) => get(withQuery(SAID, { ...query, page }), { signal })))
  return { total: answers.at(-1).total, items: answers.flatMap(({ items }) => items) }
}

const keyOf = ({ survey, version }) => `${survey} ${version}`

/** Questions of one version beside each other, in their order. */
function grouped(rows) {
  const all = new Map()
  for (const row of rows) all.set(keyOf(row), [...(all.get(keyOf(row)) ?? []), row])
  return all
}

/** In the reader's language, or else in the survey's own. */
const said = (text, row) => text[language] ?? text[row.language] ?? ''

function labelOf(row, { answer, label }) {
  if (row.kind === 'yes_no') return answer === '1' ? t('Yes') : t('No')
  const words = said(label, row)
  return row.kind === 'choice' ? words || answer : [answer, words].filter(Boolean).join(' · ')
}

customElements.define('ramah-said', Said)
customElements.define('ramah-answers', Answers)
