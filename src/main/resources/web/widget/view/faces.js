import { h, set } from './dom.js'
import { face } from './icons.js'

/**
 * Five faces, one tap. A group of radio buttons whose arrows only move: a choice is sent the moment
 * it is made, so passing over a face must not make it.
 */
export class Faces {
  #buttons

  constructor(words, choose, question = words.survey) {
    this.#buttons = words.faces.map((label, i) =>
      h(
        'button',
        {
          type: 'button',
          class: 'grade',
          role: 'radio',
          'aria-checked': 'false',
          onclick: () => choose(i + 1),
          onkeydown: event => this.#move(event, i)
        },
        face(i + 1),
        h('span', null, label)
      )
    )
    this.element = h('div', { class: 'faces', role: 'radiogroup', 'aria-label': question }, this.#buttons)
    this.show(undefined)
  }

  show(grade) {
    this.#buttons.forEach((button, i) => {
      set(button, 'aria-checked', String(i + 1 === grade))
      set(button, 'tabindex', i + 1 === (grade ?? 1) ? 0 : -1)
    })
  }

  focus() {
    this.#buttons.find(button => button.tabIndex === 0).focus()
  }

  #move(event, from) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const to = this.#buttons[(from + step + this.#buttons.length) % this.#buttons.length]
    for (const button of this.#buttons) set(button, 'tabindex', button === to ? 0 : -1)
    to.focus()
  }
}
