import { HeatmapChart } from 'echarts/charts'
import { GridComponent, VisualMapComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { Drawing } from '../common/drawing.js'

use([HeatmapChart, GridComponent, VisualMapComponent, CanvasRenderer])

/** Narrower than this the days go across and the hours down, so that a square keeps room for its number. */
const NARROW = 720

/**
 * A map of the week on a canvas. One colour from light to dark, and the number in each square: it can be read without
 * telling colours apart, and on paper. It draws `{days, hours, value(day, hour), figure}`.
 */
export class HeatMap extends Drawing {
  #heard

  /** @param heard `tell({day, hour} | null)` for the square under the pointer, `choose` for the one that was clicked */
  constructor(heard) {
    super()
    this.#heard = heard
  }

  listen(chart) {
    chart.on('mouseover', ({ data }) => this.#heard.tell(this.#at(data)))
    chart.on('globalout', () => this.#heard.tell(null))
    chart.on('click', ({ data }) => this.#heard.choose(this.#at(data)))
  }

  shape(place) {
    place.classList.toggle('narrow', this.#narrow)
  }

  get #narrow() {
    return this.width < NARROW
  }

  #at([x, y]) {
    return this.#narrow ? { day: x, hour: y } : { day: y, hour: x }
  }

  option({ colour, words }) {
    const { days, hours, value, figure } = this.drawn
    const narrow = this.#narrow
    const squares = days.flatMap((_, day) => hours.map((__, hour) => {
      const known = value(day, hour)
      return [...(narrow ? [day, hour] : [hour, day]), known ?? '-']
    }))
    const least = figure.least ?? 0
    const most = Math.max(least === 0 && figure.figure ? 0.01 : 1, ...squares.map((square) => (square[2] === '-' ? 0 : square[2])))
    const axis = { type: 'category', axisLine: { show: false }, axisTick: { show: false }, axisLabel: words }
    const across = narrow ? days : hours.map((hour) => hour.slice(0, 2))
    return {
      grid: { left: narrow ? 48 : 40, right: 2, top: 22, bottom: 2 },
      xAxis: { ...axis, data: across, position: 'top' },
      yAxis: { ...axis, data: narrow ? hours : days, inverse: true },
      visualMap: { show: false, min: least, max: most, inRange: { color: [colour('--r-sunken'), colour('--r-accent')] } },
      series: [{
        type: 'heatmap', data: squares, cursor: 'pointer',
        itemStyle: { borderColor: colour('--r-bg'), borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: colour('--r-ink') } },
        label: {
          show: true, fontSize: 11, fontFamily: words.fontFamily, color: colour('--r-ink'),
          formatter: ({ data }) => (data[2] === '-' || (data[2] === 0 && !figure.figure) ? '' : `{${data[2] - least > (most - least) * 0.8 ? 'on' : 'off'}|${(figure.short ?? figure.text)(data[2])}}`),
          rich: { on: { color: colour('--r-on-accent') || '#fff', fontSize: 11 }, off: { color: colour('--r-ink'), fontSize: 11 } },
        },
      }],
    }
  }
}
