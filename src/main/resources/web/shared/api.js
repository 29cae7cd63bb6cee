/**
 * Calls to our own server. The session travels in a same-site cookie, errors arrive as problem+json
 * (RFC 9457) and become one kind of Error, so that every page can show them the same way.
 */
import { t } from './words.js'

/** What went wrong, for people: `title` is a sentence, `detail` may be empty, `status` is 0 without a connection. */
export class ApiProblem extends Error {
  constructor({ title, detail, status, ...rest }) {
    super(detail || title)
    this.name = 'ApiProblem'
    this.title = title
    this.detail = detail ?? ''
    this.status = status
    this.rest = rest
  }
}

/**
 * Where the login page brings people back to; only a path of our own is accepted. A fragment that a link carries
 * unescaped is the login page's own by now, but it was meant for the page behind it.
 */
export function nextPage(fallback = '/desk') {
  const wish = new URLSearchParams(location.search).get('next')
  if (!wish) return fallback
  try {
    const url = new URL(wish, location.origin)
    return url.origin === location.origin ? url.pathname + url.search + (url.hash || location.hash) : fallback
  } catch {
    return fallback
  }
}

/** Leaves for the login page and comes back here afterwards. */
export function goToLogin() {
  const here = location.pathname + location.search + location.hash
  location.assign('/login?next=' + encodeURIComponent(here))
}

async function send(path, { method = 'GET', body, accept = 'application/json', headers, signal } = {}) {
  const options = { method, signal, credentials: 'same-origin', headers: { Accept: accept, ...headers } }
  if (body !== undefined) {
    options.body = JSON.stringify(body)
    options.headers['Content-Type'] = 'application/json'
  }
  let response
  try {
    response = await fetch(path, options)
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure
    throw new ApiProblem({ title: t('No connection to the server.'), detail: t('Check the network and try again.'), status: 0 })
  }
  if (response.ok) return response
  throw await problemOf(response)
}

async function problemOf(response) {
  const told = await response.json().catch(() => ({}))
  const title = told.title ?? t('The server could not do this.')
  return new ApiProblem({ ...told, title, status: response.status })
}

/**
 * One call; resolves to the JSON of the answer, or null where there is none. Without a session the
 * page leaves for the login and the promise stays open, so no half page flashes up on the way out.
 * `atLogin: true` throws instead: on the login page itself a 401 is an ordinary answer.
 */
export async function api(path, options = {}) {
  try {
    const response = await send(path, options)
    return response.status === 204 ? null : await response.json().catch(() => null)
  } catch (problem) {
    return orLogin(problem, options)
  }
}

function orLogin(problem, { atLogin = false }) {
  if (problem.status !== 401 || atLogin) throw problem
  goToLogin()
  return new Promise(() => {})
}

export const get = (path, options) => api(path, options)
export const post = (path, body, options) => api(path, { ...options, method: 'POST', body })
export const put = (path, body, options) => api(path, { ...options, method: 'PUT', body })
export const del = (path, options) => api(path, { ...options, method: 'DELETE' })

/** Saves an answer as a file, for example a report as CSV (`accept: 'text/csv'`). */
export async function save(path, name, { accept = 'application/json' } = {}) {
  let response
  try {
    response = await send(path, { accept })
  } catch (problem) {
    return orLogin(problem, {})
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  // The click has started the download by the next turn; the memory can go.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

/** A path with its query; empty, null and undefined values are left out. */
export function withQuery(path, query) {
  const known = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(known).toString()
  return text ? `${path}?${text}` : path
}

let asked = null

/** Who is signed in: `{id, name, email, role, languages, skills, teams}`; asked once a page. */
export function me() {
  asked ??= get('/api/me').catch(problem => {
    asked = null
    throw problem
  })
  return asked
}

/** Ends the session; the login page follows even when the server cannot be reached. */
export async function signOut() {
  await post('/api/logout').catch(() => {})
  location.assign('/login')
}
