/** Words or a file of somebody, as opposed to what happened between them. */
export const isMessage = ({ kind }) => kind === 'said' || kind === 'attached'

/** Whether it is something to read: a message, or what somebody gives or answers outside of the talk. */
export const isToRead = entry => isMessage(entry) || ['followed', 'gave'].includes(entry.kind)

/** What was said elsewhere is numbered so far before what is said here. */
const FAR = 1e7

/**
 * What the customer sees, read from the log and from nothing else: entries go in by number, once,
 * and every question the screen asks is answered from them.
 */
export class Conversation {
  entries = []
  turn = 'nobody'
  status = 'open'
  queue = null
  agent = null
  /** Up to which number the other side has seen. */
  seenByOthers = 0
  /** What was there when this page came: known already, and not read out again. */
  baseline = null
  #known = new Set()
  #elsewhere = 0

  get last() {
    return this.entries.at(-1)?.seq ?? 0
  }

  get isEmpty() {
    return this.entries.length === 0
  }

  welcome({ conversation, turn, status, last }) {
    this.id = conversation
    this.turn = turn
    this.status = status
    this.baseline ??= last
    // Told anew after each welcome, for it may have changed while nobody listened.
    this.queue = null
  }

  /** True when it was new. */
  add(entry) {
    if (this.#known.has(entry.seq)) return false
    this.#known.add(entry.seq)
    this.entries.push(entry)
    this.entries.sort((a, b) => a.seq - b.seq)
    this.#follow(entry)
    return true
  }

  /** Another conversation goes on in this one: what was said there stands above, and changes nothing here. */
  absorb(entries) {
    const before = FAR * ++this.#elsewhere
    this.entries.unshift(...entries.filter(isToRead).map(entry => ({ ...entry, seq: entry.seq - before, episode: 0 })))
  }

  isNews(entry) {
    return this.baseline !== null && entry.seq > this.baseline
  }

  #follow(entry) {
    const step = STEPS[entry.kind]
    if (step) Object.assign(this, step(entry))
    else if (isMessage(entry)) this.#follow({ ...entry, kind: `said by ${entry.by.role}` })
    if (this.turn !== 'queue') this.queue = null
  }

  get episode() {
    return this.entries.at(-1)?.episode
  }

  /** The end of the present episode, until somebody writes again. */
  get ending() {
    if (this.status !== 'resolved') return null
    return this.entries.findLast(entry => entry.kind === 'resolved') ?? null
  }

  get #thisEpisode() {
    return this.entries.filter(entry => entry.episode === this.episode)
  }

  /** A person took part in the present episode. */
  get handedOver() {
    return this.ending?.handedOver ?? this.#thisEpisode.some(entry => entry.kind === 'assigned')
  }

  /** The bot said something that may have helped, and nobody has asked on. */
  get answered() {
    const said = this.#thisEpisode.findLast(entry => entry.kind === 'said')
    return said?.by.role === 'bot' && Boolean(said.citations?.length)
  }

  get rating() {
    return Object.assign({}, ...this.#thisEpisode.filter(entry => entry.kind === 'rated').map(ratingOf))
  }

  get contact() {
    return this.#thisEpisode.findLast(entry => entry.kind === 'contact')?.text
  }

  /** Somebody answered what the customer thought of the present episode: its rating stays as it is. */
  get isFollowed() {
    return this.entries.some(entry => entry.kind === 'followed' && entry.rated === this.episode)
  }

  /** The mark that was given to an episode after that. */
  ratedAgain(episode) {
    return this.entries.find(entry => entry.kind === 'reconsidered' && entry.rated === episode)?.csat
  }

  thumbOn(seq) {
    return this.entries.findLast(entry => entry.kind === 'thumbed' && entry.target === seq)?.up
  }

  wordsOfOthersAfter(seq) {
    return this.entries.filter(entry => entry.seq > seq && isToRead(entry) && entry.by.role !== 'customer')
  }
}

const STEPS = {
  escalated: () => ({ turn: 'queue', status: 'open' }),
  assigned: ({ by }) => ({ turn: 'agent', status: 'open', agent: by.name }),
  requeued: () => ({ turn: 'queue', agent: null }),
  resolved: () => ({ turn: 'nobody', status: 'resolved', agent: null }),
  reopened: () => ({ turn: 'bot', status: 'open', agent: null }),
  'said by bot': () => ({ turn: 'bot' }),
  'said by agent': ({ by }) => ({ turn: 'agent', agent: by.name })
}

/** Only what was answered, so that a later answer does not take back an earlier one. */
function ratingOf({ csat, repeated, cause, comment, tell }) {
  return JSON.parse(JSON.stringify({ csat, repeated, cause, comment, tell }))
}
