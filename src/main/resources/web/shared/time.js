/**
 * `<ramah-time at="2026-11-21T10:00:00Z" mode="ago">`: a time that keeps itself true. One timer serves
 * all of them, and it runs every second only while a running clock (`mode="wait"`) is on the page.
 * Modes: `ago` "5 min ago", `clock` "14:03", `day` "21 Nov", `wait` "3:12", `until` "Tue 14:03". The exact time is the title.
 */
import { ago, clock, day, exact, stopwatch, until } from './format.js'

const shapes = { ago, clock, day, wait: stopwatch, until }
const shown = new Set()
let timer = null

function tick() {
  for (const element of shown) element.draw()
}

function keepTicking() {
  clearInterval(timer)
  if (shown.size === 0) return
  const running = [...shown].some(element => element.getAttribute('mode') === 'wait')
  timer = setInterval(tick, running ? 1000 : 20_000)
}

class RamahTime extends HTMLElement {
  static observedAttributes = ['at', 'mode']

  connectedCallback() {
    shown.add(this)
    this.draw()
    keepTicking()
  }

  disconnectedCallback() {
    shown.delete(this)
    keepTicking()
  }

  attributeChangedCallback() {
    if (this.isConnected) this.draw()
  }

  draw() {
    const at = this.getAttribute('at')
    if (!at || Number.isNaN(Date.parse(at))) return this.replaceChildren()
    this.time ??= document.createElement('time')
    if (this.time.parentNode !== this) this.replaceChildren(this.time)
    if (this.time.dateTime !== at) {
      this.time.dateTime = at
      this.time.title = exact(at)
    }
    const text = (shapes[this.getAttribute('mode')] ?? ago)(at)
    if (this.time.textContent !== text) this.time.textContent = text
  }
}

customElements.define('ramah-time', RamahTime)
