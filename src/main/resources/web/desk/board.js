/**
 * The left column as data: who waits, which conversations are mine, what is offered, who is at work.
 * It is told frames and answers questions; it neither draws nor sends.
 */
import { mild } from './mild.js'

export class Board {
  agent = null
  /** In the order of service, head first. */
  queue = []
  mine = []
  /** @type {{conversation: string, until: string}[]} */
  offers = []
  staff = []
  /** `{relief, until}` while I am spared after too much. */
  relief = null
  /** How many ordinary conversations somebody has before no more are offered. */
  capacity = null

  welcome({ agent, queue, mine }) {
    this.agent = { ...this.agent, ...agent }
    this.queue = [...queue].sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
    this.mine = [...mine]
    this.offers = this.offers.filter(offer => this.waits(offer.conversation))
  }

  /** True when this conversation was not in the queue before. */
  waiting(item) {
    const known = this.waits(item.conversation)
    const others = this.queue.filter(other => other.conversation !== item.conversation)
    // Only the new one tells its position; the places behind it follow from where it is put.
    const place = item.position ? item.position - 1 : others.length
    this.queue = others.toSpliced(Math.min(place, others.length), 0, item)
    this.drop(item.conversation)
    return !known
  }

  gone(conversation) {
    this.queue = this.queue.filter(item => item.conversation !== conversation)
    this.offers = this.offers.filter(offer => offer.conversation !== conversation)
  }

  offer(offer) {
    this.offers = [...this.offers.filter(other => other.conversation !== offer.conversation), offer]
  }

  withdraw(conversation) {
    this.offers = this.offers.filter(offer => offer.conversation !== conversation)
  }

  waits(conversation) {
    return this.queue.find(item => item.conversation === conversation)
  }

  holds(conversation) {
    return this.mine.find(item => item.conversation === conversation)
  }

  /** Whether the entry's author is the person at this desk; older entries tell a name only. */
  isMe(by) {
    if (by?.role !== 'agent' || !this.agent) return false
    return by.id ? by.id === this.agent.id : by.name === this.agent.name
  }

  drop(conversation) {
    this.mine = this.mine.filter(item => item.conversation !== conversation)
  }

  /** Makes a conversation mine, from its snapshot where it did not come from the queue. */
  hold(thread) {
    const { conversation, customer, language, team, brief, turn, status, holder } = thread
    const known = this.holds(conversation) ?? { unread: 0 }
    const item = { ...known, conversation, customer, language, team, brief, turn, status, holder }
    this.mine = [...this.mine.filter(other => other.conversation !== conversation), item]
  }

  /**
   * What an entry changes in the lists. `looking`: the conversation is open in front of the agent, so its
   * words are not unread. Answers `unsure` when the lists cannot know and the server should be asked.
   */
  entry(conversation, entry, looking) {
    if (['resolved', 'requeued'].includes(entry.kind)) this.drop(conversation)
    if (entry.kind === 'resolved') this.gone(conversation)
    if (entry.kind === 'transferred') {
      this.drop(conversation)
      return entry.to?.agent && entry.to.agent === this.agent?.id ? 'unsure' : null
    }
    if (entry.kind === 'assigned') return this.#assigned(conversation, entry)
    const item = this.holds(conversation)
    if (item && entry.kind === 'pended') this.#update(conversation, { pendingUntil: entry.until })
    if (item && entry.kind === 'returned') this.#update(conversation, { pendingUntil: null, unread: looking ? (item.unread ?? 0) : Math.max(1, item.unread ?? 0) })
    if (item && ['said', 'noted', 'contact', 'attached'].includes(entry.kind)) {
      const unread = entry.by.role === 'customer' && !looking ? (item.unread ?? 0) + 1 : (item.unread ?? 0)
      this.#update(conversation, { preview: mild(entry), at: entry.at, by: entry.by, unread })
      if (entry.kind === 'said' && entry.by.role === 'agent') this.#update(conversation, { answered: true })
    }
    return null
  }

  /** The newest words of a conversation of mine, from its snapshot. */
  glance({ conversation, entries, customer }) {
    // Who they are may have become clear meanwhile.
    if (customer) this.#call(conversation, { id: customer.id, name: customer.name, language: customer.language })
    const said = entries.findLast(entry => entry.kind === 'said')
    if (said?.text) this.#update(conversation, { preview: mild(said), at: said.at, by: said.by })
  }

  read(conversation) {
    if (this.holds(conversation)?.unread) this.#update(conversation, { unread: 0 })
  }

  #assigned(conversation, entry) {
    const queued = this.waits(conversation)
    this.gone(conversation)
    if (!this.isMe(entry.by)) {
      this.drop(conversation)
      return null
    }
    if (this.holds(conversation)) return null
    if (!queued) return 'unsure'
    this.mine = [...this.mine, { ...queued, turn: 'agent', status: 'open', unread: 0, at: entry.at }]
    return null
  }

  #call(conversation, customer) {
    this.queue = this.queue.map(item => (item.conversation === conversation ? { ...item, customer } : item))
    this.#update(conversation, { customer })
  }

  #update(conversation, change) {
    this.mine = this.mine.map(item => (item.conversation === conversation ? { ...item, ...change } : item))
  }
}
