import { LitElement, css, html } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'

const DAYS = [7, 28, 90]

/** `<ramah-outcomes>`: what became of the low ratings of some days; each number opens those it counts by the event `opens`. */
class Outcomes extends LitElement {
  static properties = { stamp: { type: Number }, days: { state: true } }

  static styles = [base, sheet, css`
    section { display: grid; gap: var(--r-3); margin-bottom: var(--r-5); }
    dl { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-surface); }
    dl > div { padding: var(--r-3) var(--r-4); border-inline-start: 1px solid var(--r-line); }
    dl > div:first-child { border-inline-start: 0; }
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
    this.read = new Load(this, (range, signal) => get(withQuery('/api/follow-ups/outcomes', range), { signal }))
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

  #sum({ low, followedUp, inTime, wonBack }) {
    return html`
      <dl>
        <div><dt>${t('Low marks')}</dt><dd class="big">${this.#opens('low', t('Low marks'), low, number(low))}</dd></div>
        ${this.#share('followed', t('Answered'), followedUp)}
        ${this.#share('in-time', t('In time'), inTime)}
        ${this.#share('won', t('Won back: later a 4 or 5'), wonBack)}
      </dl>`
  }

  #share(which, name, { n, of, share, interval }) {
    return html`<div><dt>${name}</dt><dd class="big">${this.#opens(which, name, n, percent(share))}</dd>
      <dd class="hint">${of ? t('{n} of {of}; {low} to {high} with 95% certainty', { n: number(n), of: number(of), low: percent(interval.low), high: percent(interval.high) }) : t('none yet')}</dd></div>`
  }

  #opens(which, heading, count, text) {
    if (!count) return text
    const detail = { which, heading, ...this.#range }
    return html`<button class="opens" type="button" @click=${() => this.dispatchEvent(new CustomEvent('opens', { detail }))}>${text}<span class="unseen"> ${t('open them')}</span></button>`
  }
}

customElements.define('ramah-outcomes', Outcomes)
