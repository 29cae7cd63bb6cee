/** An answer of the desk that was not a yes. Without a status, nobody answered at all. */
export class Refused extends Error {
  constructor(status, retryAfter) {
    super(`refused ${status}`)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** Calls over HTTP. No cookie ever goes along: the widget is a guest on other people's pages. */
export class Api {
  #host

  constructor(host) {
    this.#host = host
  }

  get socketAddress() {
    return `${this.#host.replace(/^http/, 'ws')}/ws/chat`
  }

  get(path, token) {
    return this.#call('GET', path, token)
  }

  post(path, body, token) {
    return this.#call('POST', path, token, body)
  }

  delete(path, token) {
    return this.#call('DELETE', path, token)
  }

  async #call(method, path, token, body) {
    const headers = {}
    if (token) headers.Authorization = `Bearer ${token}`
    if (body) headers['Content-Type'] = 'application/json'
    const request = { method, headers, credentials: 'omit', body: body && JSON.stringify(body) }
    const answer = await fetch(this.#host + path, request).catch(() => {
      throw new Refused(0)
    })
    if (!answer.ok) throw new Refused(answer.status, Number(answer.headers.get('Retry-After')) || undefined)
    return answer.status === 204 ? null : answer.json()
  }
}
