/**
 * A rehearsal in the desk's console. The components of the desk draw whatever their line holds; here nobody starts that
 * line, its one conversation is a rehearsal, and what is said goes to the rehearsal's own address. Nothing of it reaches
 * the desk's socket.
 */
import { get, post } from '../shared/api.js'
import { line } from '../desk/line.js'
import { Outbox } from '../desk/outbox.js'
import { Thread } from '../desk/thread.js'

/** When the server is away, the next try. */
const RETRY = 2_000
/** How often another tab's words are looked for, in ms. */
const LOOK_EVERY = 4_000
/** How often a customer who is played by a model is asked for their words. */
const HEAR_EVERY = 1_200

/** What waits to be sent is kept apart from the desk's: neither ever sends the other's. */
const storage = {
  getItem: (key) => sessionStorage.getItem('practice.' + key),
  setItem: (key, value) => sessionStorage.setItem('practice.' + key, value),
  clear() {},
}

export class RehearsalClient extends EventTarget {
  #id
  #timer = 0
  #sending = false
  screen = null
  problem = null

  constructor(id, person) {
    super()
    this.#id = id
    line.rehearsal = { known: {} }
    line.outbox = new Outbox((frame) => this.#send(frame), storage)
    line.outbox.addEventListener('change', () => this.#changed())
    line.connected = line.greeted = true
    line.board.agent = { ...person, status: 'online' }
    line.board.mine = [{ conversation: id }]
    line.threads = new Map([[id, new Thread(id)]])
    line.current = id
  }

  get #path() {
    return '/api/practice/attempts/' + encodeURIComponent(this.#id)
  }

  async start() {
    await this.#look()
    this.#later()
    line.outbox.drain()
  }

  /** The customer may still be thinking of what to say. */
  get waits() {
    return !this.screen?.endedAt && this.screen?.talk.findLast((each) => !each.note)?.by === 'agent'
  }

  #later() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(async () => {
      if (!document.hidden && !this.#sending && !this.screen?.endedAt) await this.#look()
      if (line.current === this.#id) this.#later()
    }, this.waits ? HEAR_EVERY : LOOK_EVERY)
  }

  stop() {
    clearTimeout(this.#timer)
    line.current = null
  }

  async end() {
    this.#take(await post(this.#path + '/end'))
  }

  async #look() {
    try {
      this.#take(await get(this.#path))
      this.problem = null
    } catch (problem) {
      this.problem = problem
      if (!this.screen) line.thread().problem = problem
    }
    this.#changed()
  }

  #send(frame) {
    if (frame.conversation !== this.#id) return false
    this.#sending = true
    post(this.#path + '/answers', { clientId: frame.clientId, text: frame.text, note: frame.type === 'note' }).then(
      (screen) => {
        this.#take(screen)
        line.outbox.done(frame.clientId)
        this.#later()
      },
      (problem) => line.outbox.refused(frame.clientId, problem.message, problem.status === 0 || problem.status >= 500 ? RETRY : undefined),
    ).finally(() => (this.#sending = false))
    return true
  }

  #take(screen) {
    this.screen = screen
    const { person = line.board.agent } = this
    const thread = line.thread()
    if (!thread) return
    line.rehearsal = { known: knownOf(screen) }
    const customer = { name: screen.customer || null, language: screen.language, conversations: [], orders: [], attributes: {} }
    const over = Boolean(screen.endedAt)
    const entries = screen.talk.map((each) => entryOf(each, screen.customer, person))
    thread.load({
      entries, customer, language: screen.language, openedAt: screen.startedAt, team: null, page: null,
      turn: over ? 'nobody' : 'agent', status: over ? 'resolved' : 'open',
      holder: over ? null : { id: person.id, name: person.name }, briefs: [briefOf(screen)],
    })
    if (over) line.board.mine = []
    thread.typing = this.waits && screen.model ? { by: { role: 'customer', name: screen.customer } } : null
    this.#changed()
  }

  #changed() {
    line.dispatchEvent(new Event('change'))
    this.dispatchEvent(new Event('change'))
  }
}

/** What canned replies are filled in with: of orders, the one that was told before anybody answered. */
function knownOf({ language, customer, facts, talk }) {
  const opening = talk.filter((each) => each.how === 'opening').length
  const order = facts.find(({ kind, seq }) => kind === 'order' && (seq ?? 0) <= opening)
  return { language, customer, order: order?.value }
}

/** As the desk knows entries. */
export function entryOf({ seq, by, note, text, at, clientId }, customer, person) {
  const author = { customer: { role: 'customer', name: customer }, bot: { role: 'bot', name: '' }, agent: { role: 'agent', id: person?.id, name: person?.name } }[by]
  return { seq, kind: note ? 'noted' : 'said', episode: 1, at, by: author, text, clientId }
}

/** The hand-over as the desk has it: what they want, and what is known. */
function briefOf({ talk, facts, reason, startedAt }) {
  const opening = talk.filter((each) => each.how === 'opening')
  const said = opening.filter((each) => each.by === 'customer')
  const request = said.find((each) => each.text.split(/\s+/).length > 2) ?? said.at(-1)
  return {
    at: startedAt, seq: opening.length, reason, request: request?.text ?? '', answered: [], notHelped: [], tried: [], done: [], mood: null, open: null,
    facts: facts.map((fact) => ({ kind: fact.kind, value: fact.value, seq: fact.seq && fact.seq <= opening.length ? fact.seq : null, source: 'said' })),
  }
}
