import { LitElement, css, html, nothing } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { causeName } from '../common/names.js'
import { sheet } from '../common/sheet.js'

const DAYS = [7, 28, 90]

const OUTCOMES = '/api/follow-ups/outcomes'

/** What became of them: which ones a number counts, and what that is called. */
const BECAME = { followedUp: ['followed', 'Answered'], inTime: ['in-time', 'In time'], wonBack: ['won', 'Won back: later a 4 or 5'] }

/** `<ramah-outcomes>`: what became of the low ratings of some days; each number opens those it counts by the event `opens`. */
class Outcomes extends LitElement {
  static properties = { stamp: { type: Number }, days: { state: true } }

  static styles = [base, sheet, css`
    section { display: grid; gap: var(--r-3); margin-bottom: var(--r-5); }
    dl { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-surface); }
    dl > div { padding: var(--r-3) var(--r-4); border-inline-start: 1px solid var(--r-line); }
    dl > div:first-child { border-inline-start: 0; }
    .of { margin-inline-start: var(--r-1); white-space: nowrap; }
    td.number { font-variant-numeric: tabular-nums; }
    dt { color: var(--r-ink-2); font-size: var(--r-text-s); font-weight: 600; }
    .big { font-size: var(--r-text-xl); font-weight: 700; letter-spacing: -0.01em; font-variant-numeric: tabular-nums; }
    .opens { padding: 0; border: 0; background: none; font: inherit; letter-spacing: inherit; text-decoration: underline;
      text-decoration-color: var(--r-line-strong); text-decoration-thickness: 1px; text-underline-offset: 4px; }
    .opens:hover { color: var(--r-accent-strong); }
    @media (max-width: 760px) {
      dl { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      dl > div:nth-child(odd) { border-inline-start: 0; }
      dl > div:nth-child(n + 3) { border-top: 1px solid var(--r-line); }
    }
  `]

  constructor() {
    super()
    this.days = 28
    this.stamp = 0
    this.read = new Load(this, (range, signal) => get(withQuery(OUTCOMES, range), { signal }))
  }

  /** Whole days of the reader's calendar, today included. */
  get #range() {
    const day = (from) => {
      const date = new Date()
      date.setHours(0, 0, 0, 0)
      date.setDate(date.getDate() + from)
      return date.toISOString()
    }
    return { from: day(1 - this.days), to: day(1) }
  }

  willUpdate(changed) {
    if (changed.has('days') || changed.has('stamp')) this.read.run(this.#range)
  }

  render() {
    return html`
      <section aria-label=${t('What became of low marks')}>
        <div class="spread"><h2>${t('What became of low marks')}</h2>
          <div class="segments" role="group" aria-label=${t('Days')}>${DAYS.map((days) => html`
            <button type="button" aria-pressed=${days === this.days} @click=${() => (this.days = days)}>${t('{n} days', { n: days })}</button>`)}</div></div>
        <div aria-busy=${this.read.busy}>${this.read.show((sum) => this.#sum(sum), { lines: 2 })}</div>
      </section>`
  }

  #sum({ low, followedUp, inTime, wonBack, causes }) {
    const sum = { followedUp, inTime, wonBack }
    return html`
      <dl>
        <div><dt>${t('Low marks')}</dt><dd class="big">${this.#opens('low', t('Low marks'), low, number(low))}</dd></div>
        ${Object.entries(BECAME).map(([key, [which, name]]) => this.#share(which, t(name), sum[key]))}
      </dl>
      <p class="hint">${t('Won back: the same customer gave a 4 or 5 later, to this conversation when it was answered or went on, or to one that they opened later. The low mark stays what every report counts.')}</p>
      ${causes.length ? this.#causes(causes) : nothing}`
  }

  #share(which, name, { n, of, share, interval }) {
    return html`<div><dt>${name}</dt><dd class="big">${this.#opens(which, name, n, percent(share))}</dd>
      <dd class="hint">${of ? t('{n} of {of}; {low} to {high} with 95% certainty', { n: number(n), of: number(of), low: percent(interval.low), high: percent(interval.high) }) : t('none yet')}</dd></div>`
  }

  /** A queue is nobody's fault: what became of it stands beside what it was for. */
  #causes(causes) {
    return html`
      <div class="spread"><h3>${t('By what the low mark was for')}</h3>
        <ramah-save class="no-print" path=${withQuery(OUTCOMES, this.#range)} name="low-marks-by-cause" of=${t('What became of low marks')}></ramah-save></div>
      <table class="folds">
        <caption class="unseen">${t('By what the low mark was for')}</caption>
        <thead><tr><th scope="col">${t('What it was for')}</th><th scope="col" class="number">${t('Low marks')}</th>
          ${Object.values(BECAME).map(([, name]) => html`<th scope="col" class="number">${t(name)}</th>`)}</tr></thead>
        <tbody>${causes.map((row) => {
          const name = row.cause === 'unsaid' ? t('not said') : causeName(row.cause)
          return html`<tr><th scope="row">${name}</th>
            <td class="number" data-label=${t('Low marks')}>${this.#opens('low', name, row.low, number(row.low), row.cause)}</td>
            ${Object.entries(BECAME).map(([key, [which, heading]]) => this.#cell(which, `${t(heading)} · ${name}`, row[key], row.cause, t(heading)))}</tr>`
        })}</tbody>
      </table>`
  }

  #cell(which, heading, { n, of, share, interval }, cause, label) {
    return html`<td class="number" data-label=${label}><span>${this.#opens(which, heading, n, percent(share), cause)}
      ${of ? html`<span class="hint of">${t('{n} of {of}; {low} to {high}', { n: number(n), of: number(of), low: percent(interval.low), high: percent(interval.high) })}</span>` : nothing}</span></td>`
  }

  #opens(which, heading, count, text, cause) {
    if (!count) return text
    const detail = { which, heading, cause, ...this.#range }
    return html`<button class="opens" type="button" @click=${() => this.dispatchEvent(new CustomEvent('opens', { detail }))}>${text}<span class="unseen"> ${t('open them')}</span></button>`
  }
}

customElements.define('ramah-outcomes', Outcomes)
