import { h, say } from './dom.js'

/** Three dots while the other side writes, and above them what may be read of it already. */
export class Typing {
  #chat
  #words
  #who = h('span', { class: 'hidden' })
  // Not read out: the finished message is.
  #text = h('p', { class: 'bubble writing', dir: 'auto', 'aria-hidden': 'true', hidden: true })

  constructor(chat, words) {
    this.#chat = chat
    this.#words = words
    this.element = h(
      'div',
      { class: 'typing', hidden: true },
      this.#text,
      h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
      this.#who
    )
  }

  update() {
    const { typist } = this.#chat
    this.element.hidden = !typist
    this.#text.hidden = !typist?.text
    say(this.#text, typist?.text ?? '')
    if (typist) say(this.#who, this.#words.isTyping(typist.name || this.#words.assistant))
  }
}
