import { h, say, set } from './dom.js'
import { icon } from './icons.js'

const AN_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** While a person is awaited: the place in the queue, or when people are back and an address to leave. */
export class Waiting {
  #chat
  #words
  #settings
  #changing = false

  constructor(chat, words, settings) {
    this.#chat = chat
    this.#words = words
    this.#settings = settings
    this.#build()
    chat.addEventListener('reset', () => (this.#changing = false))
  }

  #build() {
    const words = this.#words
    this.title = h('p', { class: 'card-title' })
    this.text = h('p', { class: 'card-text' })
    this.note = h('p', { class: 'quiet' })
    this.input = h('input', {
      type: 'email',
      id: 'email',
      autocomplete: 'email',
      maxlength: 320,
      'aria-describedby': 'email-wrong',
      oninput: () => this.#wrong('')
    })
    this.wrong = h('p', { class: 'wrong', id: 'email-wrong', 'aria-live': 'polite' })
    this.form = h(
      'form',
      { class: 'row-form', novalidate: true, onsubmit: event => this.#leave(event) },
      h('label', { for: 'email' }, words.email),
      h('span', { class: 'row' }, this.input, h('button', { class: 'button' }, words.emailSend)),
      this.wrong
    )
    this.left = h('p', { class: 'quiet' })
    this.change = h('button', { type: 'button', class: 'link', onclick: () => this.#edit() }, words.emailChange)
    this.stop = h('button', { type: 'button', class: 'link', onclick: () => this.#chat.resolve() }, words.stopWaiting)
    const body = h(
      'div',
      { class: 'card-body' },
      this.title,
      this.text,
      this.note,
      this.form,
      h('p', { class: 'row wrap' }, this.left, this.change),
      this.stop
    )
    this.element = h(
      'section',
      { class: 'card waiting', hidden: true, 'aria-label': words.waitingForPerson },
      icon('clock'),
      body
    )
  }

  update() {
    const { conversation } = this.#chat
    const { queue } = conversation
    this.element.hidden = !queue || conversation.turn !== 'queue'
    if (this.element.hidden) return
    if (queue.online === false) this.#nobody(queue)
    else this.#inQueue(queue)
    set(this.stop, 'disabled', this.#chat.isPending('resolve'))
  }

  #inQueue(queue) {
    const words = this.#words
    say(this.title, queue.position > 1 ? words.position(queue.position) : words.next)
    const estimate = words.estimate(queue)
    this.text.hidden = !estimate
    say(this.text, estimate ?? '')
    say(this.note, words.waitHere)
    for (const part of [this.form, this.left, this.change]) part.hidden = true
  }

  #nobody({ returns }) {
    const words = this.#words
    const pending = this.#chat.pending.findLast(({ frame }) => frame.type === 'contact')
    const address = pending?.frame.email ?? this.#chat.conversation.contact
    const asks = this.#changing || !address
    say(this.title, words.nobody)
    this.text.hidden = false
    say(this.text, returns ? words.returns(words.when(returns)) : words.returnsUnknown)
    say(this.note, asks ? words.emailWhy : '')
    this.form.hidden = !asks
    this.change.hidden = asks
    // Once the desk has it the log says so.
    this.left.hidden = asks || !pending
    say(this.left, words.addressLeft(address))
    if (asks && !this.input.value && !this.#changing) this.input.value = this.#settings.email ?? ''
  }

  #leave(event) {
    event.preventDefault()
    const email = this.input.value.trim()
    if (!AN_ADDRESS.test(email)) {
      this.#wrong(this.#words.emailWrong)
      this.input.focus()
      return
    }
    this.#changing = false
    this.#chat.leaveAddress(email)
    this.change.focus()
  }

  #edit() {
    this.#changing = true
    this.update()
    this.input.focus()
  }

  #wrong(text) {
    say(this.wrong, text)
    set(this.input, 'aria-invalid', text ? 'true' : null)
  }
}
