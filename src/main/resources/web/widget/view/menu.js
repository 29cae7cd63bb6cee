import { ByMail } from './by-mail.js'
import { h, set } from './dom.js'
import { icon } from './icons.js'
import { link } from './links.js'

/** What is rarely wanted: rating unasked, ending, privacy, being forgotten. */
export class Menu {
  #chat
  #does

  #mail = false

  /** `does` has rate() and forget(), what the panel does for those. */
  constructor(chat, words, settings, does) {
    this.#chat = chat
    this.#does = does
    this.button = h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': words.menu,
        title: words.menu,
        'aria-expanded': 'false',
        'aria-controls': 'menu',
        onclick: () => this.#toggle()
      },
      icon('menu')
    )
    this.rate = this.#item(words.rate, () => does.rate())
    this.end = this.#item(words.end, () => chat.resolve())
    this.byMail = h('button', { type: 'button', class: 'menu-item', onclick: () => this.copy.show(true) }, words.byMail)
    this.copy = new ByMail(chat, words, settings)
    this.privacy = h('span', { class: 'menu-privacy' })
    this.forget = h('button', { type: 'button', class: 'menu-item', onclick: () => this.#ask(true) }, words.forget)
    this.keep = h('button', { type: 'button', class: 'button plain', onclick: () => this.#ask(false) }, words.forgetNo)
    const yes = h('button', { type: 'button', class: 'button bad', onclick: () => this.#forgetNow() }, words.forgetYes)
    this.sure = h(
      'div',
      { class: 'sure', hidden: true, role: 'group', 'aria-label': words.forget },
      h('p', null, words.forgetSure),
      h('span', { class: 'row' }, yes, this.keep)
    )
    this.list = h(
      'div',
      { class: 'menu', id: 'menu', hidden: true },
      this.rate,
      this.end,
      this.byMail,
      this.copy.element,
      this.privacy,
      this.forget,
      this.sure
    )
    this.element = h('div', { class: 'menu-place', onfocusout: event => this.#left(event) }, this.button, this.list)
    this.words = words
  }

  get isOpen() {
    return !this.list.hidden
  }

  know({ privacy, mail }) {
    this.#mail ||= Boolean(mail)
    this.update()
    if (privacy)
      this.privacy.replaceChildren(Object.assign(link(privacy, this.words.privacy), { className: 'menu-item' }))
  }

  update() {
    const { status, isEmpty } = this.#chat.conversation
    this.rate.hidden = isEmpty
    this.end.hidden = isEmpty || status === 'resolved'
    this.byMail.hidden = isEmpty || !this.#mail
  }

  close() {
    this.#show(false)
    this.button.focus()
  }

  #toggle() {
    this.#show(!this.isOpen)
  }

  #show(open) {
    this.list.hidden = !open
    set(this.button, 'aria-expanded', String(open))
    this.copy.show(false)
    this.#ask(false, open)
  }

  #ask(sure, focus = true) {
    const was = !this.sure.hidden
    this.sure.hidden = !sure
    this.forget.hidden = sure
    if (!focus) return
    if (sure) this.keep.focus()
    else if (was) this.forget.focus()
  }

  #forgetNow() {
    this.#show(false)
    this.#does.forget()
  }

  #left({ relatedTarget }) {
    if (this.isOpen && relatedTarget && !this.element.contains(relatedTarget)) this.#show(false)
  }

  #item(label, act) {
    const chosen = () => {
      this.#show(false)
      act()
    }
    return h('button', { type: 'button', class: 'menu-item', onclick: chosen }, label)
  }
}
