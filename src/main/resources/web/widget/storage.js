/**
 * What is kept on this device, for one desk: the token, what is not sent yet, and how far was read.
 * Never what was said: that comes from the desk each time. Where the browser keeps nothing (blocked
 * cookies, a sandboxed frame) a map stands in and the chat works until the page is left.
 */
export class Storage {
  #prefix
  #place

  constructor(host) {
    this.#prefix = `ramah:${host}:`
    this.#place = place()
  }

  get(key) {
    try {
      return JSON.parse(this.#place.getItem(this.#prefix + key))
    } catch {
      return null
    }
  }

  /** Says whether it was kept: a full store must not stop anybody from writing. */
  set(key, value) {
    try {
      this.#place.setItem(this.#prefix + key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  }

  remove(key) {
    this.#place.removeItem(this.#prefix + key)
  }

  keys(start = '') {
    const wanted = this.#prefix + start
    const all = Array.from({ length: this.#place.length }, (_, i) => this.#place.key(i))
    return all.filter(key => key?.startsWith(wanted)).map(key => key.slice(this.#prefix.length))
  }

  clear() {
    for (const key of this.keys()) this.remove(key)
  }

  /** Calls back with the key when another tab changed something; '' when it cleared everything. */
  watch(changed) {
    addEventListener('storage', ({ key }) => {
      if (key === null) changed('')
      else if (key.startsWith(this.#prefix)) changed(key.slice(this.#prefix.length))
    })
  }
}

function place() {
  try {
    const probe = 'ramah:probe'
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return localStorage
  } catch {
    return inMemory()
  }
}

function inMemory() {
  const map = new Map()
  return {
    get length() {
      return map.size
    },
    key: i => [...map.keys()][i] ?? null,
    getItem: key => map.get(key) ?? null,
    setItem: (key, value) => map.set(key, value),
    removeItem: key => map.delete(key)
  }
}
