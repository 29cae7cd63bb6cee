import { newId } from './ids.js'

const KEY = 'session'
const OPENING = 'opening'

/**
 * Who this device is to the desk: a token and the conversation it opens. It is asked for with the
 * first message, not before, so that a visitor who only looks leaves nothing behind; for someone who
 * is signed in at the shop, when they open the chat.
 */
export class Session {
  #storage
  #api
  #settings

  constructor(storage, api, settings) {
    this.#storage = storage
    this.#api = api
    this.#settings = settings
  }

  /** `{conversation, token, expires, identity}`, or null where there is none (any more). */
  get current() {
    const kept = this.#storage.get(KEY)
    return kept && !(Date.parse(kept.expires) < Date.now()) ? kept : null
  }

  static isKey(key) {
    return key === KEY
  }

  /** Somebody else was signed in here before: nothing of theirs may show. */
  belongsToSomeoneElse() {
    const kept = this.#storage.get(KEY)
    return Boolean(kept?.identity) && kept.identity !== this.#settings.identity?.id
  }

  /** The visitor has signed in since the conversation began. */
  wantsName() {
    const kept = this.current
    return Boolean(kept && !kept.identity && this.#settings.identity)
  }

  /**
   * Begins a conversation, or with a token of before puts a name to the one that is there. The
   * request carries an id that outlives a lost answer, so that asking again begins no second one.
   */
  async open() {
    const { name, email, language, identity } = this.#settings
    const before = this.current
    const clientId = this.#storage.get(OPENING) ?? newId()
    this.#storage.set(OPENING, clientId)
    const page = location.href.slice(0, 2000)
    const body = { clientId, name, email, language, page, identity: identity ?? undefined }
    const answer = await this.#api.post('/api/conversations', body, before?.token).catch(refused => {
      if (refused.status !== 403 || !identity) throw refused
      // A page that stood open too long signs with an hour that is past: better a visitor without a
      // name than one who is locked out.
      this.#settings.identity = null
      return before ?? this.#api.post('/api/conversations', { ...body, identity: undefined })
    })
    const session = { ...answer, identity: this.#settings.identity?.id }
    if (session.identity && !before) session.conversation = await this.#latest(session)
    this.#storage.set(KEY, session)
    this.#storage.remove(OPENING)
    return session
  }

  /** Someone we know goes on where they were, also when that was on another device. */
  async #latest({ token, conversation }) {
    const list = await this.#api.get('/api/customer/conversations', token).catch(() => [])
    const spoken = list.filter(one => one.last && one.conversation !== conversation)
    spoken.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    return spoken[0]?.conversation ?? conversation
  }

  /** The token opens the conversation in which this one goes on as well. */
  goesOn(conversation) {
    this.#storage.set(KEY, { ...this.current, conversation })
  }

  /** The desk does not know this token; another tab may meanwhile hold a newer one, which stays. */
  drop(token) {
    if (this.#storage.get(KEY)?.token === token) this.#storage.remove(KEY)
  }

  /** Forgets this device: here at once, at the desk as soon as it hears of it. */
  revoke() {
    const kept = this.current
    if (kept) this.#api.delete('/api/customer/token', kept.token).catch(() => {})
  }
}
