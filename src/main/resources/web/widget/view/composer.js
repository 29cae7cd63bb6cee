import { h, say, set } from './dom.js'
import { icon } from './icons.js'

/** The contract's limit, in UTF-16 units as the desk counts. */
const LIMIT = 4000
/** The counter shows from here on. */
const NEAR = 3700

/** Where the customer writes. An unfinished line stays through a reload of this tab. */
export class Composer {
  #chat
  #words
  #draft

  constructor(chat, words, draft, attach) {
    this.#chat = chat
    this.#words = words
    this.#draft = draft
    this.text = h('textarea', {
      id: 'write',
      rows: 1,
      dir: 'auto',
      enterkeyhint: 'send',
      'aria-label': words.message,
      'aria-describedby': 'count',
      oninput: () => this.#typed(),
      onkeydown: event => this.#key(event)
    })
    this.count = h('p', { class: 'count', id: 'count', 'aria-live': 'polite' })
    this.button = h('button', { class: 'send', 'aria-label': words.send, title: words.send }, icon('send'))
    this.element = h(
      'form',
      { class: 'composer takes-files', onsubmit: event => this.#submit(event) },
      attach.button,
      attach.input,
      this.text,
      this.button,
      this.count
    )
    attach.pastesInto(this.text)
    this.#fill(draft.read())
    chat.addEventListener('forgotten', () => this.#fill(''))
  }

  focus() {
    this.text.focus({ preventScroll: true })
  }

  update() {
    const { status, isEmpty } = this.#chat.conversation
    set(this.text, 'placeholder', status === 'resolved' && !isEmpty ? this.#words.writeOn : this.#words.write)
    this.grow()
  }

  #fill(text) {
    this.text.value = text
    this.#draft.write(text)
    this.#measure()
  }

  #typed() {
    this.#draft.write(this.text.value)
    this.#measure()
    if (this.text.value.trim()) this.#chat.typing()
  }

  #measure() {
    const { length } = this.text.value
    const over = length - LIMIT
    say(this.count, over > 0 ? this.#words.over(over) : length > NEAR ? this.#words.left(-over) : '')
    this.count.classList.toggle('wrong', over > 0)
    set(this.text, 'aria-invalid', over > 0 ? 'true' : null)
    set(this.button, 'aria-disabled', String(over > 0 || !this.text.value.trim()))
    this.grow()
  }

  /** As high as its words, up to the height the style allows. */
  grow() {
    this.text.style.height = 'auto'
    if (this.text.scrollHeight) this.text.style.height = `${this.text.scrollHeight + 2}px`
  }

  #key(event) {
    // Enter that ends a composition (Japanese, some phone keyboards) chooses a word, it sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    this.#submit(event)
  }

  #submit(event) {
    event.preventDefault()
    const text = this.text.value.trim()
    if (!text || text.length > LIMIT) return
    this.#fill('')
    this.#chat.say(text)
    this.focus()
  }
}
