import { LitElement, css, html, nothing } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import { get, withQuery } from '../shared/api.js'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { Load } from '../insight/common/load.js'
import { paper } from '../insight/common/paper.js'

/** More are not looked at: another letter finds the right one sooner. */
const SHOWN = 12

const linkTo = ({ article, language }) => `${location.origin}/articles#${encodeURIComponent(article)}/${language}`

/** The article that such a link leads to; null where it leads elsewhere. */
export function articleAt(address) {
  const { origin, pathname, hash } = new URL(address)
  const [, article, language] = /^#(.+)\/([^/]+)$/.exec(hash) ?? []
  return article && origin === location.origin && pathname === '/articles' ? { article: decodeURIComponent(article), language } : null
}

/**
 * `<ramah-practice-articles language=… readonly>`: the articles in the customer's language, to be read as customers read
 * them and, unless it is over, linked in a reply.
 *
 * Event: `insert` with the text.
 */
class PracticeArticles extends LitElement {
  static properties = { language: {}, readonly: { type: Boolean }, words: { state: true }, open: { state: true } }

  static styles = [base, paper, css`
    :host { display: grid; gap: var(--r-2); margin-top: var(--r-4); }
    h2 { color: var(--r-ink-2); font-size: var(--r-text-s); }
    .bar { display: flex; justify-content: space-between; }
    h3 { margin-bottom: var(--r-2); overflow-wrap: anywhere; }
    h3:focus { outline: none; }
    ul { display: grid; gap: 2px; }
    ul li { display: flex; align-items: start; }
    .title { flex: 1; justify-content: start; min-width: 0; min-height: 32px; text-align: start; white-space: normal; overflow-wrap: anywhere; }
    .icon-only { flex: none; min-height: 32px; }
    .paper { font-size: var(--r-text-s); }
  `]

  constructor() {
    super()
    this.words = ''
    this.open = null
    this.articles = new Load(this, (language, signal) =>
      get(`/api/articles?size=200&language=${encodeURIComponent(language)}`, { signal }).then(({ items }) => items))
    // Cleaned by the server, for the widget too: only therefore may it become elements.
    this.read = new Load(this, ({ article, language }, signal) => get(withQuery(`/api/help/${encodeURIComponent(article)}`, { language }), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('language') && this.language) this.articles.run(this.language)
  }

  /** Lays an article open; the focus goes to it. */
  async show(article) {
    this.open = article
    this.read.clear()
    await this.read.run(article)
    await this.updateComplete
    this.scrollIntoView()
    this.renderRoot.querySelector('h3')?.focus({ preventScroll: true })
  }

  async #close() {
    const { article } = this.open
    this.open = null
    await this.updateComplete
    const titles = [...this.renderRoot.querySelectorAll('.title, input')]
    ;(titles.find((each) => each.dataset.article === article) ?? titles[0]).focus()
  }

  render() {
    if (this.open) return this.#opened()
    return html`<h2>${t('Articles')}</h2>
      <input class="input" type="search" aria-label=${t('Find an article')} placeholder=${t('Find an article')} .value=${this.words} @input=${(event) => (this.words = event.target.value)}>
      <div aria-busy=${this.articles.busy}>${this.articles.show((all) => this.#list(all), { lines: 4 })}</div>`
  }

  #list(all) {
    const wanted = this.words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    const found = all.filter(({ title }) => wanted.every((word) => title.toLocaleLowerCase().includes(word)))
    if (!found.length) return html`<p class="hint" role="status">${t('No article is called that.')}</p>`
    return html`<ul>${found.slice(0, SHOWN).map(({ article, title }) => {
      const each = { article, title, language: this.language }
      return html`<li><button class="button quiet title" type="button" dir="auto" data-article=${article} @click=${() => this.show(each)}>${icons.article}${title}</button>${this.#link(each)}</li>`
    })}</ul>
      ${found.length > SHOWN ? html`<p class="hint">…</p>` : nothing}`
  }

  #link(each) {
    const name = t('Put the link to “{title}” into the reply', { title: each.title })
    return this.readonly ? nothing : html`<button class="button quiet icon-only" type="button" title=${name} aria-label=${name} @click=${() => this.#insert(each)}>${icons.clip}</button>`
  }

  #opened() {
    return html`
      <div class="bar"><button class="button quiet" type="button" @click=${this.#close}>${icons.back}${t('All articles')}</button>${this.read.value ? this.#link(this.read.value) : nothing}</div>
      <div aria-busy=${this.read.busy}>${this.read.show(({ title, language, html: text }) => html`
        <h3 tabindex="-1" dir="auto">${title}</h3>
        <div class="paper" lang=${language} dir="auto">${unsafeHTML(text)}</div>`)}</div>`
  }

  #insert(each) {
    this.dispatchEvent(new CustomEvent('insert', { detail: `${each.title}: ${linkTo(each)}` }))
  }
}

customElements.define('ramah-practice-articles', PracticeArticles)
