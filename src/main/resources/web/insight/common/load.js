import { html, nothing } from 'lit'
import { broken, loading } from '../../shared/base.js'

/**
 * Something read from the server, for the element that shows it: loading, there, or broken with a way
 * to try again. A newer reading cancels the older one, so slow answers never overwrite fresh ones;
 * while reading again, what is known stays on the screen.
 */
export class Load {
  value = undefined
  problem = null
  busy = false
  #host
  #read
  #asked = []
  #abort = null

  /** @param read `(...what, signal) => Promise`; gets what `run` was called with */
  constructor(host, read) {
    this.#host = host
    this.#read = read
    host.addController(this)
  }

  hostDisconnected() {
    this.#abort?.abort()
  }

  async run(...what) {
    this.#asked = what
    this.#abort?.abort()
    const abort = new AbortController()
    this.#abort = abort
    this.busy = true
    this.#host.requestUpdate()
    try {
      const value = await this.#read(...what, abort.signal)
      if (abort.signal.aborted) return
      this.value = value
      this.problem = null
    } catch (problem) {
      if (abort.signal.aborted) return
      this.problem = problem
    }
    this.busy = false
    this.#host.requestUpdate()
  }

  /** Reads the same once more. */
  again() {
    return this.run(...this.#asked)
  }

  /** Forgets the value, for a question whose old answer would mislead. */
  clear() {
    this.#abort?.abort()
    this.value = undefined
    this.problem = null
    this.busy = false
  }

  /**
   * The state that applies, as a template. A problem while an older value is known is told above it.
   * @param ready `value => template`
   */
  show(ready, { lines = 4 } = {}) {
    const problem = this.problem ? broken(this.problem, () => this.again()) : nothing
    if (this.value !== undefined) return html`${problem}${ready(this.value)}`
    return this.problem ? problem : loading(lines)
  }
}
