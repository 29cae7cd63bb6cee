import { get } from './api.js'

/** Milliseconds between two looks, of a page that somebody looks at. */
const LOOK_EVERY = 60_000

const asks = { 'follow-ups': '/api/follow-ups/own', themes: '/api/themes/risen' }

/** A page that has changed something of this says so. */
export const waitingChanged = () => window.dispatchEvent(new Event('ramah-waiting'))

/** What waits for whoever is signed in, by page: `counts`, of which each is as the server tells it, or not known yet. */
export class Waiting {
  counts = {}
  #host
  #timer = 0

  constructor(host) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected() {
    clearInterval(this.#timer)
    window.removeEventListener('ramah-waiting', this.#look)
  }

  begin() {
    this.hostDisconnected()
    this.#timer = setInterval(() => document.hidden || this.#look(), LOOK_EVERY)
    window.addEventListener('ramah-waiting', this.#look)
    this.#look()
  }

  #look = () => Object.keys(asks).forEach((page) => this.#ask(page))

  async #ask(page) {
    // What is only told beside a page's name takes nobody to the login, and is asked again.
    const count = await get(asks[page], { atLogin: true }).catch(() => null)
    if (!count) return
    this.counts = { ...this.counts, [page]: count }
    this.#host.requestUpdate()
  }
}
