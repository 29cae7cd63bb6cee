import { line } from './line.js'

/** Draws a component again whenever the line changed. */
export class FollowsLine {
  constructor(host) {
    this.host = host
    host.addController(this)
  }

  hostConnected() {
    line.addEventListener('change', this.#draw)
  }

  hostDisconnected() {
    line.removeEventListener('change', this.#draw)
  }

  #draw = () => this.host.requestUpdate()
}
