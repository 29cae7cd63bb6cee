import { h, say, set } from './dom.js'

const AN_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** A copy of the chat by mail, to an address that is asked for each time. */
export class ByMail {
  #chat
  #words
  #settings

  constructor(chat, words, settings) {
    this.#chat = chat
    this.#words = words
    this.#settings = settings
    this.#build()
  }

  #build() {
    const words = this.#words
    this.input = h('input', {
      type: 'email',
      id: 'by-mail',
      autocomplete: 'email',
      maxlength: 254,
      'aria-describedby': 'by-mail-wrong',
      oninput: () => this.#wrong('')
    })
    this.wrong = h('p', { class: 'wrong', id: 'by-mail-wrong', 'aria-live': 'polite' })
    this.send = h('button', { class: 'button' }, words.byMailSend)
    this.done = h('p', { role: 'status' })
    this.form = h(
      'form',
      { class: 'row-form', novalidate: true, onsubmit: event => this.#ask(event) },
      h('label', { for: 'by-mail' }, words.byMailTo),
      h('span', { class: 'row' }, this.input, this.send),
      this.wrong
    )
    this.element = h('div', { class: 'sure', hidden: true, role: 'group', 'aria-label': words.byMail }, this.form, this.done)
  }

  show(open) {
    this.element.hidden = !open
    if (!open) return
    this.#wrong('')
    say(this.done, '')
    this.form.hidden = false
    this.input.value ||= this.#chat.conversation.contact ?? this.#settings.email ?? ''
    this.input.focus()
  }

  async #ask(event) {
    event.preventDefault()
    const email = this.input.value.trim()
    if (!AN_ADDRESS.test(email)) return this.#wrong(this.#words.emailWrong)
    set(this.send, 'disabled', true)
    try {
      await this.#chat.sendByMail(email)
      say(this.done, this.#words.byMailSent(email))
      this.form.hidden = true
    } catch (refused) {
      this.#wrong(refused.status === 429 ? this.#words.byMailOften : this.#words.byMailFailed)
    }
    set(this.send, 'disabled', null)
  }

  #wrong(text) {
    say(this.wrong, text)
    set(this.input, 'aria-invalid', text ? 'true' : null)
    if (text) this.input.focus()
  }
}
