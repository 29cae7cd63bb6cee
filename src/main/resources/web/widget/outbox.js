import { newId } from './ids.js'

const PREFIX = 'out:'

/**
 * Everything the customer did that the desk has not confirmed yet, kept through reloads. One stored
 * key an item: two tabs can add and remove at the same time without undoing each other's work.
 */
export class Outbox {
  #storage
  #unkept = new Map()

  constructor(storage) {
    this.#storage = storage
  }

  /** In the order they were made: the ids sort by time. */
  all() {
    const kept = this.#storage.keys(PREFIX).map(key => this.#storage.get(key))
    const items = [...kept.filter(Boolean), ...this.#unkept.values()]
    return items.sort((a, b) => (a.frame.clientId < b.frame.clientId ? -1 : 1))
  }

  /** The next to go. What the desk has refused waits for a hand, and holds up nobody. */
  next() {
    return this.all().find(item => !item.failed)
  }

  add(frame) {
    const item = { frame: { ...frame, clientId: newId() }, at: new Date().toISOString() }
    this.#keep(item)
    return item
  }

  has(clientId) {
    return this.#unkept.has(clientId) || this.#storage.get(PREFIX + clientId) !== null
  }

  fail(clientId, reason) {
    this.#change(clientId, reason)
  }

  retry(clientId) {
    this.#change(clientId, undefined)
  }

  remove(clientId) {
    this.#unkept.delete(clientId)
    this.#storage.remove(PREFIX + clientId)
  }

  #change(clientId, failed) {
    const item = this.#unkept.get(clientId) ?? this.#storage.get(PREFIX + clientId)
    if (item) this.#keep({ ...item, failed })
  }

  #keep(item) {
    const { clientId } = item.frame
    if (!this.#storage.set(PREFIX + clientId, item)) this.#unkept.set(clientId, item)
  }
}
