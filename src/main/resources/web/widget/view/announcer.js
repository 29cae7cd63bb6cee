import { isMessage } from '../conversation.js'
import { h } from './dom.js'
import { giftInWords } from './gift.js'
import { lineOf } from './lines.js'

/** A finished message stays in the live region this many milliseconds, then goes, unread by anyone. */
const STAYS = 20_000

/**
 * Speaks each finished message of the others once. Apart from the log, because a log that is redrawn
 * (a state changes, a page reloads) would be read out again.
 */
export class Announcer {
  constructor(chat, words) {
    this.element = h('div', { class: 'hidden', 'aria-live': 'polite', 'aria-atomic': 'false' })
    chat.addEventListener('news', ({ detail: entry }) => this.say(spoken(entry, words)))
  }

  say(text) {
    if (!text) return
    const line = h('p', null, text)
    this.element.append(line)
    setTimeout(() => line.remove(), STAYS)
  }
}

function spoken(entry, words) {
  if (entry.kind === 'followed') return `${words.followed(entry.by.name)}: ${entry.text}`
  if (entry.kind === 'reconsidered') return words.ratedAgain(words.faces[entry.csat - 1])
  if (entry.kind === 'gave') return `${giftInWords(entry, words)}. ${words.giftFrom(entry.by.name)}`
  if (!isMessage(entry)) return lineOf(entry, words)
  if (entry.by.role === 'customer') return null
  const name = entry.by.name || words.assistant
  if (entry.kind === 'attached') return words.fileFrom(name, entry.text)
  return [`${name}: ${entry.text}`, ...(entry.choices ?? []).map(choice => choice.title)].join('. ')
}
