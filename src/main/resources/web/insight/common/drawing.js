import { init } from 'echarts/core'
import { css } from 'lit'

/** What changes the colours of a page: the night, and paper, on which it is always day. */
const LOOKS = ['(prefers-color-scheme: dark)', 'print']

/** As wide as a sheet of A4 between its margins, in pixels. What is drawn for a screen would shrink on it, words and all. */
const PAPER = 720

/** So fine that it is sharp on paper too. */
const FINEST = 2

/** The place of a drawing; each element with one has this among its styles. */
export const drawingStyle = css`
  @media print {
    .drawing > div, .drawing canvas { max-width: 100%; }
    .drawing canvas { height: auto !important; }
  }
`

/**
 * A chart of the library on a canvas, in an element of a page. It has the colours of that element and its width, and is
 * painted again whenever these change: another size, night or day, paper. Who extends it says what is painted; every
 * chart has a table behind it with the same figures, which is printed with it.
 */
export class Drawing {
  #chart = null
  #place = null
  #drawn = null
  #watcher = new ResizeObserver(() => this.#fit())
  #looks = LOOKS.map((each) => matchMedia(each))

  /** Draws into an element; again with other figures, or after it was replaced by another one. */
  draw(place, drawn) {
    this.#drawn = drawn
    if (place !== this.#place) this.#begin(place)
    this.#fit()
  }

  #begin(place) {
    this.leave()
    this.#place = place
    place.classList.add('drawing')
    this.#chart = init(place, null, { renderer: 'canvas', devicePixelRatio: Math.max(FINEST, devicePixelRatio) })
    this.listen(this.#chart)
    this.#watcher.observe(place)
    this.#looks.forEach((each) => each.addEventListener('change', this.#fit))
  }

  /** Gives its element free. */
  leave() {
    this.#watcher.disconnect()
    this.#looks.forEach((each) => each.removeEventListener('change', this.#fit))
    this.#chart?.dispose()
    this.#chart = null
    this.#place = null
  }

  /** What was given to draw. */
  get drawn() {
    return this.#drawn
  }

  /** In pixels. */
  get width() {
    return matchMedia('print').matches ? PAPER : this.#place.clientWidth
  }

  /**
   * What the library is to paint.
   * @param look `colour(name)` of a token as it is now, and `words`, how text is set
   */
  option(_look) {
    return {}
  }

  /** For those whose charts can be pointed at; called once for every chart. */
  listen(_chart) {}

  /** For those whose place has another height where it is narrow. */
  shape(_place) {}

  #fit = () => {
    if (!this.#chart) return
    this.shape(this.#place)
    this.#chart.resize({ width: this.width || 'auto' })
    this.paint()
  }

  /** Once more, as it is. */
  paint() {
    if (!this.#chart) return
    const style = getComputedStyle(this.#place)
    const colour = (name) => style.getPropertyValue(name).trim()
    const words = { color: colour('--r-ink-2'), fontFamily: style.fontFamily, fontSize: 12 }
    this.#chart.setOption({ animation: false, ...this.option({ colour, words }) }, { notMerge: true })
  }
}
