/**
 * What was said here and is not yet known to be stored. Each command carries an id made here, so sending
 * it again is safe; it leaves the box when its entry or an `ack` comes back. Of each conversation only
 * the oldest command is in flight: a later one can never overtake one that had to be sent again.
 *
 * The box survives a reload of the tab (session storage), not the closing of it.
 */
const PATIENCE = 12_000
const STORED = 'ramah.outbox'
const OWNER = 'ramah.owner'

export class Outbox extends EventTarget {
  #send
  #storage
  /** @type {{clientId: string, frame: object, at: string, state: 'waiting'|'flying'|'failed', error?: string}[]} */
  items = []

  /** @param send takes a frame and says whether there was a connection to put it on */
  constructor(send, storage = sessionStorage) {
    super()
    this.#send = send
    this.#storage = storage
    this.items = this.#kept().map(item => (item.state === 'flying' ? { ...item, state: 'waiting' } : item))
  }

  /** Someone else signed in here: what the one before left in this tab is never sent in their name. */
  belongTo(agent) {
    try {
      const owner = this.#storage.getItem(OWNER)
      if (owner && owner !== agent) {
        this.#storage.clear()
        this.items = []
      }
      this.#storage.setItem(OWNER, agent)
    } catch {
      // Nothing is kept, so nothing is left.
    }
  }

  /** Puts a command in and sends it if it is first of its conversation. */
  put(frame) {
    this.items.push({ clientId: frame.clientId, frame, at: new Date().toISOString(), state: 'waiting', tries: 0 })
    this.#changed()
    this.#next(frame.conversation)
  }

  /** Everything not yet answered goes out (again): after a reconnection nothing is known to have arrived. */
  drain() {
    for (const item of this.items) if (item.state === 'flying') item.state = 'waiting'
    for (const conversation of new Set(this.items.map(item => item.frame.conversation))) this.#next(conversation)
  }

  /** The connection is gone: what was in flight may or may not have arrived, and waits for the next one. */
  grounded() {
    for (const item of this.items) {
      clearTimeout(item.timer)
      if (item.state === 'flying') item.state = 'waiting'
    }
    this.#changed()
  }

  /** The server has it. */
  done(clientId) {
    const item = this.find(clientId)
    if (!item) return
    this.#remove(item)
    this.#next(item.frame.conversation)
  }

  /** The server refused it; `pause` in ms means that it may be sent again by itself after that long. */
  refused(clientId, error, pause) {
    const item = this.find(clientId)
    if (!item) return
    clearTimeout(item.timer)
    if (pause) {
      item.state = 'waiting'
      item.timer = setTimeout(() => this.#next(item.frame.conversation), pause)
      this.#changed()
      return
    }
    item.state = 'failed'
    item.error = error
    this.#changed()
    this.#next(item.frame.conversation)
  }

  again(clientId) {
    const item = this.find(clientId)
    if (!item) return
    Object.assign(item, { state: 'waiting', error: undefined, tries: 0 })
    this.#changed()
    this.#next(item.frame.conversation)
  }

  discard(clientId) {
    const item = this.find(clientId)
    if (item) this.#remove(item)
  }

  find(clientId) {
    return clientId ? this.items.find(item => item.clientId === clientId) : undefined
  }

  of(conversation) {
    return this.items.filter(item => item.frame.conversation === conversation)
  }

  #next(conversation) {
    const open = this.of(conversation).filter(item => item.state !== 'failed')
    const first = open[0]
    if (!first || first.state === 'flying' || !this.#send(first.frame)) return
    first.state = 'flying'
    first.tries++
    // A connection can look alive while nothing comes back: once more with the same id, then say so.
    first.timer = setTimeout(() => {
      if (first.tries < 2) {
        first.state = 'waiting'
        this.#next(conversation)
      } else {
        this.refused(first.clientId, 'NO_ANSWER')
      }
    }, PATIENCE)
    this.#changed()
  }

  #remove(item) {
    clearTimeout(item.timer)
    this.items = this.items.filter(other => other !== item)
    this.#changed()
  }

  #changed() {
    try {
      this.#storage.setItem(STORED, JSON.stringify(this.items.map(({ timer, ...item }) => item)))
    } catch {
      // A full or forbidden storage costs the survival of a reload, nothing else.
    }
    this.dispatchEvent(new Event('change'))
  }

  #kept() {
    try {
      return JSON.parse(this.#storage.getItem(STORED)) ?? []
    } catch {
      return []
    }
  }
}
