import { CustomChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { Drawing } from '../common/drawing.js'

use([CustomChart, LineChart, GridComponent, CanvasRenderer])

/** How each curve is drawn: told apart by colour, by its dashes and by its name at its end. */
export const LINES = [
  { colour: '--r-accent', dash: 'solid' },
  { colour: '--r-info', dash: [7, 4] },
  { colour: '--r-good', dash: [2, 3] },
  { colour: '--r-ink-2', dash: [10, 3, 2, 3] },
]

const NARROW = 560

/**
 * Steps that rise from the day a share was reached on, each with the interval it may truly lie in, on a canvas. It draws
 * `{groups: [{name, line, curve: [{day, share, low, high}]}], axis}`.
 */
export class Curves extends Drawing {
  option({ colour, words }) {
    const { groups, axis } = this.drawn
    const narrow = this.width < NARROW
    const last = Math.max(1, ...groups.map(({ curve }) => curve.at(-1).day))
    const step = [7, 14, 30, 60, 90, 180, 365].find((days) => last / days <= (narrow ? 5 : 10)) ?? 730
    const highest = Math.max(...groups.flatMap(({ curve }) => curve.map((point) => point.high)))
    return {
      grid: { left: 46, right: narrow ? 12 : 196, top: 12, bottom: 42 },
      xAxis: { type: 'value', min: 0, max: last, interval: step, name: axis, nameLocation: 'middle', nameGap: 26, nameTextStyle: words,
        axisLabel: { ...words, showMaxLabel: false }, axisLine: { lineStyle: { color: colour('--r-line-strong') } }, axisTick: { lineStyle: { color: colour('--r-line-strong') } }, splitLine: { show: false } },
      yAxis: { type: 'value', min: 0, max: Math.min(1, Math.ceil(highest * 10) / 10),
        axisLabel: { ...words, formatter: (share) => `${Math.round(share * 100)}%` }, splitLine: { lineStyle: { color: colour('--r-line') } } },
      series: groups.flatMap((group) => [this.#band(group, colour), this.#line(group, colour, words, narrow)]),
    }
  }

  #line({ name, line, curve }, colour, words, narrow) {
    const { colour: own, dash } = LINES[line]
    return {
      type: 'line', step: 'end', symbol: 'none', silent: true, z: 3,
      data: [[0, 0], ...curve.map(({ day, share }) => [day, share])],
      lineStyle: { color: colour(own), width: 2, type: dash },
      endLabel: { ...words, show: !narrow, color: colour(own), fontWeight: 600, formatter: name, width: 184, lineHeight: 15, overflow: 'break' },
      labelLayout: { moveOverlap: 'shiftY' },
    }
  }

  /** Between the two ends of the interval; the library stacks areas on days only if they are names. */
  #band({ line, curve }, colour) {
    const points = [{ day: 0, low: 0, high: 0 }, ...curve]
    return {
      type: 'custom', silent: true, z: 1, data: [[0, 0]], clip: true,
      renderItem: (_, api) => {
        const up = points.flatMap(({ day, high }, i) => (i ? [[day, points[i - 1].high], [day, high]] : [[day, high]]))
        const back = points.flatMap(({ day, low }, i) => (i ? [[day, points[i - 1].low], [day, low]] : [[day, low]])).reverse()
        return { type: 'polygon', shape: { points: [...up, ...back].map((at) => api.coord(at)) }, style: { fill: colour(LINES[line].colour), opacity: 0.13 } }
      },
    }
  }
}
