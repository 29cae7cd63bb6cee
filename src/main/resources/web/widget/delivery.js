import { alone } from './alone.js'

/** No answer to something sent in this many milliseconds: the line is dead though it looks alive. */
const PATIENCE = 10_000
const LONGEST_PAUSE = 5_000
const LOST = { lost: true }
/** Refusals that pass by themselves; every other one will not change by asking again. */
const PASSING = new Set(['rate_limited', 'unavailable'])

/** May not be sent now: `after` milliseconds try again, or with a `code` give this item up. */
export class NotNow extends Error {
  constructor({ after, code }) {
    super('not now')
    this.after = after
    this.code = code
  }

  /** The desk refused a call, or did not answer it. */
  static because({ status, retryAfter }) {
    if (status === 429) throw new NotNow({ after: (retryAfter ?? 5) * 1000 })
    if (!status || status >= 500 || status === 408) throw new NotNow({})
    throw new NotNow({ code: 'forbidden' })
  }
}

/**
 * Takes the outbox to the desk: in order, the next only when the one before is confirmed, and from
 * one tab at a time. What gets no answer is sent again under the same id on the next connection.
 */
export class Delivery {
  #outbox
  #line
  #lock
  #waiting = new Map()
  #timer = 0
  #pauses = 0
  #running = false
  #again = false

  /** `line` has: ready() → may we send (may throw NotNow), send(frame), restart(), changed(). */
  constructor(outbox, lock, line) {
    this.#outbox = outbox
    this.#lock = lock
    this.#line = line
  }

  async run() {
    clearTimeout(this.#timer)
    this.#again = true
    if (this.#running) return
    this.#running = true
    while (this.#again) {
      this.#again = false
      // A stolen lock ends in an error; whoever took it carries on with the same outbox.
      if (this.#outbox.next()) await alone(this.#lock, () => this.#drain()).catch(() => {})
    }
    this.#running = false
  }

  /** The desk has it, by its own word. */
  confirm(clientId) {
    if (!clientId) return
    this.#outbox.remove(clientId)
    this.#pauses = 0
    this.#settle(clientId, {})
  }

  /** The desk said no. */
  refuse(problem) {
    this.#settle(problem.clientId, { problem })
  }

  /** The line is gone: nobody will answer what was asked on it. */
  lost() {
    for (const clientId of [...this.#waiting.keys()]) this.#settle(clientId, LOST)
  }

  async #drain() {
    for (let item; (item = this.#outbox.next());) {
      const { clientId } = item.frame
      try {
        if (!(await this.#line.ready())) return
        const outcome = await this.#send(item.frame)
        if (outcome.lost) return
        if (outcome.problem) this.#weigh(clientId, outcome.problem)
      } catch (error) {
        if (!(error instanceof NotNow)) throw error
        if (!error.code) return this.#later(error.after)
        this.#outbox.fail(clientId, error.code)
      } finally {
        this.#line.changed()
      }
    }
  }

  #weigh(clientId, { code, retryAfter }) {
    if (PASSING.has(code)) throw new NotNow({ after: retryAfter && retryAfter * 1000 })
    this.#outbox.fail(clientId, code)
  }

  #send(frame) {
    return new Promise(resolve => {
      const patience = setTimeout(() => this.#line.restart(), PATIENCE)
      this.#waiting.set(frame.clientId, outcome => {
        clearTimeout(patience)
        resolve(outcome)
      })
      if (!this.#line.send(frame)) this.#settle(frame.clientId, LOST)
    })
  }

  #settle(clientId, outcome) {
    const resolve = this.#waiting.get(clientId)
    this.#waiting.delete(clientId)
    resolve?.(outcome)
  }

  #later(after) {
    const pause = after ?? Math.min(LONGEST_PAUSE, 1000 * 2 ** this.#pauses++) * (0.75 + Math.random() / 2)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.run(), pause)
  }
}
