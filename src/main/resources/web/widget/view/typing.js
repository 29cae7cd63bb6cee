import { h, say } from './dom.js'

/** Three dots while the other side writes. */
export class Typing {
  #chat
  #words
  #who = h('span', { class: 'hidden' })

  constructor(chat, words) {
    this.#chat = chat
    this.#words = words
    this.element = h(
      'div',
      { class: 'typing', hidden: true },
      h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
      this.#who
    )
  }

  update() {
    const { typist } = this.#chat
    this.element.hidden = !typist
    if (typist) say(this.#who, this.#words.isTyping(typist.name || this.#words.assistant))
  }
}
