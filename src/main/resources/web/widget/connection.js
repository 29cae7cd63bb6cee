const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000
/** No welcome in this many milliseconds: the line is dead though it looks alive. */
const PATIENCE = 10_000
/** After this much silence a tab that comes back to the front does not trust its line. */
const SUSPECT = 60_000
/** After this much silence an open line is asked whether it lives: nobody tells a browser that a network is gone. */
const QUIET = 45_000
/** A desk that restarts says when to come back, in seconds, so that not all come at once. */
const COME_BACK = /retry in (\d+) s/

/**
 * The line to the desk. It comes back by itself, with pauses that grow and differ from visitor to
 * visitor, so that a desk that restarts is not run over; at once when the browser is back online.
 */
export class Connection {
  #address
  #hear
  #socket = null
  #session = null
  #tries = 0
  #timer = 0
  #pulse = 0
  #heard = 0
  /** off, connecting, open (welcomed) or broken. */
  state = 'off'

  /** `hear` has: hello() → the first frame's fields, frame(f), changed(), refused(token). */
  constructor(address, hear) {
    this.#address = address
    this.#hear = hear
    addEventListener('online', () => this.restart())
    addEventListener('offline', () => this.#session && this.#lost())
    addEventListener('pageshow', event => event.persisted && this.restart())
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && Date.now() - this.#heard > SUSPECT) this.restart()
    })
  }

  /** Connects with this session; does nothing if it is the one in use. */
  use(session) {
    const same = this.#session?.token === session.token && this.#session.conversation === session.conversation
    this.#session = session
    if (!same) this.restart()
  }

  stop() {
    this.#session = null
    this.#hangUp()
    this.#become('off')
  }

  /** Worth telling: not for the moment that a desk takes to restart. */
  get troubled() {
    return this.state !== 'open' && (!navigator.onLine || this.#tries > 2)
  }

  /** Now, whatever pause was running. */
  restart() {
    if (!this.#session) return
    this.#tries = 0
    this.#connect()
  }

  /**
   * The line took the frame; whether it arrives only the desk's answer tells. A line that is about to
   * close would drop the frame without a word, and its `onclose` is yet to come: so it is not given any.
   */
  send(frame) {
    if (this.state !== 'open' || this.#socket.readyState !== WebSocket.OPEN) return false
    this.#socket.send(JSON.stringify(frame))
    return true
  }

  #connect() {
    this.#hangUp()
    this.#become('connecting')
    const { token } = this.#session
    const socket = new WebSocket(this.#address)
    this.#socket = socket
    this.#timer = setTimeout(() => this.#lost(), PATIENCE)
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', token, ...this.#hear.hello(this.#session) }))
    socket.onclose = ({ code, reason }) => (code === 4401 ? this.#refused(token) : this.#lost(reason))
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data), token)
  }

  #receive(frame, token) {
    this.#heard = Date.now()
    this.#listen()
    if (frame.type === 'problem' && frame.code === 'not_signed_in') return this.#refused(token)
    if (frame.type === 'welcome') {
      clearTimeout(this.#timer)
      // A desk that welcomes and hangs up at once must not be asked twice a second for ever.
      this.#timer = setTimeout(() => (this.#tries = 0), PATIENCE)
      this.state = 'open'
      this.#session.conversation = frame.conversation
    }
    this.#hear.frame(frame)
    if (frame.type === 'welcome') this.#hear.changed()
  }

  /** Starts the wait for the next sign of life again; without one the line is dead though it looks alive. */
  #listen() {
    clearTimeout(this.#pulse)
    this.#pulse = setTimeout(() => {
      this.send({ type: 'ping' })
      this.#pulse = setTimeout(() => this.#lost(), PATIENCE)
    }, QUIET)
  }

  #refused(token) {
    this.stop()
    this.#hear.refused(token)
  }

  #lost(reason = '') {
    this.#hangUp()
    const whole = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#tries++)
    const told = COME_BACK.exec(reason)?.[1]
    const pause = told ? (Number(told) + Math.random()) * 1000 : whole * (0.5 + Math.random() / 2)
    this.#timer = setTimeout(() => this.#connect(), pause)
    this.#become('broken')
  }

  #hangUp() {
    clearTimeout(this.#timer)
    clearTimeout(this.#pulse)
    const socket = this.#socket
    this.#socket = null
    if (!socket) return
    socket.onopen = socket.onclose = socket.onmessage = null
    socket.close()
  }

  #become(state) {
    this.state = state
    this.#hear.changed()
  }
}
