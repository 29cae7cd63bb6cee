import { Actions } from './actions.js'
import { Article } from './article.js'
import { Attach } from './attach.js'
import { Composer } from './composer.js'
import { h, say } from './dom.js'
import { Greeting } from './greeting.js'
import { icon } from './icons.js'
import { Log } from './log.js'
import { Menu } from './menu.js'
import { Survey } from './survey.js'
import { Typing } from './typing.js'
import { Waiting } from './waiting.js'

/** Closer to the end than this, in px, new messages are followed. */
const NEAR_END = 80

/** The chat itself: a dialog beside the page, not over it. */
export class Panel {
  #chat
  #words
  #follows = true
  #lastTop = 0

  constructor(chat, words, settings, { close, draft, announce, openPicture }) {
    this.#chat = chat
    this.#words = words
    this.#parts(settings, draft, announce, openPicture)
    this.title = h('h2', { id: 'title' })
    this.state = h('p', { class: 'quiet', id: 'state' })
    this.mark = h('span', { class: 'mark', 'aria-hidden': 'true' })
    const closing = h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': words.close, title: words.close, onclick: close },
      icon('close')
    )
    this.notice = h('p', { class: 'notice', role: 'status' })
    this.below = h(
      'button',
      { type: 'button', class: 'below', hidden: true, onclick: () => this.toEnd() },
      icon('down'),
      words.newBelow
    )
    const inner = h(
      'div',
      { class: 'inner' },
      this.greeting.element,
      this.log.element,
      this.typing.element,
      this.waiting.element,
      this.survey.element
    )
    this.scroller = h(
      'div',
      { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': words.title, onscroll: () => this.#scrolled() },
      inner
    )
    this.sheet = h(
      'div',
      { class: 'sheet', onscroll: () => this.#scrolled() },
      h(
        'div',
        { class: 'bar' },
        this.mark,
        h('div', { class: 'names' }, this.title, this.state),
        this.menu.element,
        closing
      ),
      this.scroller,
      h('div', { class: 'foot' }, this.below, this.notice, this.actions.element, this.composer.element)
    )
    this.element = h(
      'section',
      {
        class: `panel ${settings.side}`,
        role: 'dialog',
        'aria-labelledby': 'title',
        tabindex: -1,
        hidden: true,
        onkeydown: event => this.#key(event, close)
      },
      this.sheet,
      this.article.element
    )
    this.attach.dropsOn(this.sheet)
    this.know(settings)
    // Height changes after the fact too (a font, a turned phone): stay at the end if we were there.
    new ResizeObserver(() => this.#follows && this.toEnd()).observe(inner)
    chat.addEventListener('reset', () => this.article.close())
  }

  #parts(settings, draft, announce, openPicture) {
    const chat = this.#chat
    const words = this.#words
    const openArticle = (article, title) => this.article.open(article, title)
    this.greeting = new Greeting(chat, words)
    this.log = new Log(chat, words, { openArticle, openPicture })
    this.typing = new Typing(chat, words)
    this.waiting = new Waiting(chat, words, settings)
    this.survey = new Survey(chat, words)
    this.survey.onclosed = spoken => {
      announce(spoken)
      this.composer.focus()
    }
    this.actions = new Actions(chat, words)
    this.attach = new Attach(chat, words)
    this.composer = new Composer(chat, words, draft, this.attach)
    this.article = new Article(chat, words)
    this.menu = new Menu(chat, words, settings, {
      rate: () => this.survey.askFor(),
      forget: () => {
        chat.forget()
        announce(words.forgotten)
        this.composer.focus()
      }
    })
  }

  /** The shop, as the page's tag or the desk tells of it. */
  know(shop) {
    if (shop.shop) {
      say(this.title, shop.shop)
      say(this.mark, [...shop.shop][0].toUpperCase())
    } else if (!this.title.textContent) {
      say(this.title, this.#words.title)
    }
    this.mark.hidden = !this.mark.textContent
    this.greeting.know(shop)
    this.menu.know(shop)
  }

  update() {
    for (const part of [
      this.greeting,
      this.log,
      this.typing,
      this.waiting,
      this.survey,
      this.actions,
      this.composer,
      this.menu
    ])
      part.update()
    say(this.state, this.#stateInWords())
    say(this.notice, this.#chat.line.troubled && !this.greeting.isAlone ? this.#words.offline : '')
  }

  /** Something was said: by the customer, then show it; by others, then only if nobody reads above. */
  said(own) {
    if (own || this.#follows) this.toEnd()
    else this.below.hidden = false
  }

  toEnd() {
    this.#follows = true
    this.below.hidden = true
    const { scrolling } = this
    // The first screen is read from its top.
    scrolling.scrollTop = this.greeting.isAlone ? 0 : scrolling.scrollHeight
  }

  /** In a window too low for three parts the whole sheet scrolls. */
  get scrolling() {
    return this.sheet.scrollHeight > this.sheet.clientHeight ? this.sheet : this.scroller
  }

  get showsEnd() {
    return !this.element.hidden && this.#follows
  }

  focus() {
    // On a phone the keyboard would cover the greeting: there the dialog itself takes the focus.
    if (matchMedia('(pointer: coarse)').matches) this.element.focus()
    else this.composer.focus()
  }

  #stateInWords() {
    const { turn, agent, isEmpty, ending } = this.#chat.conversation
    const words = this.#words
    if (ending) return words.ended
    if (turn === 'agent' && agent) return words.withYou(agent)
    if (turn === 'queue') return words.waitingForPerson
    if (this.#chat.line.state === 'connecting' && isEmpty) return words.reconnecting
    return words.automatedAssistant
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scrolling
    const nearEnd = scrollHeight - scrollTop - clientHeight < NEAR_END
    // Only a move upwards is somebody reading above; a message may push the end away meanwhile.
    if (nearEnd || scrollTop < this.#lastTop) this.#follows = nearEnd
    this.#lastTop = scrollTop
    if (!this.#follows) return
    this.below.hidden = true
    this.onread?.()
  }

  /** Escape closes what is on top: the menu, then the article, then the chat. */
  #key(event, close) {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    if (this.menu.isOpen) this.menu.close()
    else if (this.article.isOpen) this.article.close()
    else close()
  }
}
