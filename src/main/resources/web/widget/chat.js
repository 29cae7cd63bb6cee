import { Api } from './api.js'
import { alone } from './alone.js'
import { Connection } from './connection.js'
import { Conversation } from './conversation.js'
import { Delivery, NotNow } from './delivery.js'
import { Files } from './files.js'
import { Outbox } from './outbox.js'
import { Session } from './session.js'
import { Storage } from './storage.js'
import { Typists } from './typists.js'

/** What arrives together in this many milliseconds is told to have arrived at once. */
const TOGETHER = 150
/** A backlog that does not come to its end in this many milliseconds holds up nothing. */
const BACKLOG_PATIENCE = 10_000

/**
 * The widget without its face: what the customer can do, and what is to be shown. Views listen for
 * `change` and read; `news` is one entry that has just come, `reset` a screen to be cleared, and
 * `forgotten` says that nothing of before may be left, not even an unfinished line.
 */
export class Chat extends EventTarget {
  #settings
  #storage
  #outbox
  #connection
  #delivery
  #lock
  #typists = new Typists(() => this.#changed())
  #backlogTimer = 0
  #arrivedTimer = 0
  #ready = false
  #awaited = 0

  constructor(settings) {
    super()
    this.#settings = settings
    this.#lock = `ramah:${settings.host}`
    this.api = new Api(settings.host)
    this.#storage = new Storage(settings.host)
    this.#outbox = new Outbox(this.#storage)
    this.session = new Session(this.#storage, this.api, settings)
    this.files = new Files({
      host: settings.host,
      get: (path, token) => this.api.get(path, token),
      session: () => this.#opened(),
      current: () => this.session.current,
      changed: () => this.#changed()
    })
    this.#connection = new Connection(this.api.socketAddress, {
      hello: session => this.#hello(session),
      frame: frame => this.#hear(frame),
      changed: () => this.#lineChanged(),
      refused: token => this.#refused(token)
    })
    this.#delivery = new Delivery(this.#outbox, this.#lock, {
      ready: () => this.#mayWeSend(),
      send: frame => this.#connection.send(frame),
      restart: () => this.#connection.restart(),
      changed: () => this.#changed()
    })
    this.#clear()
  }

  start() {
    if (this.session.belongsToSomeoneElse()) this.#startOver()
    this.#storage.watch(key => this.#otherTabChanged(key))
    addEventListener('online', () => this.#delivery.run())
    this.#resume()
  }

  // What the customer does.

  /** They open it: someone we know reads on where they were, also when that was on another device. */
  look() {
    if (this.#settings.identity) this.#opened().catch(() => {})
  }

  say(text, choice) {
    this.#send({ type: 'say', text, choice })
  }

  askForPerson() {
    if (!this.isPending('human')) this.#send({ type: 'human' })
  }

  thumb(seq, up) {
    this.#send({ type: 'thumb', seq, up })
  }

  /** Each time everything that was answered so far, so that any one of them tells the whole; what was said stays. */
  rate(answers) {
    const { episode } = this.conversation
    this.#send({ ...answers, ...this.rating, tell: answers.tell ?? this.rating.tell, type: 'rate', episode })
  }

  /** How an episode looks after somebody answered the rating of it. */
  rateAgain(episode, csat) {
    if (!this.ratedAgain(episode)) this.#send({ type: 'rate', csat, episode, again: true })
  }

  resolve(solved) {
    if (!this.isPending('resolve')) this.#send({ type: 'resolve', solved })
  }

  leaveAddress(email) {
    this.#send({ type: 'contact', email })
  }

  typing() {
    if (!this.conversation.isEmpty && this.#typists.mayTell()) this.#connection.send({ type: 'typing' })
  }

  /** The words up to here were before the customer's eyes. */
  seen() {
    const { last } = this.conversation
    const unseen = this.unread.at(-1)
    if (!unseen || this.#connection.state !== 'open') return
    this.#storage.set('seen', { conversation: this.session.current?.conversation, seq: last })
    this.#connection.send({ type: 'seen', seq: unseen.seq })
    this.#changed()
  }

  retry(clientId) {
    this.#outbox.retry(clientId)
    this.#connection.restart()
    this.#delivery.run()
    this.#changed()
  }

  discard(clientId) {
    this.#outbox.remove(clientId)
    this.#changed()
  }

  skipSurvey() {
    const { ending } = this.conversation
    if (ending) this.#storage.set('skipped', ending.seq)
    this.#changed()
  }

  /** A part that comes as a module of its own, `form` or `news`: most visits need neither. */
  load(part) {
    return import(`${this.#settings.host}/widget/${part}.js`)
  }

  /** The whole form's answers, or under `/tell` what they want; the promise fails where they are not kept. */
  answer(ask, given, path = '') {
    const { conversation, token } = this.session.current ?? {}
    return this.api.post('/api/customer/survey' + path, { conversation, ask, ...given }, token)
  }

  /** A copy of this conversation by mail; the promise fails where it can't be sent. */
  sendByMail(email) {
    const { conversation, token } = this.session.current ?? {}
    return this.api.post('/api/customer/transcript', { conversation, email }, token)
  }

  /** "Forget me on this device". */
  forget() {
    this.session.revoke()
    this.#startOver()
  }

  /** The page says who is there; `null` when they signed out. */
  identify(person) {
    const { id, exp, hash, name, email } = person ?? {}
    Object.assign(this.#settings, { identity: id ? { id, exp, hash } : null, name, email })
    if (this.session.belongsToSomeoneElse()) this.#startOver()
    this.#resume()
  }

  // What there is to show.

  get line() {
    return this.#connection
  }

  /** Who of the others is writing just now. */
  get typist() {
    return this.#typists.other
  }

  get pending() {
    return this.#outbox.all()
  }

  get unread() {
    const seen = this.#storage.get('seen')
    const mine = seen && seen.conversation === this.session.current?.conversation
    return this.conversation.wordsOfOthersAfter(mine ? seen.seq : 0)
  }

  get rating() {
    return Object.assign({}, this.conversation.rating, ...this.#marks.map(({ frame, failed }) => !failed && frame))
  }

  /** Why what was last said about this episode isn't kept. */
  get refusal() {
    return this.#marks.at(-1)?.failed
  }

  get #marks() {
    const { episode } = this.conversation
    return this.pending.filter(({ frame }) => frame.type === 'rate' && frame.episode === episode)
  }

  ratedAgain(episode) {
    const pending = this.pending.find(({ frame, failed }) => frame.again && frame.episode === episode && !failed)
    return pending?.frame.csat ?? this.conversation.ratedAgain(episode)
  }

  get surveyIsDue() {
    const { ending } = this.conversation
    return Boolean(ending && this.survey) && this.#storage.get('skipped') !== ending.seq
  }

  thumbOn(seq) {
    const pending = this.pending.findLast(({ frame }) => frame.type === 'thumb' && frame.seq === seq)
    return pending ? pending.frame.up : this.conversation.thumbOn(seq)
  }

  isPending(type) {
    return this.pending.some(item => item.frame.type === type && !item.failed)
  }

  // What the desk says.

  #hello(session) {
    this.#ready = false
    const { conversation } = session
    const { language } = this.#settings
    const page = location.href.slice(0, 2000)
    return { after: this.conversation.id === conversation ? this.conversation.last : 0, conversation, language, page }
  }

  #hear(frame) {
    const heard = {
      welcome: () => this.#welcomed(frame),
      entry: () => this.#received(frame),
      ack: () => this.#delivery.confirm(frame.clientId),
      typing: () => this.#typists.show(frame.by && { ...frame.by, text: frame.text }),
      queue: () => Object.assign(this.conversation, { queue: frame, turn: 'queue' }),
      seen: () => frame.role !== 'customer' && (this.conversation.seenByOthers = frame.seq),
      erased: () => this.#startOver(),
      problem: () => frame.clientId && this.#delivery.refuse(frame)
    }[frame.type]
    heard?.()
    this.#changed()
  }

  #welcomed(welcome) {
    const { id } = this.conversation
    if (id && id !== welcome.conversation) this.#goesOn(welcome.conversation)
    this.conversation.welcome(welcome)
    this.#awaited = welcome.last
    this.#backlogTimer = setTimeout(() => this.#isReady(), BACKLOG_PATIENCE)
    this.#checkBacklog()
  }

  /** Where we were was merged into another conversation. */
  #goesOn(conversation) {
    this.conversation = new Conversation()
    this.session.goesOn(conversation)
    this.#tell('reset')
  }

  async #absorb({ from }, conversation) {
    const answer = await this.api.get(`/api/customer/conversations/${from}/entries`, this.session.current?.token).catch(() => null)
    conversation.absorb(answer?.entries ?? [])
    this.#changed()
  }

  #received(entry) {
    const isNew = this.conversation.add(entry)
    this.#delivery.confirm(entry.clientId)
    this.files.arrived(entry.clientId)
    if (isNew && entry.kind === 'absorbed') this.#absorb(entry, this.conversation)
    if (isNew && entry.kind === 'merged') this.#connection.restart()
    this.#typists.arrived(entry.by)
    if (isNew && this.conversation.isNews(entry)) this.#tell('news', entry)
    if (isNew && entry.kind === 'said' && entry.by.role === 'agent') this.#arrived()
    if (this.#ready && entry.kind === 'resolved') this.#learnSurvey()
    this.#checkBacklog()
  }

  /** What is asked about the episode that is over is the desk's to say; where it can't be asked, what comes with it is. */
  async #learnSurvey() {
    const { ending } = this.conversation
    this.survey = null
    if (!ending) return
    const { conversation, token } = this.session.current ?? {}
    const path = `/api/customer/survey?conversation=${conversation}&language=${this.#settings.language}`
    const { survey } = await this.api.get(path, token).catch(() => ({ survey: ending.survey && { standard: true } }))
    if (ending === this.conversation.ending) this.survey = survey
    this.#changed()
  }

  /** It is on this device, before their eyes or not: whoever said it may know. */
  #arrived() {
    clearTimeout(this.#arrivedTimer)
    this.#arrivedTimer = setTimeout(() => this.#connection.send({ type: 'delivered', seq: this.conversation.last }), TOGETHER)
  }

  /** What came in the backlog must not be sent again, so nothing goes before its end. */
  #checkBacklog() {
    if (!this.#ready && this.conversation.last >= this.#awaited) this.#isReady()
  }

  #isReady() {
    clearTimeout(this.#backlogTimer)
    this.#ready = true
    this.#learnSurvey()
    this.#delivery.run()
    this.files.run()
  }

  #lineChanged() {
    if (this.line.state !== 'open') {
      clearTimeout(this.#backlogTimer)
      this.#ready = false
      this.#delivery.lost()
    }
    this.#changed()
  }

  /** Too old a token, most of the time: what is unsent goes into a new conversation. */
  #refused(token) {
    this.session.drop(token)
    this.#clear()
    this.#resume()
  }

  // How it goes out.

  #send(frame) {
    this.#outbox.add(frame)
    this.#changed()
    this.#delivery.run()
  }

  /** Runs in one tab at a time, so only one of them begins the conversation. */
  async #mayWeSend() {
    let session = this.session.current
    if (!session) session = await this.session.open().catch(NotNow.because)
    this.#connection.use(session)
    return this.#ready
  }

  /** Where a file goes: begins the conversation if there is none yet. */
  async #opened() {
    const session = this.session.current ?? (await alone(this.#lock, () => this.session.current ?? this.session.open()))
    this.#connection.use(session)
    return session
  }

  async #resume() {
    if (this.session.wantsName()) {
      await alone(this.#lock, () => this.session.wantsName() && this.session.open()).catch(() => {})
    }
    const session = this.session.current
    if (session) this.#connection.use(session)
    this.#delivery.run()
  }

  #otherTabChanged(key) {
    this.#changed()
    if (key !== '' && !Session.isKey(key)) return
    const session = this.session.current
    if (session) this.#connection.use(session)
    else this.#clear()
  }

  #startOver() {
    this.#storage.clear()
    this.files.clear()
    this.#clear()
    this.#tell('forgotten')
  }

  #clear() {
    this.#connection.stop()
    this.#typists.show(null)
    this.conversation = new Conversation()
    this.#tell('reset')
    this.#changed()
  }

  #changed() {
    this.#tell('change')
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }
}
