import { LitElement, html, nothing, svg } from 'lit'
import { t, tn } from '../../shared/words.js'
import { day, percent } from '../../shared/format.js'
import { FEW } from './wilson.js'
import { spread } from './interval.js'
import { chartStyle } from './chart-style.js'

const HEIGHT = 268
const TOP = 12
const BOTTOM = 224
const LEFT = 44
const RIGHT = 8
const GRID = [0, 0.25, 0.5, 0.75, 1]

/** The least room for a date below the axis, and for a number of answers. */
const ROOM_FOR_DATE = 64
const ROOM_FOR_COUNT = 22

const y = (share) => BOTTOM - share * (BOTTOM - TOP)

/**
 * `<ramah-csat-chart>`: the share of good answers over time. A bar's whisker is its 95% interval; a bar
 * of few answers is an outline; a day nobody answered has none, for a gap is not a zero. It is drawn at
 * the width it has, so its text keeps its size. The same figures stand in the table that follows it.
 */
class CsatChart extends LitElement {
  static styles = chartStyle

  static properties = {
    columns: { attribute: false },
    unit: {},
    width: { state: true },
    at: { state: true },
  }

  constructor() {
    super()
    this.columns = []
    this.unit = 'day'
    this.width = 640
    this.at = -1
    this.watcher = new ResizeObserver(([entry]) => {
      this.width = Math.max(280, Math.round(entry.contentRect.width))
    })
  }

  connectedCallback() {
    super.connectedCallback()
    this.watcher.observe(this)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.watcher.disconnect()
  }

  render() {
    const { columns } = this
    const band = (this.width - LEFT - RIGHT) / Math.max(1, columns.length)
    const middle = (i) => LEFT + band * (i + 0.5)
    return html`
      <svg role="img" aria-label=${this.told()} viewBox="0 0 ${this.width} ${HEIGHT}" width=${this.width} height=${HEIGHT}
        @pointermove=${(event) => this.point(event, band)} @pointerdown=${(event) => this.point(event, band)}
        @pointerleave=${() => (this.at = -1)}>
        ${GRID.map((share) => svg`
          <line class=${share ? 'grid' : 'axis'} x1=${LEFT} x2=${this.width - RIGHT} y1=${y(share)} y2=${y(share)} />
          <text class="scale" x=${LEFT - 8} y=${y(share) + 4}>${percent(share)}</text>`)}
        ${this.at < 0 ? nothing : svg`
          <rect class="here" x=${middle(this.at) - band / 2} y=${TOP} width=${band} height=${BOTTOM - TOP} />`}
        ${columns.map((column, i) => this.bar(column, middle(i), band))}
        ${this.dates(middle, band)}
      </svg>
      <p class="readout" aria-hidden="true">${this.at < 0 ? this.legend(band) : this.readout(columns[this.at])}</p>`
  }

  bar(column, centre, band) {
    if (column.csat == null) return nothing
    const width = Math.min(this.unit === 'week' ? 72 : 30, Math.max(2, band * 0.64))
    const cap = Math.min(4, width / 3)
    const high = y(column.csatHigh)
    const low = y(column.csatLow)
    return svg`
      <g class=${column.answers < FEW ? 'few' : 'many'}>
        <rect class="bar" x=${centre - width / 2} y=${y(column.csat)} width=${width} rx="2"
          height=${Math.max(1, BOTTOM - y(column.csat))} />
        <path class="whisker" d="M${centre} ${high}V${low}M${centre - cap} ${high}h${2 * cap}M${centre - cap} ${low}h${2 * cap}" />
      </g>
      ${band < ROOM_FOR_COUNT ? nothing : svg`<text class="count" x=${centre} y=${BOTTOM + 16}>${column.answers}</text>`}`
  }

  dates(middle, band) {
    const every = Math.max(1, Math.ceil(ROOM_FOR_DATE / band))
    const last = this.width - RIGHT - ROOM_FOR_DATE / 2 + 8
    return this.columns.map((column, i) =>
      i % every || middle(i) > last ? nothing : svg`<text class="date" x=${middle(i)} y=${BOTTOM + 36}>${shortDay(column.key)}</text>`)
  }

  point(event, band) {
    const i = Math.floor((event.offsetX - LEFT) / band)
    this.at = i >= 0 && i < this.columns.length ? i : -1
  }

  legend(band) {
    const gap = this.unit === 'week' ? t('No bar: nobody answered that week.') : t('No bar: nobody answered that day.')
    return html`
      <span><i class="key many"></i>${t('share of 4 and 5')}</span>
      <span><i class="key few"></i>${t('fewer than {few} answers', { few: FEW })}</span>
      <span><i class="key whisker"></i>${t('95% interval')}</span>
      <span>${gap}</span>
      ${band < ROOM_FOR_COUNT ? nothing : html`<span>${t('Below each bar: its answers.')}</span>`}`
  }

  readout(column) {
    const when = columnName(column)
    if (column.csat == null) return html`<span><strong>${when}</strong> ${t('no answers, {asked} asked', column)}</span>`
    return html`<span><strong>${when}</strong> ${percent(column.csat)} (${spread(column)}) ·
      ${tn(column.answers, '{n} answer of {asked} asked', '{n} answers of {asked} asked', { asked: column.asked })}</span>`
  }

  told() {
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
