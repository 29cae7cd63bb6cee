/**
 * One conversation as this desk knows it: its entries in order, and what they made of it. The server's
 * snapshot (`load`) and the live entries (`add`) may arrive in any order and overlap; sequence numbers
 * decide. Nothing in here draws or sends.
 */
export class Thread {
  #bySeq = new Map()
  /** Up to this entry the state below is true: older ones change nothing any more. */
  #stateSeq = 0

  /** Where to continue with `watch`: up to here nothing can be missing. */
  completeTo = 0
  watched = false
  loaded = false
  problem = null
  entries = []
  turn = null
  status = 'open'
  holder = null
  team = null
  language = null
  page = null
  openedAt = null
  customer = null
  briefs = []
  /** What a chat model made of each hand-over, by language; the briefs are whole without. */
  #summaries = new Map()
  /** When we promised to come back, or null. */
  pendingUntil = null
  /** The conversation in which this one goes on, or null. */
  mergedInto = null
  /** What the customer may have got in touch about. */
  suggestedReasons = []
  /** The highest entry each role has seen. */
  seen = {}
  typing = null
  /** Colleagues who have it in front of them, and until when each of those who write does. */
  #lookers = []
  #writers = new Map()

  constructor(conversation) {
    this.conversation = conversation
  }

  /** Colleagues who look at it as well: `{id, name, writes}`. */
  get others() {
    const now = Date.now()
    const writes = id => (this.#writers.get(id)?.until ?? 0) > now
    const unseen = [...this.#writers.values()].filter(({ id }) => writes(id) && !this.#lookers.some(looker => looker.id === id))
    return [...this.#lookers, ...unseen].map(({ id, name }) => ({ id, name, writes: writes(id) }))
  }

  look(lookers) {
    this.#lookers = lookers
  }

  writes({ id, name }, until) {
    this.#writers.set(id, { id, name, until })
  }

  get last() {
    return this.entries.at(-1)?.seq ?? 0
  }

  get brief() {
    return this.briefs.at(-1) ?? null
  }

  /** What the customer wants, in their words: of who asked for a person before all else, what they said while they waited. */
  get request() {
    const { seq, request } = this.brief ?? {}
    return request || this.entries.find(entry => entry.seq > seq && entry.kind === 'said' && entry.by.role === 'customer')?.text || ''
  }

  /** Since when the customer waits for a person, or null. */
  get waitingSince() {
    if (this.turn !== 'queue') return null
    return this.entries.findLast(entry => ['escalated', 'requeued', 'transferred'].includes(entry.kind))?.at ?? null
  }

  /** What this episode was about, as far as somebody said. */
  get reason() {
    const episode = this.entries.at(-1)?.episode
    return this.entries.findLast(entry => entry.kind === 'tagged' && entry.episode === episode)?.reason ?? null
  }

  /** Takes the answer of `GET /api/conversations/{id}`. */
  load(snapshot) {
    const last = snapshot.entries.at(-1)?.seq ?? 0
    const { team, language, page, openedAt, customer, suggestedReasons = [] } = snapshot
    Object.assign(this, { team, language, page, openedAt, customer, suggestedReasons, loaded: true, problem: null })
    // Kept oldest first, as they are added; the server tells the newest first.
    this.briefs = [...(snapshot.briefs ?? [])].sort((a, b) => a.seq - b.seq)
    for (const summary of snapshot.summaries ?? []) this.addSummary(summary)
    if (snapshot.seen) this.seen = { ...snapshot.seen, ...this.seen }
    if (last >= this.#stateSeq) {
      Object.assign(this, { turn: snapshot.turn, status: snapshot.status, holder: snapshot.holder ?? null, pendingUntil: snapshot.pendingUntil ?? null, mergedInto: snapshot.mergedInto ?? null })
      this.#stateSeq = last
    }
    // An erased entry comes again with the same number and no words: the snapshot wins.
    for (const entry of snapshot.entries) this.#keep(entry)
    this.completeTo = Math.max(this.completeTo, last)
    return this
  }

  /** Takes a live entry; false when it was known. */
  add(entry) {
    if (this.watched) this.completeTo = Math.max(this.completeTo, entry.seq)
    const isNew = !this.#bySeq.has(entry.seq)
    this.#keep(entry)
    if (entry.seq > this.#stateSeq) {
      this.#stateSeq = entry.seq
      this.#follow(entry)
    }
    if (this.typing?.by?.role === entry.by?.role) this.typing = null
    if (isNew) this.#writers.delete(entry.by?.id)
    return isNew
  }

  /** Takes a brief that came with the queue; the same one again changes nothing. */
  addBrief(brief) {
    if (!brief) return
    this.briefs = [...this.briefs.filter(known => known.seq !== brief.seq), brief].sort((a, b) => a.seq - b.seq)
  }

  addSummary(summary) {
    this.#summaries.set(`${summary.seq} ${summary.language}`, summary)
  }

  /** What was made of the hand-over of this brief, in this language; null where there is none (yet). */
  summaryOf(brief, language) {
    return this.#summaries.get(`${brief.seq} ${language}`) ?? null
  }

  /** The words of the customer are gone everywhere; so they are here. */
  erase() {
    this.entries = this.entries.map(entry => (entry.by?.role === 'customer' ? { ...entry, text: '', erased: true } : entry))
    this.#bySeq = new Map(this.entries.map(entry => [entry.seq, entry]))
    this.briefs = []
    this.#summaries.clear()
  }

  #keep(entry) {
    this.#bySeq.set(entry.seq, entry)
    this.entries = [...this.#bySeq.values()].sort((a, b) => a.seq - b.seq)
  }

  #follow(entry) {
    const queued = { turn: 'queue', holder: null }
    const becomes = {
      escalated: queued,
      requeued: queued,
      transferred: queued,
      assigned: { turn: 'agent', holder: { id: entry.by?.id, name: entry.by?.name } },
      resolved: { turn: 'nobody', status: 'resolved', holder: null },
      reopened: { turn: 'bot', status: 'open', holder: null },
    }[entry.kind]
    if (becomes) Object.assign(this, becomes)
    if (entry.kind === 'merged') this.mergedInto = entry.into
    if (entry.kind === 'pended') this.pendingUntil = entry.until
    else if (becomes || entry.kind === 'returned') this.pendingUntil = null
  }
}
