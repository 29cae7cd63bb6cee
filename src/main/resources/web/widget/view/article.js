import { h, say } from './dom.js'
import { fromHtml } from './html.js'
import { icon } from './icons.js'

/** A help article: beside the chat where there is room, over it on a phone. */
export class Article {
  #chat
  #words
  #asked = 0
  #from = null

  constructor(chat, words) {
    this.#chat = chat
    this.#words = words
    this.title = h('h2', { id: 'article-title', dir: 'auto', tabindex: -1 })
    this.content = h('div', { class: 'content', dir: 'auto' })
    this.body = h(
      'div',
      { class: 'article-body', tabindex: 0, role: 'region', 'aria-labelledby': 'article-title' },
      this.title,
      this.content
    )
    const close = h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': words.back,
        title: words.back,
        onclick: () => this.close()
      },
      icon('back')
    )
    this.element = h(
      'section',
      { class: 'article', role: 'dialog', 'aria-labelledby': 'article-title', hidden: true },
      h('div', { class: 'bar' }, close, h('span', { class: 'quiet' }, words.article)),
      this.body
    )
  }

  get isOpen() {
    return !this.element.hidden
  }

  async open(article, title) {
    this.#from = this.element.getRootNode().activeElement
    const asked = ++this.#asked
    this.#show(title, h('p', { class: 'quiet' }, this.#words.articleLoading))
    this.element.hidden = false
    this.title.focus()
    const path = `/api/help/${encodeURIComponent(article)}?language=${this.#words.language}`
    const found = await this.#chat.api.get(path).catch(() => null)
    // Another one was opened while this one was on its way.
    if (asked !== this.#asked) return
    if (found) this.#show(found.title, ...fromHtml(found.html))
    else
      this.#show(
        title,
        h('p', null, this.#words.articleMissing),
        h('button', { type: 'button', class: 'button', onclick: () => this.open(article, title) }, this.#words.again)
      )
  }

  close() {
    if (!this.isOpen) return
    this.#asked++
    this.element.hidden = true
    const back = this.#from?.isConnected ? this.#from : null
    back?.focus()
  }

  #show(title, ...content) {
    say(this.title, title)
    this.content.replaceChildren(...content)
    this.body.scrollTop = 0
  }
}
