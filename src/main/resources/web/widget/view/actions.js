import { h, set } from './dom.js'
import { icon } from './icons.js'

/** What can be done next, above the line to write in: a person, always; and an end, where it fits. */
export class Actions {
  #chat

  constructor(chat, words) {
    this.#chat = chat
    this.person = this.#chip('person', words.person, () => chat.askForPerson())
    this.solved = this.#chip('check', words.solved, () => chat.resolve(true))
    this.end = this.#chip('close', words.end, () => chat.resolve())
    this.element = h('div', { class: 'actions' }, this.person, this.solved, this.end)
  }

  update() {
    const { turn, status, answered, ending } = this.#chat.conversation
    // Who waits for a person, or has one, has already got what this asks for.
    this.person.hidden = turn === 'queue' || turn === 'agent'
    this.solved.hidden = status === 'resolved' || !(turn === 'agent' || (turn === 'bot' && answered))
    this.end.hidden = Boolean(ending) || turn !== 'agent'
    set(this.person, 'disabled', this.#chat.isPending('human'))
    for (const button of [this.solved, this.end]) set(button, 'disabled', this.#chat.isPending('resolve'))
    this.element.hidden = this.person.hidden && this.solved.hidden && this.end.hidden
  }

  #chip(name, label, onclick) {
    return h('button', { type: 'button', class: 'chip', onclick }, icon(name), label)
  }
}
