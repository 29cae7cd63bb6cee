import { h, say } from './dom.js'
import { icon } from './icons.js'
import { link } from './links.js'

/** The first thing a visitor reads: who answers here, that it is a machine, and that people are near. */
export class Greeting {
  #chat
  #words

  constructor(chat, words) {
    this.#chat = chat
    this.#words = words
    this.presence = h('p', { class: 'presence', hidden: true })
    this.privacy = h('p', { class: 'quiet' })
    this.element = h(
      'div',
      { class: 'greeting' },
      h('h3', null, words.greeting),
      h(
        'div',
        { class: 'card' },
        icon('spark'),
        h('div', { class: 'card-body' }, h('p', null, words.introduction), this.privacy)
      ),
      this.presence
    )
  }

  /** What the desk told of the shop; also where a privacy page is, if the page's tag named none. */
  know({ privacy, online, returns }) {
    const words = this.#words
    if (privacy) this.privacy.replaceChildren(link(privacy, words.privacy))
    if (online === undefined) return
    this.presence.hidden = false
    this.presence.dataset.online = online
    say(this.presence, online ? words.peopleHere : words.peopleBack(returns && words.when(returns)))
  }

  /** Nothing is said yet. */
  get isAlone() {
    return this.#chat.conversation.isEmpty && !this.#chat.pending.length
  }

  update() {
    this.element.classList.toggle('fresh', this.isAlone)
  }
}
