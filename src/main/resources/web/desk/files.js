/**
 * Files of the agent on their way, one after another, and the addresses of those that are in a conversation. Each goes
 * under an id made here, so sending it again after a line that broke makes no second one. Says `change`.
 */
import { get } from '../shared/api.js'
import { clientId } from '../shared/client-id.js'
import { t } from '../shared/words.js'

/** What the server takes; a file dialog offers nothing else. */
export const TAKEN = 'image/png,image/jpeg,image/webp,image/gif,application/pdf'
/** The server's limit, in bytes. */
const MOST_BYTES = 10 * 1024 * 1024
/** An address that ends sooner than this many milliseconds is asked for anew. */
const ENDS_SOON = 30_000
const LONGEST_PAUSE = 15_000

class Files extends EventTarget {
  #addresses = new Map()
  #asking = new Map()
  #running = false
  #timer = 0
  #pauses = 0
  /** `{clientId, conversation, file, preview, state, sent, error?}`; `state` is waiting, flying, sent or failed. */
  items = []

  constructor() {
    super()
    addEventListener('online', () => this.#run())
  }

  send(conversation, file) {
    const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
    const item = { clientId: clientId(), conversation, file, preview, state: 'waiting', sent: 0 }
    if (file.size > MOST_BYTES) Object.assign(item, { state: 'failed', error: t('A file has at most 10 MB.'), final: true })
    this.items = [...this.items, item]
    this.#changed()
    this.#run()
  }

  of(conversation) {
    return this.items.filter(item => item.conversation === conversation)
  }

  again(item) {
    Object.assign(item, { state: 'waiting', sent: 0, error: undefined })
    this.#changed()
    this.#run()
  }

  discard(item) {
    this.items = this.items.filter(other => other !== item)
    if (item.preview) URL.revokeObjectURL(item.preview)
    item.request?.abort()
    this.#changed()
  }

  /** The log tells of these entries. */
  arrived(entries) {
    const known = new Set(entries.filter(entry => entry.kind === 'attached').map(entry => entry.clientId))
    for (const item of this.items.filter(each => known.has(each.clientId))) {
      delete item.request
      this.discard(item)
    }
  }

  /** Where the bytes are for some minutes; null where they are gone. */
  async address(conversation, attachment, anew = false) {
    const known = this.#addresses.get(attachment)
    if (!anew && known && Date.parse(known.until) - Date.now() > ENDS_SOON) return known.url
    if (!this.#asking.has(conversation)) {
      this.#asking.set(conversation, this.#ask(conversation).finally(() => this.#asking.delete(conversation)))
    }
    await this.#asking.get(conversation)
    return this.#addresses.get(attachment)?.url ?? null
  }

  async #ask(conversation) {
    const answer = await get(`/api/conversations/${encodeURIComponent(conversation)}/attachments`).catch(() => null)
    for (const file of answer?.attachments ?? []) this.#addresses.set(file.attachment, file)
  }

  async #run() {
    clearTimeout(this.#timer)
    if (this.#running) return
    this.#running = true
    for (let item; (item = this.items.find(({ state }) => state === 'waiting')); ) {
      if (!(await this.#send(item))) break
    }
    this.#running = false
  }

  /** False when it is better to pause. */
  async #send(item) {
    item.state = 'flying'
    this.#changed()
    const { status, retryAfter, detail } = await this.#put(item)
    if (!this.items.includes(item)) return true
    if (status === 201) {
      item.state = 'sent'
      this.#pauses = 0
    } else if (status && status < 500 && status !== 429) {
      Object.assign(item, { state: 'failed', error: detail, final: [413, 415].includes(status) })
    } else {
      item.state = 'waiting'
      const pause = retryAfter ? retryAfter * 1000 : Math.min(LONGEST_PAUSE, 1000 * 2 ** this.#pauses++)
      this.#timer = setTimeout(() => this.#run(), pause)
    }
    this.#changed()
    return item.state !== 'waiting'
  }

  /** `fetch` does not tell how far it is. */
  #put(item) {
    return new Promise(resolve => {
      const about = new URLSearchParams({ clientId: item.clientId, name: item.file.name })
      const request = new XMLHttpRequest()
      request.open('POST', `/api/conversations/${encodeURIComponent(item.conversation)}/attachments?${about}`)
      request.responseType = 'json'
      request.setRequestHeader('Content-Type', 'application/octet-stream')
      request.upload.onprogress = ({ loaded, total }) => {
        item.sent = total ? loaded / total : 0
        this.#changed()
      }
      request.onloadend = () => resolve({
        status: request.status,
        detail: request.response?.detail ?? t('The server could not do this.'),
        retryAfter: Number(request.getResponseHeader('Retry-After')) || undefined,
      })
      item.request = request
      request.send(item.file)
    })
  }

  #changed() {
    this.dispatchEvent(new Event('change'))
  }
}

/** The one box of files of this page. */
export const files = new Files()
