import { newId } from './ids.js'

/** What the desk takes; a file dialog offers nothing else. */
export const TAKEN = 'image/png,image/jpeg,image/webp,image/gif,application/pdf'
/** The desk's limit, in bytes: whoever is over it hears it before ten megabytes have gone over the line. */
const MOST_BYTES = 10 * 1024 * 1024
/** An address of a file that ends sooner than this many milliseconds is asked for anew. */
const ENDS_SOON = 30_000
const LONGEST_PAUSE = 30_000

const REASONS = { 401: 'forbidden', 403: 'forbidden', 413: 'too_large', 415: 'unsupported' }

/**
 * The files of the customer on their way to the desk, one after another, and the addresses of those that are there. A
 * file is sent under an id of its own: after a line that broke it goes again and is one file at the desk. Unlike words
 * it does not outlive the page.
 */
export class Files {
  #desk
  #addresses = new Map()
  #asked = null
  #running = false
  #timer = 0
  #pauses = 0
  /** `{clientId, file, preview, at, state, sent, reason?}`; `state` is sending, waiting, failed or sent, `sent` 0 to 1. */
  onTheWay = []

  /** `desk` has: host, session() → where to send (may fail), current() → the session or null, changed(). */
  constructor(desk) {
    this.#desk = desk
    addEventListener('online', () => this.run())
  }

  add(file) {
    const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
    const item = { clientId: newId(), file, preview, at: new Date().toISOString(), state: 'waiting', sent: 0 }
    if (file.size > MOST_BYTES) Object.assign(item, { state: 'failed', reason: 'too_large' })
    this.onTheWay = [...this.onTheWay, item]
    this.#desk.changed()
    this.run()
  }

  retry(clientId) {
    const item = this.#find(clientId)
    if (!item) return
    Object.assign(item, { state: 'waiting', sent: 0, reason: undefined })
    this.#desk.changed()
    this.run()
  }

  /** Not wanted any more. What the desk has taken in already stays said, as with words. */
  discard(clientId) {
    const item = this.#find(clientId)
    if (!item) return
    this.onTheWay = this.onTheWay.filter(other => other !== item)
    if (item.preview) URL.revokeObjectURL(item.preview)
    item.request?.abort()
    this.#desk.changed()
  }

  clear() {
    for (const { clientId } of this.onTheWay) this.discard(clientId)
    this.#addresses.clear()
  }

  /** Sends what waits, after whatever pause was running. */
  async run() {
    clearTimeout(this.#timer)
    if (this.#running) return
    this.#running = true
    for (let item; (item = this.onTheWay.find(({ state }) => state === 'waiting')); ) {
      if (!(await this.#send(item))) break
    }
    this.#running = false
  }

  /** False when it is better to pause. */
  async #send(item) {
    item.state = 'sending'
    this.#desk.changed()
    const session = await this.#desk.session().catch(() => null)
    const { status, retryAfter } = session ? await this.#put(item, session) : { status: 0 }
    if (!this.onTheWay.includes(item)) return true
    if (status === 201) {
      item.state = 'sent'
      this.#pauses = 0
    } else if (status && status < 500 && status !== 429) {
      Object.assign(item, { state: 'failed', reason: REASONS[status] ?? 'invalid' })
    } else if (status === 429 && retryAfter > LONGEST_PAUSE / 1000) {
      Object.assign(item, { state: 'failed', reason: 'rate_limited' })
    } else {
      item.state = 'waiting'
      const pause = retryAfter ? retryAfter * 1000 : Math.min(LONGEST_PAUSE, 1000 * 2 ** this.#pauses++)
      this.#timer = setTimeout(() => this.run(), pause)
    }
    this.#desk.changed()
    return item.state !== 'waiting'
  }

  /** `fetch` does not tell how far it is, so this is the older way. */
  #put(item, { conversation, token }) {
    return new Promise(resolve => {
      const about = new URLSearchParams({ clientId: item.clientId, name: item.file.name })
      const request = new XMLHttpRequest()
      request.open('POST', `${this.#desk.host}/api/conversations/${conversation}/attachments?${about}`)
      request.setRequestHeader('Authorization', `Bearer ${token}`)
      request.setRequestHeader('Content-Type', 'application/octet-stream')
      request.upload.onprogress = ({ loaded, total }) => {
        item.sent = total ? loaded / total : 0
        item.onprogress?.(item.sent)
      }
      request.onloadend = () =>
        resolve({ status: request.status, retryAfter: Number(request.getResponseHeader('Retry-After')) || undefined })
      item.request = request
      request.send(item.file)
    })
  }

  /** The desk's log tells of it. */
  arrived(clientId) {
    const item = clientId && this.#find(clientId)
    if (item) {
      delete item.request
      this.discard(clientId)
    }
  }

  #find(clientId) {
    return this.onTheWay.find(item => item.clientId === clientId)
  }

  /** Where the bytes of a file are for some minutes; null where it is gone or cannot be asked for. */
  async address(attachment, anew = false) {
    const known = this.#addresses.get(attachment)
    if (!anew && known && Date.parse(known.until) - Date.now() > ENDS_SOON) return known.url
    // Many pictures that come into view at once ask once.
    this.#asked ??= this.#ask().finally(() => (this.#asked = null))
    await this.#asked
    return this.#addresses.get(attachment)?.url ?? null
  }

  async #ask() {
    const session = this.#desk.current()
    if (!session) return
    const answer = await this.#desk.get(`/api/conversations/${session.conversation}/attachments`, session.token).catch(() => null)
    for (const { attachment, url, until } of answer?.attachments ?? []) {
      this.#addresses.set(attachment, { url: this.#desk.host + url, until })
    }
  }
}
