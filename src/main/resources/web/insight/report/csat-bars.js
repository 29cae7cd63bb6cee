import { BarChart, CustomChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { percent } from '../../shared/format.js'
import { Drawing } from '../common/drawing.js'
import { FEW } from './wilson.js'

use([BarChart, CustomChart, GridComponent, CanvasRenderer])

const LEFT = 44
const RIGHT = 8
const BOTTOM = 44

/** The least room for a date below the axis, and for a number of answers. */
const ROOM_FOR_DATE = 64
const ROOM_FOR_COUNT = 22

const WIDEST = { day: 30, week: 72 }
const WIDEST_CAP = 4

/**
 * A bar for each day or week with its 95% interval, on a canvas. A bar of few answers is hatched, so it can be told
 * from others without colours. It draws `{columns, unit, name(column)}`.
 */
export class CsatBars extends Drawing {
  #heard
  #at = -1

  /** @param heard `tell(i)` for the column under the pointer, -1 for none; `choose(i)` for the one that was clicked */
  constructor(heard) {
    super()
    this.#heard = heard
  }

  listen(chart) {
    const canvas = chart.getZr()
    canvas.on('mousemove', (event) => {
      const i = this.#columnAt(event)
      canvas.setCursorStyle(this.drawn.columns[i]?.answers ? 'pointer' : 'default')
      this.#point(i)
    })
    canvas.on('globalout', () => this.#point(-1))
    canvas.on('click', (event) => this.#heard.choose(this.#columnAt(event)))
  }

  /** `counted` says that there is room for the number of answers below each bar. */
  shape(place) {
    place.classList.toggle('counted', this.#hasCounts)
  }

  get #hasCounts() {
    return this.#band >= ROOM_FOR_COUNT
  }

  get #band() {
    return (this.width - LEFT - RIGHT) / Math.max(1, this.drawn.columns.length)
  }

  #columnAt({ offsetX }) {
    const i = Math.floor((offsetX - LEFT) / this.#band)
    return i >= 0 && i < this.drawn.columns.length ? i : -1
  }

  #point(i) {
    if (i === this.#at) return
    this.#at = i
    this.paint()
    this.#heard.tell(i)
  }

  option({ colour, words }) {
    const { columns, unit } = this.drawn
    const band = this.#band
    const width = Math.min(WIDEST[unit], Math.max(2, band * 0.64))
    return {
      grid: { left: LEFT, right: RIGHT, top: 12, bottom: BOTTOM },
      xAxis: { type: 'category', data: columns.map((_, i) => i), axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--r-line-strong') } },
        axisLabel: { ...words, interval: 0, margin: 6, lineHeight: 16, formatter: (_, i) => this.#below(i),
          rich: { count: { color: colour('--r-ink-3'), fontSize: 11, lineHeight: 16 } } } },
      yAxis: { type: 'value', min: 0, max: 1, interval: 0.25, axisLabel: { ...words, formatter: (share) => percent(share) },
        splitLine: { lineStyle: { color: colour('--r-line') } } },
      series: [
        { type: 'bar', silent: true, z: 0, barWidth: '100%', barGap: '-100%', itemStyle: { color: colour('--r-sunken') },
          data: columns.map((_, i) => (i === this.#at ? 1 : '-')) },
        { type: 'bar', silent: true, z: 2, barWidth: width, data: columns.map((column) => bar(column, colour)) },
        this.#whiskers(colour, Math.min(WIDEST_CAP, width / 3)),
      ],
    }
  }

  /** The answers of a column where there is room, and the names of as many columns as can be read. */
  #below(i) {
    const { columns, name } = this.drawn
    const band = this.#band
    const middle = LEFT + band * (i + 0.5)
    const named = i % Math.max(1, Math.ceil(ROOM_FOR_DATE / band)) === 0 && middle <= this.width - ROOM_FOR_DATE / 2
    const date = named ? name(columns[i]) : ''
    if (!this.#hasCounts) return date
    return `{count|${columns[i].answers || ' '}}\n${date || ' '}`
  }

  #whiskers(colour, cap) {
    const reached = this.drawn.columns.flatMap(({ csat, csatLow, csatHigh, answers }, i) =>
      csat == null ? [] : [[i, csatLow, csatHigh, answers < FEW ? 1 : 0]])
    return {
      type: 'custom', silent: true, z: 3, data: reached,
      renderItem: (_, api) => {
        const [x, low] = api.coord([api.value(0), api.value(1)])
        const [, high] = api.coord([api.value(0), api.value(2)])
        const lines = (style) => [[x, high, x, low], [x - cap, high, x + cap, high], [x - cap, low, x + cap, low]].map(([x1, y1, x2, y2]) =>
          ({ type: 'line', shape: { x1, y1, x2, y2 }, style }))
        // With a rim, so that it stands out from the hatching.
        return { type: 'group', children: [
          ...lines({ stroke: colour('--r-bg'), lineWidth: 4 }),
          ...lines({ stroke: colour(api.value(3) ? '--r-ink-2' : '--r-ink'), lineWidth: 1.5 }),
        ] }
      },
    }
  }
}

function bar({ csat, answers }, colour) {
  if (csat == null) return '-'
  if (answers >= FEW) return { value: csat, itemStyle: { color: colour('--r-accent'), opacity: 0.85, borderRadius: [2, 2, 0, 0] } }
  return { value: csat, itemStyle: {
    color: colour('--r-accent-soft'), borderColor: colour('--r-accent'), borderWidth: 1, borderRadius: [2, 2, 0, 0],
    decal: { symbol: 'rect', color: colour('--r-accent'), dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: -Math.PI / 4 },
  } }
}
