import { LitElement, html } from 'lit'
import { base } from '../../shared/base.js'
import { t, tn } from '../../shared/words.js'
import { day, percent } from '../../shared/format.js'
import { behind } from './behind.js'
import { CsatBars } from './csat-bars.js'
import { FEW } from './wilson.js'
import { spread } from './interval.js'
import { chartStyle } from './chart-style.js'
import { between } from './range.js'

/**
 * `<ramah-csat-chart>`: the share of good answers over time. A bar's whisker is its 95% interval; a bar
 * of few answers is hatched; a day nobody answered has none, for a gap is not a zero. A click on a bar
 * opens the episodes that were rated then. The same figures stand in the table that follows it.
 */
class CsatChart extends LitElement {
  static styles = [base, chartStyle]

  static properties = {
    columns: { attribute: false },
    unit: {},
    at: { state: true },
  }

  constructor() {
    super()
    this.columns = []
    this.unit = 'day'
    this.at = -1
    this.bars = new CsatBars({ tell: (at) => (this.at = at), choose: (at) => this.#open(this.columns[at]) })
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.bars.leave()
  }

  updated(changed) {
    if (!changed.has('columns') && !changed.has('unit')) return
    this.bars.draw(this.renderRoot.querySelector('.bars'), { columns: this.columns, unit: this.unit, name: ({ key }) => shortDay(key) })
  }

  render() {
    const column = this.columns[this.at]
    return html`
      <div class="bars" role="img" aria-label=${this.#told()}></div>
      <p class="readout" aria-hidden="true">${column ? this.#readout(column) : this.#legend()}</p>`
  }

  #open(column) {
    if (!column?.answers) return
    behind(this, { what: 'rated', range: between(column.key, column.until ?? column.key), heading: columnName(column) })
  }

  #legend() {
    const gap = this.unit === 'week' ? t('No bar: nobody answered that week.') : t('No bar: nobody answered that day.')
    return html`
      <span><i class="key many"></i>${t('share of 4 and 5')}</span>
      <span><i class="key few"></i>${t('fewer than {few} answers', { few: FEW })}</span>
      <span><i class="key whisker"></i>${t('95% interval')}</span>
      <span>${gap}</span>
      <span class="counts">${t('Below each bar: its answers.')}</span>`
  }

  #readout(column) {
    const when = columnName(column)
    if (column.csat == null) return html`<span><strong>${when}</strong> ${t('no marks, {asked} asked', column)}</span>`
    return html`<span><strong>${when}</strong> ${percent(column.csat)} (${spread(column)}) ·
      ${tn(column.answers, '{n} mark, {asked} asked', '{n} marks, {asked} asked', { asked: column.asked })}</span>`
  }

  #told() {
    const answered = this.columns.filter((column) => column.csat != null)
    const shares = answered.map((column) => column.csat)
    const unit = this.unit === 'week' ? t('week') : t('day')
    if (!answered.length) return t('Satisfaction over time: nobody answered.')
    return t('Satisfaction by {unit}: {count} of {all} have answers, from {low} to {high}. The table below has every figure.', {
      unit,
      count: answered.length,
      all: this.columns.length,
      low: percent(Math.min(...shares)),
      high: percent(Math.max(...shares)),
    })
  }
}

/** Keys are calendar days without a zone; at noon they are the same day in every one of ours. */
export function shortDay(key) {
  return day(`${key}T12:00:00`)
}

export function columnName(column) {
  return column.until ? t('{from} to {until}', { from: shortDay(column.key), until: shortDay(column.until) }) : shortDay(column.key)
}

customElements.define('ramah-csat-chart', CsatChart)
