import { LitElement, css, html, nothing } from 'lit'
import './words-id.js'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { parts, t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { before, signed } from '../report/before.js'
import { opens, opensStyle, within } from '../report/behind.js'
import { fileName, length } from '../report/range.js'
import { refusal, skip } from './words.js'

const EPISODES = '/api/reports/asked/episodes'

/** `<ramah-asked .range .stamp>`: who was asked, who was not and why, and the measures that are not satisfaction. */
class Asked extends LitElement {
  static properties = { range: {}, stamp: { type: Number } }

  static styles = [base, sheet, opensStyle, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); }
    ramah-save { margin-inline-end: calc(-1 * var(--r-3)); }
    .pair > *, .stack > * { min-width: 0; }
    th { overflow-wrap: anywhere; }
    dl { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-surface); }
    dl > div { padding: var(--r-3) var(--r-4); border-inline-start: 1px solid var(--r-line); }
    dl > div:first-child { border-inline-start: 0; }
    dt { color: var(--r-ink-2); font-size: var(--r-text-s); font-weight: 600; }
    .big { font-size: var(--r-text-xl); font-weight: 700; letter-spacing: -0.01em; font-variant-numeric: tabular-nums; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr)); gap: var(--r-4) var(--r-8); align-items: start; }
    @media (max-width: 760px) {
      dl { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      dl > div:nth-child(odd) { border-inline-start: 0; }
      dl > div:nth-child(n + 3) { border-top: 1px solid var(--r-line); }
    }
  `]

  constructor() {
    super()
    this.read = new Load(this, (range, signal) => get(pathOf(range), { signal }))
  }

  willUpdate() {
    if (this.range) this.#again()
  }

  #again() {
    const asked = `${this.range.from} ${this.range.until} ${this.stamp}`
    if (asked === this.asked) return
    this.asked = asked
    this.read.run(this.range)
  }

  render() {
    return html`<div class="spread"><h2>${t('Who was asked, and what they answered')}</h2>
        ${this.range ? html`<ramah-save class="no-print" path=${pathOf(this.range)} name=${fileName('asked', this.range)} of=${t('Who was asked, and what they answered')}></ramah-save>` : nothing}</div>
      <p class="hint">${t('Who was asked and who answered, by the day on which the conversation ended, as the response rate above counts them; NPS and CES by the day on which the customer first said something about it.')}</p>
      <div aria-busy=${this.read.busy}>${this.read.show((figures) => this.#figures(figures), { lines: 3 })}</div>
      <p class="hint no-print"><a href="/settings#surveys">${t('Surveys in the settings')}</a></p>`
  }

  #figures(figures) {
    const { episodes, asked, byHand, waiting, reminded, response, nps, ces, previous } = figures
    if (!episodes && !asked && !nps.answers && !ces.answers) return empty(t('Nobody was asked anything in these days.'))
    const more = [[byHand, '{n} by hand', 'by_hand'], [waiting, '{n} going to be', 'waiting'], [reminded, '{n} reminded', 'reminded']].filter(([n]) => n)
      .map(([n, text, which], i) => html`${i ? ', ' : ''}${parts(text, { n: within(n, behindAsked(which, t(text, { n: number(n) }))) })}`)
    return html`<div class="stack">
      <dl>
        <div><dt>${t('Customers asked')}</dt><dd class="big">${opens(asked, behindAsked('asked', t('Customers asked')))}</dd><dd class="hint">${more}</dd></div>
        <div><dt>${t('Answered, of those who were asked')}</dt><dd class="big">${opens(response.n, behindAsked('answered', t('Answered, of those who were asked')), percent(response.share))}</dd><dd class="hint">${between(response)}</dd>${earlier(share(response), share(previous.response), percent)}</div>
        <div><dt>${t('NPS: would they recommend us')}</dt><dd class="big">${opens(nps.answers, { what: 'nps', heading: t('NPS: would they recommend us') }, nps.answers ? signed(nps.score) : '–')}</dd>
          <dd class="hint">${nps.answers ? t('{n} answers; {low} to {high} with 95% certainty', { n: number(nps.answers), low: signed(nps.interval.low), high: signed(nps.interval.high) }) : t('no answer yet')}</dd>${earlier(score(nps), score(previous.nps), signed)}</div>
        <div><dt>${t('CES: was it easy')}</dt><dd class="big">${opens(ces.easy.n, { what: 'easy', heading: t('CES: was it easy') }, ces.answers ? percent(ces.easy.share) : '–')}</dd>
          <dd class="hint">${ces.answers ? html`${parts('found it easy (5 to 7); {low} to {high} with 95% certainty, of {n} answers', { n: within(ces.answers, { what: 'effort', heading: t('Customers who answered') }), low: percent(ces.easy.interval.low), high: percent(ces.easy.interval.high) })}; ${t('mean {mean} of 7', { mean: ces.mean.toFixed(1) })}` : t('no answer yet')}</dd>${earlier(share(ces.easy), share(previous.ces.easy), percent)}</div>
      </dl>
      <div class="pair">${this.#refused(figures)}${this.#surveys(figures)}${this.#nps(nps)}</div></div>`
  }

  #refused({ refused, skipped }) {
    const rows = Object.entries(refused).sort(([, a], [, b]) => b - a)
    const why = Object.entries(skipped).map(([name, n], i) => html`${i ? ', ' : ''}${opens(n, behindAsked('skipped', skip(name), name))} ${skip(name)}`)
    return html`<section><h3>${t('Not asked')}</h3>${rows.length ? html`<table>
      <thead><tr><th scope="col">${t('Why')}</th><th scope="col" class="number">${t('Episodes')}</th></tr></thead>
      <tbody>${rows.map(([name, n]) => html`<tr><th scope="row">${refusal(name)}${name === 'skipped' && why.length ? html` <span class="hint">(${why})</span>` : nothing}</th><td class="number">${opens(n, behindAsked('refused', refusal(name), name))}</td></tr>`)}</tbody></table>`
      : html`<p class="hint">${t('Everybody whose episode ended was asked.')}</p>`}</section>`
  }

  #surveys({ surveys }) {
    return surveys.length ? html`<section><h3>${t('Surveys')}</h3><table class="folds">
      <thead><tr><th scope="col">${t('Survey')}</th><th scope="col" class="number">${t('Customers asked')}</th><th scope="col" class="number">${t('Answered')}</th></tr></thead>
      <tbody>${surveys.map(({ id, name, response }) => html`<tr><th scope="row">${name}</th><td class="number" data-label=${t('Customers asked')}><span>${opens(response.of, behindAsked('survey', name, id))}</span></td><td class="number" data-label=${t('Answered')}><span>${opens(response.n, behindAsked('survey_answered', name, id), percent(response.share))}<br><span class="hint">${percent(response.interval.low)} – ${percent(response.interval.high)}</span></span></td></tr>`)}</tbody></table></section>` : nothing
  }

  #nps(nps) {
    const rows = [['Promoters (9 and 10)', nps.promoters, 'promoters'], ['Passives (7 and 8)', nps.passives, 'passives'], ['Detractors (0 to 6)', nps.detractors, 'detractors']]
    return nps.answers ? html`<section><h3>NPS</h3><table><tbody>${rows.map(([name, share, what]) => html`
      <tr><th scope="row">${t(name)}</th><td class="number">${opens(share.n, { what, heading: t(name) }, percent(share.share))}<br><span class="hint">${between(share)}</span></td></tr>`)}</tbody></table></section>` : nothing
  }
}

/** Asking is counted elsewhere than episodes are. */
function behindAsked(which, heading, key) {
  return { what: which, heading, path: EPISODES, query: { which, key } }
}

function earlier(now, was, text) {
  const told = before(now, was, text)
  return told === nothing ? nothing : html`<dd class="hint">${told}</dd>`
}

const share = ({ share, interval }) => ({ value: share, low: interval?.low, high: interval?.high })

const score = ({ score, interval }) => ({ value: score, low: interval?.low, high: interval?.high })

function between({ n, of, interval }) {
  return of ? t('{n} of {of}; {low} to {high} with 95% certainty', { n: number(n), of: number(of), low: percent(interval.low), high: percent(interval.high) }) : t('none yet')
}

function pathOf(range) {
  return withQuery('/api/surveys/figures', { before: midnight(range.from, -length(range)), from: midnight(range.from, 0), to: midnight(range.until, 1) })
}

/** The reader's own midnight of a day, and of so many days after it, as the server counts. */
function midnight(day, more) {
  const date = new Date(`${day}T00:00`)
  date.setDate(date.getDate() + more)
  return date.toISOString()
}

customElements.define('ramah-asked', Asked)
