/**
 * A socket that comes back by itself. Pauses double from half a second to 20 s and are jittered over
 * half their length, so that a thousand desks do not return in the same instant; the browser's
 * `online` event and the page becoming visible try at once.
 *
 * It knows one frame, `expired`, and one close code: after those coming back is pointless. A server that
 * restarts says when to come back. After a long silence it asks whether the line lives, for nobody tells a
 * browser that a network is gone.
 *
 * Events: `open` (send the hello now), `frame` (detail is the frame), `down`, `expired`.
 */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 20_000
const SESSION_ENDED = 4401
/** After this much silence in ms it asks, and waits this long for any answer. */
const QUIET = 45_000
const PATIENCE = 10_000
const COME_BACK = /retry in (\d+) s/
/** A connection that lived this long was a good one: the next pause starts small again. */
const SETTLED = 5_000

export class ReconnectingSocket extends EventTarget {
  #url
  #socket = null
  #failures = 0
  #retry = null
  #settled = null
  #pulse = null
  #stopped = true

  /** @param {string} path of the socket on our own server, for example `/ws/desk` */
  constructor(path) {
    super()
    const url = new URL(path, location.href)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    this.#url = url.href
  }

  get connected() {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  start() {
    this.#stopped = false
    addEventListener('online', this.#now)
    document.addEventListener('visibilitychange', this.#now)
    this.#connect()
  }

  stop() {
    this.#stopped = true
    removeEventListener('online', this.#now)
    document.removeEventListener('visibilitychange', this.#now)
    clearTimeout(this.#retry)
    clearTimeout(this.#pulse)
    this.#socket?.close()
  }

  /** Sends a frame if there is a connection; false means the caller keeps it for the next one. */
  send(frame) {
    if (!this.connected) return false
    this.#socket.send(JSON.stringify(frame))
    return true
  }

  #now = () => {
    if (this.#stopped || this.#socket || document.hidden) return
    clearTimeout(this.#retry)
    this.#connect()
  }

  #connect() {
    const socket = new WebSocket(this.#url)
    this.#socket = socket
    socket.onopen = () => {
      this.#settled = setTimeout(() => (this.#failures = 0), SETTLED)
      this.dispatchEvent(new Event('open'))
    }
    socket.onmessage = message => {
      this.#listen()
      this.#receive(message.data)
    }
    socket.onclose = event => this.#lost(event)
  }

  /** Starts the wait for the next sign of life again. A dead line's own end may take minutes to be told. */
  #listen() {
    clearTimeout(this.#pulse)
    this.#pulse = setTimeout(() => {
      this.send({ type: 'ping' })
      this.#pulse = setTimeout(() => {
        const socket = this.#socket
        socket.onmessage = socket.onclose = null
        socket.close()
        this.#lost({})
      }, PATIENCE)
    }, QUIET)
  }

  #receive(text) {
    let frame
    try {
      frame = JSON.parse(text)
    } catch {
      return
    }
    if (frame.type === 'expired') return this.#end()
    this.dispatchEvent(new CustomEvent('frame', { detail: frame }))
  }

  #lost(event) {
    clearTimeout(this.#settled)
    clearTimeout(this.#pulse)
    this.#socket = null
    if (this.#stopped) return
    if (event.code === SESSION_ENDED) return this.#end()
    this.dispatchEvent(new Event('down'))
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures++)
    const told = COME_BACK.exec(event.reason)?.[1]
    const pause = told ? (Number(told) + Math.random()) * 1000 : longest * (0.5 + Math.random() / 2)
    this.#retry = setTimeout(() => this.#connect(), pause)
  }

  #end() {
    this.stop()
    this.dispatchEvent(new Event('expired'))
  }
}
