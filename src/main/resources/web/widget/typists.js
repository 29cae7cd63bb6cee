/** Someone's typing shows this many milliseconds, unless they write or type again before. */
const SHOWS = 6_000
/** Ours is told at most this often. */
const TOLD = 3_000

/** Who is writing just now, on both sides. Told and forgotten, never kept. */
export class Typists {
  /** `{role, name, text}` of the other side's, or null; `text` is what is written already, where it may be read. */
  other = null
  #timer = 0
  #toldAt = 0
  #changed

  constructor(changed) {
    this.#changed = changed
  }

  show(by) {
    clearTimeout(this.#timer)
    this.other = by
    if (by) this.#timer = setTimeout(() => this.show(null), SHOWS)
    this.#changed()
  }

  /** What they typed has arrived. */
  arrived({ role }) {
    if (this.other?.role === role) this.show(null)
  }

  /** Whether it is time to tell that the customer types. */
  mayTell() {
    const now = Date.now()
    if (now - this.#toldAt < TOLD) return false
    this.#toldAt = now
    return true
  }
}
