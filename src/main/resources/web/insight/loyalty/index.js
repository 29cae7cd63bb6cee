import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import '../report/words-id.js'
import './words-id.js'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { clock, number } from '../../shared/format.js'
import { title } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import '../report/behind.js'
import { opens, opensStyle } from '../report/behind.js'
import { columnName } from '../report/chart.js'
import { pageStyle } from '../report/page-style.js'
import '../report/range-bar.js'
import { asQuery, fileName, readRange, writeRange } from '../report/range.js'
import { reportStyle } from '../report/report-style.js'
import { both } from './both.js'
import './comparison.js'

const LOYALTY = '/api/reports/loyalty'

/** Customers take their time to order again. */
const PRESETS = [
  { days: 90, label: '90 days' },
  { days: 180, label: '180 days' },
  { days: 365, label: '1 year' },
  { days: 730, label: '2 years' },
]
const USUAL = 365

const WITHIN = [30, 60, 90, 180, 365]
const LONG = [1, 2, 5, 10, 15, 30, 60]

const read = (search) => readRange(search, undefined, PRESETS, USUAL)

/** `<ramah-loyalty>`: whether customers buy again after they were served, and who does. */
class Loyalty extends LitElement {
  static properties = { range: { state: true }, within: { state: true }, long: { state: true } }

  static styles = [base, sheet, reportStyle, pageStyle, opensStyle, css`
    .asked { display: flex; flex-wrap: wrap; gap: var(--r-3) var(--r-5); align-items: end; margin-bottom: var(--r-5); }
    .asked .field { width: 15rem; max-width: 100%; }
    .notice { margin-top: var(--r-5); max-width: 80ch; }
    section > h2 + .hint { margin-bottom: var(--r-3); max-width: 80ch; }
  `]

  constructor() {
    super()
    title(t('Do they come back?'))
    const asked = new URLSearchParams(location.search)
    this.range = read(location.search)
    this.within = oneOf(WITHIN, asked.get('within'), 90)
    this.long = oneOf(LONG, asked.get('long'), 5)
    this.report = new Load(this, (query, signal) => get(withQuery(LOYALTY, query), { signal }))
  }

  connectedCallback() {
    super.connectedCallback()
    addEventListener('popstate', this.#back)
    this.report.run(this.#query())
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('popstate', this.#back)
  }

  #query() {
    return { ...asQuery(this.range), within: this.within, long: this.long }
  }

  #back = () => {
    this.range = read(location.search)
    this.#again()
  }

  #choose(what) {
    Object.assign(this, what)
    history.pushState(null, '', `${writeRange(this.range)}&within=${this.within}&long=${this.long}`)
    this.#again()
  }

  #again() {
    this.report.run(this.#query())
  }

  render() {
    const { range } = this
    return html`
      <ramah-shell page="loyalty" @behind=${this.#behind}>
        <div class="page-head">
          <div><h1>${t('Do they come back?')}</h1>
            <p class="hint">${t('Whether customers order again after they were served, by how it went. From what your shop tells of orders.')}</p></div>
          <ramah-range-bar class="no-print" .range=${range} .presets=${PRESETS} @range=${(event) => this.#choose({ range: event.detail })}></ramah-range-bar>
        </div>
        <p class="only-print">${columnName({ key: range.from, until: range.until })}</p>
        <div class="asked no-print">
          ${this.#select(t('Bought again within'), WITHIN, this.within, (n) => t('{n} days', { n: number(n) }), (within) => this.#choose({ within }))}
          ${this.#select(t('A wait is long from (where there is no target)'), LONG, this.long, (n) => t('{n} minutes', { n }), (long) => this.#choose({ long }))}
        </div>
        <div aria-busy=${this.report.busy}>${this.report.show((report) => this.#shown(report), { lines: 10 })}</div>
        <ramah-behind .range=${range}></ramah-behind>
      </ramah-shell>`
  }

  #behind = (event) => {
    const { query, ...wanted } = event.detail
    this.renderRoot.querySelector('ramah-behind').open({ ...wanted, path: `${LOYALTY}/episodes`, query: { within: this.within, long: this.long, ...query } })
  }

  #select(label, values, chosen, name, heard) {
    return html`<label class="field">${label}<select @change=${(event) => heard(Number(event.target.value))}>${values.map((value) => html`
      <option value=${value} ?selected=${value === chosen}>${name(value)}</option>`)}</select></label>`
  }

  /** The numbers of the sentence. */
  #opened({ customers, orders, unknown }) {
    const parts = [
      ['customers', customers, t('all who were served')],
      ['bought', orders, t('those who ordered again')],
      ['unknown', unknown, t('those whom your shop has not vouched for')],
    ].filter(([, count]) => count)
    return html`<p class="hint no-print">${t('Open the conversations of:')} ${parts.map(([which, count, text], i) => html`${i ? ' · ' : ''}${opens(count, { what: which, heading: text, query: { which } }, text)}`)}</p>`
  }

  #shown(report) {
    if (!report.told) {
      return empty(t('Your shop has told of no orders yet.'), t('It tells of them with POST /api/customers/…/events; the README says how.'))
    }
    if (report.customers === null) {
      return empty(t('Too few customers whom your shop knows were served in these days.'), [
        t('Nothing is shown of fewer than {n} customers, or fewer than {m} who bought again: choose more days.', { n: 100, m: 30 }),
        report.unknown ? t('{n} others were served, and nobody can tell whether they bought again.', { n: number(report.unknown) }) : '',
      ].join(' '))
    }
    const groups = report.comparisons.flatMap((each) => each.groups).filter((group) => !group.hidden).length
    const tested = report.comparisons.filter((each) => each.adjusted).length
    const file = (what) => fileName(what, this.range)
    const query = this.#query()
    return html`
      <section class="lead">
        <p class="sentence"><strong>${t('Of {n} customers who were served, {orders} have ordered again so far.', { n: number(report.customers), orders: number(report.orders) })}</strong>
          ${report.unknown ? t('{n} more were served whom your shop has not vouched for: nobody can tell what they buy, and they are not in here.', { n: number(report.unknown) }) : nothing}</p>
        ${this.#opened(report)}
        <div class="notice"><p>${t('This is correlation, not cause. Customers who are happy, quick to be helped or given something differ in much else as well: what they bought, how much they like the shop, what had gone wrong. Earlier purchases are taken into account; all else is not. It shows where to look, and proves nothing.')}</p></div>
        <p class="row no-print"><ramah-save path=${withQuery(LOYALTY, query)} name=${file('loyalty')} of=${t('The tables')}>${t('Tables as CSV')}</ramah-save>
          <ramah-save path=${withQuery(`${LOYALTY}/curves`, query)} name=${file('loyalty-curves')} of=${t('The curves')}>${t('Curves as CSV')}</ramah-save></p>
      </section>
      ${report.comparisons.map((comparison) => html`<section>
        <ramah-comparison .comparison=${comparison} .themes=${report.themes} .otherThemes=${comparison.question === 'theme' ? report.otherThemes : 0}
          .within=${report.within} .questions=${tested} .groups=${groups} .level=${report.level}></ramah-comparison></section>`)}
      <section><h2>${t('What they do and what they say')}</h2>${both(report.both, report.within)}</section>
      <footer class="hint">
        <p>${t('As of {time}. A customer counts once: from the end of the first of their conversations that ended in these days, until they order again, until today, or until they were erased. Whoever was merged with another one is one. An order that was cancelled, or all of which was paid back, is none, neither before nor after, as soon as your shop tells of it. Curves are one less the estimate of Kaplan and Meier, with bands by Greenwood on the log-log scale, each day by itself; they end before fewer than 10 are followed. Those that are evened out are those of the customers who had bought as often before, weighted as all groups together are; who can’t be compared so is left out.', { time: clock(report.asOf) })}</p>
        <p>${t('Groups are compared by the log-rank test among customers who had bought as often before (not at all, once, two or three times, more often), corrected by Holm for the {n} questions that were looked at. A rate is of those who were followed for {days} days, with Wilson’s interval; beside it stands the rate if all groups had bought as often before. Intervals are widened for the number of groups (Bonferroni). Of fewer than 100 customers or 30 who bought again nothing is shown, and neither is the smallest of the others if such a group could be told by taking the others from all. Whether they would recommend us counts where they said it of that conversation. A wait is long when it missed its target, or took {long} minutes where there is none.', { n: tested, days: report.within, long: report.long })}</p>
      </footer>`
  }
}

function oneOf(values, wanted, usual) {
  return values.includes(Number(wanted)) ? Number(wanted) : usual
}

customElements.define('ramah-loyalty', Loyalty)
