import { HeatmapChart } from 'echarts/charts'
import { GridComponent, VisualMapComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([HeatmapChart, GridComponent, VisualMapComponent, CanvasRenderer])

/** Narrower than this the days go across and the hours down, so that a square keeps room for its number. */
const NARROW = 720

/**
 * A map of the week on a canvas. One colour from light to dark, and the number in each square: it can be read without
 * telling colours apart, and on paper.
 */
export class HeatMap {
  #chart = null
  #place = null
  #drawn = null
  #heard
  #watcher = new ResizeObserver(() => this.#fit())
  #dark = matchMedia('(prefers-color-scheme: dark)')

  /** @param heard `tell({day, hour} | null)` for the square under the pointer, `choose` for the one that was clicked */
  constructor(heard) {
    this.#heard = heard
    this.#dark.addEventListener('change', () => this.#paint())
  }

  /** Draws into an element; again with other figures, or after it was replaced by another one. */
  draw(place, week) {
    this.#drawn = week
    if (place !== this.#place) {
      this.leave()
      this.#place = place
      this.#chart = init(place, null, { renderer: 'canvas' })
      this.#chart.on('mouseover', ({ data }) => this.#heard.tell(this.#at(data)))
      this.#chart.on('globalout', () => this.#heard.tell(null))
      this.#chart.on('click', ({ data }) => this.#heard.choose(this.#at(data)))
      this.#watcher.observe(place)
    }
    this.#paint()
  }

  leave() {
    this.#watcher.disconnect()
    this.#chart?.dispose()
    this.#chart = null
    this.#place = null
  }

  get #narrow() {
    return this.#place.clientWidth < NARROW
  }

  #at([x, y]) {
    return this.#narrow ? { day: x, hour: y } : { day: y, hour: x }
  }

  #fit() {
    this.#place.classList.toggle('narrow', this.#narrow)
    this.#chart.resize()
    this.#paint()
  }

  #paint() {
    if (!this.#chart) return
    const { days, hours, value, figure } = this.#drawn
    const narrow = this.#narrow
    const look = getComputedStyle(this.#place)
    const colour = (name) => look.getPropertyValue(name).trim()
    const squares = days.flatMap((_, day) => hours.map((__, hour) => {
      const known = value(day, hour)
      return [...(narrow ? [day, hour] : [hour, day]), known ?? '-']
    }))
    const least = figure.least ?? 0
    const most = Math.max(least === 0 && figure.figure ? 0.01 : 1, ...squares.map((square) => (square[2] === '-' ? 0 : square[2])))
    const axis = { type: 'category', axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: colour('--r-ink-2'), fontFamily: look.fontFamily, fontSize: 12 } }
    const across = narrow ? days : hours.map((hour) => hour.slice(0, 2))
    this.#chart.setOption({
      animation: false,
      grid: { left: narrow ? 48 : 40, right: 2, top: 22, bottom: 2 },
      xAxis: { ...axis, data: across, position: 'top' },
      yAxis: { ...axis, data: narrow ? hours : days, inverse: true },
      visualMap: { show: false, min: least, max: most, inRange: { color: [colour('--r-sunken'), colour('--r-accent')] } },
      series: [{
        type: 'heatmap', data: squares, cursor: 'pointer',
        itemStyle: { borderColor: colour('--r-bg'), borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: colour('--r-ink') } },
        label: {
          show: true, fontSize: 11, fontFamily: look.fontFamily, color: colour('--r-ink'),
          formatter: ({ data }) => (data[2] === '-' || (data[2] === 0 && !figure.figure) ? '' : `{${data[2] - least > (most - least) * 0.8 ? 'on' : 'off'}|${(figure.short ?? figure.text)(data[2])}}`),
          rich: { on: { color: colour('--r-on-accent') || '#fff', fontSize: 11 }, off: { color: colour('--r-ink'), fontSize: 11 } },
        },
      }],
    })
  }
}
