/**
 * The desk's line to the server: one socket, the board, the open threads and the outbox, kept true to
 * each other. Components read them and call the verbs; after any change the line says `change`.
 *
 * Other events: `waiting` (someone new waits), `offered`, `message` (a customer wrote to me), `mine` (I
 * hold this now), `mentioned` (a note names me), `merged` (it goes on elsewhere), `notice` ({text, tone}), `expired`.
 */
import { get } from '../shared/api.js'
import { clientId } from '../shared/client-id.js'
import { ReconnectingSocket } from '../shared/socket.js'
import { language, t } from '../shared/words.js'
import { Board } from './board.js'
import { Outbox } from './outbox.js'
import { Takings } from './takings.js'
import { Thread } from './thread.js'

/** How long a "typing" holds without being renewed, as the contract says. */
const TYPING = 6_000
/** When the server is away, the next try. */
const RETRY = 2_000

export class Line extends EventTarget {
  #socket = new ReconnectingSocket('/ws/desk')
  #takings = new Takings(() => this.#changed())
  /** What the agent chose here; the server forgets it while the connection is away. */
  #status = null
  #why = null

  board = new Board()
  threads = new Map()
  current = null
  connected = false
  /** Set by the first welcome; before that the lists are loading, not empty. */
  greeted = false
  /**
   * Somebody rehearses here: no real conversation stands behind it, and what needs one is left out.
   * @type {{known: {language?: string, customer?: string, order?: string}}|null} what canned replies are filled in with
   */
  rehearsal = null
  outbox = new Outbox(frame => this.connected && this.#socket.send(frame))

  start() {
    this.outbox.addEventListener('change', () => this.#changed())
    this.#socket.addEventListener('open', () => this.#socket.send({ type: 'hello', language }))
    this.#socket.addEventListener('down', () => this.#down())
    this.#socket.addEventListener('expired', () => this.#tell('expired'))
    this.#socket.addEventListener('frame', ({ detail }) => this.#frames[detail.type]?.(detail))
    this.#socket.start()
  }

  // What the person does

  /** @param why lunch, break, training, meeting or other; colleagues see it */
  status(status, why = null) {
    this.#status = status
    this.#why = why
    this.board.agent = { ...this.board.agent, status, why }
    if (status !== 'online') this.board.offers = []
    this.#socket.send({ type: 'status', status, reason: why ?? undefined })
    this.#changed()
  }

  /** The server knows that my shift is over; it must not be told otherwise when the connection comes back. */
  wentHome() {
    this.#status = null
    this.board.agent = { ...this.board.agent, status: 'offline', why: 'shift_over' }
    this.board.offers = []
    this.#changed()
  }

  /** Opens a conversation in the middle; its snapshot first, then everything after it, live. */
  async open(conversation) {
    const before = this.current
    if (before && before !== conversation) this.#leave(before)
    this.current = conversation
    if (!this.threads.has(conversation)) this.threads.set(conversation, new Thread(conversation))
    this.#changed()
    await this.#load(conversation)
    if (this.current === conversation && this.thread().loaded) this.#watch(conversation)
    this.looked()
  }

  close() {
    if (this.current) this.#leave(this.current)
    this.current = null
    this.#changed()
  }

  thread() {
    return this.current ? this.threads.get(this.current) : null
  }

  /** The agent has the current conversation in view: nothing in it is unread, and the customer may know. */
  looked() {
    const thread = this.thread()
    if (!thread || document.hidden || !this.board.holds(thread.conversation)) return
    this.board.read(thread.conversation)
    const said = thread.entries.findLast(entry => entry.by?.role === 'customer')?.seq ?? 0
    if (said > (thread.seen.agent ?? 0) && this.#socket.send({ type: 'seen', conversation: thread.conversation, seq: said })) {
      thread.seen.agent = said
    }
    this.#changed()
  }

  /** Takes it, or with `accept` what was offered. */
  take(conversation, type = 'take') {
    if (!this.connected) return this.#tell('notice', { text: t('You are offline. Taking needs a connection.'), tone: 'warn' })
    this.board.withdraw(conversation)
    this.#socket.send({ type, conversation })
    this.#takings.begin(conversation)
  }

  decline(conversation) {
    this.board.withdraw(conversation)
    this.#socket.send({ type: 'decline', conversation })
    this.#changed()
  }

  isTaking(conversation) {
    return this.#takings.has(conversation)
  }

  say(conversation, text) {
    this.outbox.put({ type: 'say', conversation, clientId: clientId(), text })
  }

  note(conversation, text) {
    this.outbox.put({ type: 'note', conversation, clientId: clientId(), text })
  }

  transfer(conversation, to, reason) {
    this.outbox.put({ type: 'transfer', conversation, clientId: clientId(), to, reason })
  }

  resolve(conversation) {
    this.outbox.put({ type: 'resolve', conversation, clientId: clientId() })
  }

  /** Waits for somebody else until then; without a moment it goes on. */
  pend(conversation, until, reason) {
    this.outbox.put({ type: 'pending', conversation, clientId: clientId(), until, reason })
  }

  tag(conversation, reason) {
    this.outbox.put({ type: 'tag', conversation, clientId: clientId(), reason })
  }

  /** @param aside where only colleagues may know: a note */
  typing(conversation, aside) {
    this.#socket.send({ type: 'typing', conversation, private: aside || undefined })
  }

  /** A command of this kind is on its way for the conversation. */
  busy(conversation, type) {
    return this.outbox.of(conversation).some(item => item.frame.type === type && item.state !== 'failed')
  }

  // What the server says

  #frames = {
    welcome: frame => {
      this.connected = this.greeted = true
      this.board.welcome(frame)
      if (this.#status && this.#status !== frame.agent.status) this.status(this.#status, this.#why)
      this.outbox.belongTo(frame.agent.id)
      this.outbox.drain()
      const thread = this.thread()
      if (thread) thread.loaded ? this.#watch(this.current) : this.open(this.current)
      this.#changed()
    },
    watching: ({ conversation, turn, status, customerSeen }) => {
      const thread = this.threads.get(conversation)
      if (thread) {
        Object.assign(thread, { turn, status, watched: true })
        thread.seen.customer = Math.max(thread.seen.customer ?? 0, customerSeen ?? 0)
      }
      this.#changed()
    },
    entry: frame => this.#entry(frame),
    ack: frame => this.outbox.done(frame.clientId),
    waiting: frame => {
      const isNew = this.board.waiting(frame)
      this.threads.get(frame.conversation)?.addBrief(frame.brief)
      if (isNew) this.#tell('waiting', frame)
      this.#changed()
    },
    summary: frame => {
      this.threads.get(frame.conversation)?.addSummary(frame)
      this.#changed()
    },
    offer: frame => {
      this.board.offer(frame)
      setTimeout(() => {
        this.board.withdraw(frame.conversation)
        this.#changed()
      }, Math.max(0, new Date(frame.until) - Date.now()))
      this.#tell('offered', frame)
      this.#changed()
    },
    gone: ({ conversation }) => {
      this.board.gone(conversation)
      this.#changed()
    },
    declined: ({ by, customer }) => this.#tell('notice', { text: t('{name} declined what you handed on: {customer}. It waits for anybody now.', { name: by.name, customer: customer || t('Visitor') }), tone: 'warn' }),
    mentioned: frame => this.#tell('mentioned', frame),
    presence: ({ staff, capacity }) => {
      this.board.staff = staff
      this.board.capacity = capacity
      this.#changed()
    },
    relief: ({ relief, until }) => {
      this.board.relief = relief === 'nothing' ? null : { relief, until }
      this.#changed()
    },
    typing: ({ conversation, by }) => {
      const thread = this.threads.get(conversation)
      // Before the welcome nobody here knows who they are, so one's own typing could pass for a colleague's.
      if (!thread || !this.board.agent || this.board.isMe(by)) return
      if (by.id) thread.writes(by, Date.now() + TYPING)
      thread.typing = { by, until: Date.now() + TYPING }
      setTimeout(() => {
        if (thread.typing && thread.typing.until <= Date.now()) thread.typing = null
        this.#changed()
      }, TYPING + 50)
      this.#changed()
    },
    looking: ({ conversation, staff }) => {
      this.threads.get(conversation)?.look(staff.filter(({ id }) => id !== this.board.agent?.id))
      this.#changed()
    },
    delivered: ({ conversation, seq }) => {
      const thread = this.threads.get(conversation)
      if (!thread) return
      thread.seen.delivered = Math.max(thread.seen.delivered ?? 0, seq)
      this.#changed()
    },
    seen: ({ conversation, role, seq }) => {
      const thread = this.threads.get(conversation)
      if (!thread) return
      thread.seen[role] = Math.max(thread.seen[role] ?? 0, seq)
      this.#changed()
    },
    erased: ({ conversation }) => {
      this.threads.get(conversation)?.erase()
      this.#changed()
    },
    problem: frame => this.#problem(frame),
  }

  #entry({ conversation, ...entry }) {
    this.outbox.done(entry.clientId)
    const thread = this.threads.get(conversation)
    const isNew = thread ? thread.add(entry) : true
    if (!isNew) return
    const looking = this.current === conversation && !document.hidden
    const unsure = this.board.entry(conversation, entry, looking)
    if (entry.kind === 'assigned') this.#assigned(conversation, entry, unsure)
    else if (unsure) this.#askWhoHolds(conversation)
    // The brief is a projection of the log, so it may follow the entry that asked for it.
    if (entry.kind === 'escalated' && this.current === conversation) setTimeout(() => this.#load(conversation), 800)
    if (entry.kind === 'absorbed' && this.current === conversation) this.#load(conversation)
    if (entry.kind === 'merged') this.#tell('merged', { conversation, entry })
    if (entry.kind === 'returned' && entry.reason === 'DUE' && this.board.holds(conversation)) this.#tell('due', { conversation })
    if (entry.kind === 'noted' && !this.board.isMe(entry.by) && this.board.holds(conversation)) {
      this.#tell('notice', { text: t('{name} whispers: {text}', { name: entry.by.name, text: entry.text ?? '' }), tone: 'warn' })
    }
    if (entry.by?.role === 'customer' && this.board.holds(conversation)) {
      this.#tell('message', { conversation, entry })
      if (looking) this.looked()
    }
    this.#changed()
  }

  async #assigned(conversation, entry, unsure) {
    const wanted = this.isTaking(conversation)
    this.#takings.end(conversation)
    const thread = this.threads.get(conversation)
    // Taken from the queue the lists know it; `gone` may have been first, then the open thread does.
    if (unsure && thread?.loaded) this.board.hold(thread)
    else if (unsure) await this.#askWhoHolds(conversation)
    if (this.board.isMe(entry.by)) this.#tell('mine', { conversation })
    else if (wanted) this.#tell('notice', { text: t('Taken by {name}.', { name: entry.by.name }), tone: 'warn' })
  }

  #problem({ code, detail, clientId: id, conversation, retryAfter, by, about }) {
    if (about === 'watch' && code === 'unavailable') {
      setTimeout(() => this.connected && conversation === this.current && this.#watch(conversation), RETRY)
      return
    }
    const item = this.outbox.find(id)
    if (item) {
      const again = { unavailable: RETRY, rate_limited: (retryAfter ?? 2) * 1000 }[code]
      this.outbox.refused(id, detail ?? code, again)
      if (again || ['say', 'note'].includes(item.frame.type)) return
      // A transfer or a resolve leaves no bubble to retry from: say it and forget it.
      this.outbox.discard(id)
    }
    // Frames of a connection are answered in order, so an unnamed refusal is the oldest taking's.
    const which = conversation ?? this.#takings.oldest
    if (!item) this.#takings.end(which)
    if (code === 'taken' && which) this.#load(which)
    const said = code === 'taken' && by?.name ? t('Taken by {name}.', { name: by.name }) : detail
    this.#tell('notice', { text: said ?? t('The server could not do this.'), tone: code === 'taken' ? 'warn' : 'bad' })
  }

  #down() {
    this.connected = false
    this.#takings.clear()
    for (const thread of this.threads.values()) thread.watched = false
    this.outbox.grounded()
    this.#changed()
  }

  async #load(conversation) {
    const thread = this.threads.get(conversation)
    try {
      thread.load(await get('/api/conversations/' + encodeURIComponent(conversation)))
      this.#agree(thread)
      this.board.glance(thread)
    } catch (problem) {
      if (!thread.loaded) thread.problem = problem
    }
    this.#changed()
  }

  /** A snapshot may know who has it before the entry that says so is here; the entry then is no news to the lists. */
  #agree(thread) {
    const { conversation, status, holder } = thread
    const mine = status === 'open' && holder !== null && holder.id === this.board.agent?.id
    if (!mine) return
    this.board.gone(conversation)
    this.board.hold(thread)
    if (!this.isTaking(conversation)) return
    this.#takings.end(conversation)
    this.#tell('mine', { conversation })
  }

  /** A conversation came to me without passing through the queue I see: its snapshot tells. */
  async #askWhoHolds(conversation) {
    if (!this.threads.has(conversation)) this.threads.set(conversation, new Thread(conversation))
    await this.#load(conversation)
  }

  #watch(conversation) {
    this.#socket.send({ type: 'watch', conversation, after: this.threads.get(conversation).completeTo })
  }

  #leave(conversation) {
    this.#socket.send({ type: 'unwatch', conversation })
    const thread = this.threads.get(conversation)
    if (thread) thread.watched = false
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }

  #changed() {
    this.#tell('change')
  }
}

/** The one line of this page. */
export const line = new Line()
