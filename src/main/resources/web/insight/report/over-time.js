import { LitElement, html } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { opensStyle } from './behind.js'
import { breakdown } from './breakdown.js'
import { columnName } from './chart.js'
import { addDays, columns } from './days.js'
import { asQuery, fileName } from './range.js'
import { reportStyle } from './report-style.js'

const SATISFACTION = '/api/reports/satisfaction'

/** `<ramah-over-time>`: the chart of the range, and its figures as a table for those who read better. */
class OverTime extends LitElement {
  static properties = { range: { attribute: false }, stamp: { type: Number } }

  static styles = [base, sheet, reportStyle, opensStyle]

  constructor() {
    super()
    this.stamp = 0
    this.days = new Load(this, (range, signal) => get(withQuery(SATISFACTION, { ...asQuery(range), by: 'day' }), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('range')) this.days.clear()
    if (changed.has('range') || changed.has('stamp')) this.days.run(this.range)
  }

  render() {
    return html`
      <div class="spread">
        <h2>${t('Satisfaction over time')}</h2>
        <ramah-save class="no-print" path=${withQuery(SATISFACTION, { ...asQuery(this.range), by: 'day' })}
          name=${fileName('satisfaction-by-day', this.range)} of=${t('Satisfaction over time')}></ramah-save>
      </div>
      <div aria-busy=${this.days.busy}>${this.days.show(({ rows }) => this.#figures(rows), { lines: 8 })}</div>`
  }

  #figures(rows) {
    if (!rows.some((row) => row.asked || row.answers)) return empty(t('Nobody was asked in these days.'))
    const { from, to } = asQuery(this.range)
    const drawn = columns(rows, from, to)
    const heading = drawn.unit === 'week' ? t('Week') : t('Day')
    const told = drawn.columns.filter((column) => column.asked || column.answers)
    return html`
      <ramah-csat-chart .columns=${drawn.columns} unit=${drawn.unit}></ramah-csat-chart>
      <details>
        <summary>${t('The same as a table')}</summary>
        ${breakdown(told, { heading, caption: t('Satisfaction over time'), name: columnName, wanted: (column, what) => ({ what, query: { ...daysOf(column), what } }), drawn: false })}
      </details>`
  }
}

/** Those of a day or a week of the chart. */
function daysOf({ key, until }) {
  return { from: key, to: addDays(until ?? key, 1) }
}

customElements.define('ramah-over-time', OverTime)
