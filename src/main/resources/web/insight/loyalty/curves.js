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
      series: groups.flatMap((group) => [this.#band(group, colour), this.#steps(group, colour), this.#name(group, colour, words, narrow)]),
    }
  }

  /**
   * The library's own lines leave out what is less than a pixel and cut off corners, so that small steps look like a slope:
   * this draws each.
   */
  #steps({ line, curve }, colour) {
    const { colour: own, dash } = LINES[line]
    return this.#custom(3, (at) => ({
      type: 'polyline', shape: { points: stairs(curve, 'share').map(at) },
      style: { fill: 'none', stroke: colour(own), lineWidth: 2, lineDash: dash, lineJoin: 'miter' },
    }))
  }

  /** Of a line that is not seen, at its end. */
  #name({ name, line, curve }, colour, words, narrow) {
    const { colour: own } = LINES[line]
    const { day, share } = curve.at(-1)
    return {
      type: 'line', symbol: 'none', silent: true, z: 3, data: [[0, 0], [day, share]], lineStyle: { width: 0 },
      endLabel: { ...words, show: !narrow, color: colour(own), fontWeight: 600, formatter: name, width: 184, lineHeight: 15, overflow: 'break' },
      labelLayout: { moveOverlap: 'shiftY' },
    }
  }

  /** Between the two ends of the interval; the library stacks areas on days only if they are names. */
  #band({ line, curve }, colour) {
    return this.#custom(1, (at) => ({
      type: 'polygon', shape: { points: [...stairs(curve, 'high'), ...stairs(curve, 'low').reverse()].map(at) },
      style: { fill: colour(LINES[line].colour), opacity: 0.13 },
    }))
  }

  #custom(z, shape) {
    return { type: 'custom', silent: true, z, data: [[0, 0]], clip: true, renderItem: (_, api) => shape((point) => api.coord(point)) }
  }
}

/** The corners of steps from nothing on day 0. */
function stairs(curve, end) {
  const points = [{ day: 0, [end]: 0 }, ...curve]
  return points.flatMap((point, i) => (i ? [[point.day, points[i - 1][end]], [point.day, point[end]]] : [[point.day, point[end]]]))
}
