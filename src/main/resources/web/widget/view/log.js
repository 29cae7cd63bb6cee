import { isMessage } from '../conversation.js'
import { h, reconcile } from './dom.js'
import { fileOnItsWay } from './file.js'
import { followedCard } from './followed.js'
import { giftCard } from './gift.js'
import { icon } from './icons.js'
import { lineOf } from './lines.js'
import { ownMessage, theirMessage } from './message.js'

/** A message waits this many milliseconds before it says that it has not gone out yet. */
const NOT_YET = 10_000
/** Messages of one author within this many milliseconds stand under one name. */
const TOGETHER = 180_000

/** The messages, those not sent yet at the end, and between them what happened. */
export class Log {
  #chat
  #words
  #open
  #timer = 0

  constructor(chat, words, open) {
    this.#chat = chat
    this.#words = words
    this.#open = open
    // The announcer speaks; the log itself is silent so that nothing is heard twice.
    this.element = h('div', { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': words.messages })
  }

  update() {
    reconcile(this.element, this.#items())
  }

  #items() {
    const { conversation } = this.#chat
    const said = conversation.entries.findLast(entry => entry.kind === 'said')
    const mine = conversation.entries.findLast(entry => isMessage(entry) && entry.by.role === 'customer')
    const unsent = this.#unsent()
    const isLatest = entry => entry === said && conversation.turn === 'bot' && !unsent.length
    let before = null
    // Each answer of the survey is an entry; the last one tells the rating that counts.
    const rated = conversation.entries.findLast(entry => entry.kind === 'rated' && entry.csat)
    const shown = conversation.entries.filter(
      entry => entry.kind !== 'rated' || entry === rated || entry.episode !== rated?.episode
    )
    const items = shown.map(entry => {
      const starts =
        !before ||
        !isMessage(before) ||
        before.by.role !== entry.by.role ||
        before.by.name !== entry.by.name ||
        Date.parse(entry.at) - Date.parse(before.at) > TOGETHER
      before = entry
      if (entry.kind === 'followed') return this.#followed(entry)
      if (entry.kind === 'gave') return this.#gift(entry)
      if (!isMessage(entry)) return this.#line(entry)
      return entry.by.role === 'customer'
        ? this.#own(entry, entry === mine && !unsent.length)
        : this.#theirs(entry, isLatest(entry), starts)
    })
    return [...items.filter(Boolean), ...this.#forPeople(conversation), ...unsent]
  }

  /** Whoever sends the assistant a picture is told that it sees none. */
  #forPeople({ entries, turn }) {
    const last = entries.at(-1)
    if (turn !== 'bot' || last?.kind !== 'attached' || this.#chat.isPending('human')) return []
    return [{ key: 'for-people', sign: '', make: () => h('p', { class: 'line' }, h('span', null, this.#words.forPeople)) }]
  }

  #own(entry, isLast) {
    const state = entry.seq <= this.#chat.conversation.seenByOthers ? 'seen' : 'sent'
    return this.#message(entry.clientId ?? entry.seq, { ...entry, state, isLast })
  }

  #message(key, message) {
    return {
      key: `own-${key}`,
      sign: JSON.stringify(message),
      make: () => ownMessage(message, { chat: this.#chat, words: this.#words, ...this.#open })
    }
  }

  #theirs(entry, isLatest, starts) {
    const parts = { chat: this.#chat, words: this.#words, ...this.#open, isLatest, starts }
    const sign = JSON.stringify([entry, isLatest, starts, this.#chat.thumbOn(entry.seq)])
    return { key: entry.seq, sign, make: () => theirMessage(entry, parts) }
  }

  #followed(entry) {
    const again = this.#chat.ratedAgain(entry.rated)
    const make = () => followedCard(entry, { chat: this.#chat, words: this.#words, again })
    return { key: entry.seq, sign: JSON.stringify([entry, again]), make }
  }

  #gift(entry) {
    return { key: entry.seq, sign: '', make: () => giftCard(entry, this.#words) }
  }

  #line(entry) {
    const text = lineOf(entry, this.#words)
    if (!text) return null
    const title = this.#words.exact(entry.at)
    const urgent = ['requeued', 'blocked'].includes(entry.kind) || entry.reason === 'DANGER'
    return {
      key: entry.seq,
      sign: text,
      make: () =>
        h('p', { class: urgent ? 'line urgent' : 'line', title }, urgent ? icon('alert') : null, h('span', null, text))
    }
  }

  #unsent() {
    clearTimeout(this.#timer)
    const { pending, conversation } = this.#chat
    const arrived = new Set(conversation.entries.map(entry => entry.clientId))
    const words = pending.filter(({ frame }) => frame.type === 'say' && !arrived.has(frame.clientId))
    const items = words.map((item, i) =>
      this.#message(item.frame.clientId, {
        ...item.frame,
        at: item.at,
        ...this.#stateOf(item),
        isLast: i === words.length - 1
      })
    )
    const { files } = this.#chat
    for (const item of files.onTheWay.filter(({ clientId }) => !arrived.has(clientId)))
      items.push({
        key: `file-${item.clientId}`,
        sign: `${item.state} ${item.reason}`,
        make: () => fileOnItsWay(item, { chat: this.#chat, words: this.#words })
      })
    if (this.#chat.isPending('human'))
      items.push({
        key: 'asking',
        sign: '',
        make: () => h('p', { class: 'line' }, h('span', null, this.#words.asking))
      })
    return items
  }

  #stateOf({ failed, at }) {
    if (failed) return { state: 'failed', reason: this.#words.reasons[failed] }
    const age = Date.now() - Date.parse(at)
    if (age > NOT_YET && this.#chat.line.state !== 'open') return { state: 'notYet' }
    this.#timer = setTimeout(() => this.update(), Math.max(500, NOT_YET - age + 100))
    return { state: 'sending' }
  }
}
