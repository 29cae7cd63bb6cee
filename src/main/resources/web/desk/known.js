/**
 * What a draft asks for although it is known. The server reads the draft and forgets it; it is asked when the
 * typing pauses, and once more before sending if it has not seen the last words.
 */
import { post } from '../shared/api.js'

/** A pause this long between two keys is the end of a thought. */
const PAUSE = 250
/** Sending never waits longer than this for an answer. */
const PATIENCE = 600

export class Known {
  #host
  #timer
  #asked = null
  #read = ''
  /** @type {{question: string, asks: string, answer: string, seq: number|null}[]} */
  repeats = []

  constructor(host) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected() {
    this.forget()
  }

  /** The draft is another one, or gone. */
  forget() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
    this.#read = ''
    this.#show([])
  }

  /** The draft changed: it is read when the typing pauses. */
  typed(conversation, text) {
    clearTimeout(this.#timer)
    if (!text.trim()) return this.forget()
    this.#timer = setTimeout(() => this.#ask(conversation, text.trim()), PAUSE)
  }

  /** True if the sender has seen what is known, or nothing is: also when the server does not answer in time. */
  async mayGo(conversation, text) {
    if (text === this.#read) return true
    clearTimeout(this.#timer)
    await Promise.race([this.#ask(conversation, text), new Promise(resolve => setTimeout(resolve, PATIENCE))])
    return this.repeats.length === 0
  }

  /** Not what was meant: silent from now on, for everybody in this conversation. */
  async wave(conversation, repeat) {
    this.#show(this.repeats.filter(other => other !== repeat))
    const { asks, seq } = repeat
    try {
      await post(`/api/conversations/${encodeURIComponent(conversation)}/draft/waved`, { asks, seq })
    } catch {
      // It may come again; nothing else is lost.
    }
  }

  async #ask(conversation, text) {
    this.#asked?.abort()
    const asked = (this.#asked = new AbortController())
    try {
      const { repeats } = await post(`/api/conversations/${encodeURIComponent(conversation)}/draft`, { text }, { signal: asked.signal })
      if (asked.signal.aborted) return
      this.#read = text
      this.#show(repeats)
    } catch {
      // A hint that does not come must not keep anybody from writing.
    }
  }

  #show(repeats) {
    if (this.repeats.length === 0 && repeats.length === 0) return
    this.repeats = repeats
    this.#host.requestUpdate()
  }
}
