import { h, say, set } from './dom.js'
import { icon } from './icons.js'

/** The button in the corner, with how much was said while nobody looked. */
export class Launcher {
  #words

  constructor(words, settings, open) {
    this.#words = words
    this.count = h('span', { class: 'badge', 'aria-hidden': 'true', hidden: true })
    this.element = h(
      'button',
      {
        type: 'button',
        class: `launcher ${settings.side}`,
        'aria-haspopup': 'dialog',
        'aria-expanded': 'false',
        onclick: open
      },
      icon('chat'),
      this.count
    )
    this.update(0)
  }

  update(unread) {
    const words = this.#words
    this.count.hidden = !unread
    say(this.count, unread > 9 ? '9+' : String(unread))
    set(this.element, 'aria-label', unread ? `${words.open}, ${words.unread(unread)}` : words.open)
    set(this.element, 'title', unread ? words.unread(unread) : words.open)
  }
}
