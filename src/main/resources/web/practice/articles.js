import { LitElement, css, html, nothing } from 'lit'
import { get } from '../shared/api.js'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { Load } from '../insight/common/load.js'

/** More are not looked at: another letter finds the right one sooner. */
const SHOWN = 12

/**
 * `<ramah-practice-articles language=…>`: the articles in the customer's language, to be linked in a reply.
 *
 * Event: `insert` with the text.
 */
class PracticeArticles extends LitElement {
  static properties = { language: {}, words: { state: true } }

  static styles = [base, css`
    :host { display: grid; gap: var(--r-2); margin-top: var(--r-4); }
    h2 { color: var(--r-ink-2); font-size: var(--r-text-s); }
    ul { display: grid; gap: 2px; }
    li .button { justify-content: start; width: 100%; min-height: 32px; text-align: start; white-space: normal; overflow-wrap: anywhere; }
  `]

  constructor() {
    super()
    this.words = ''
    this.articles = new Load(this, (language, signal) =>
      get(`/api/articles?size=200&language=${encodeURIComponent(language)}`, { signal }).then(({ items }) => items))
  }

  willUpdate(changed) {
    if (changed.has('language') && this.language) this.articles.run(this.language)
  }

  render() {
    return html`<h2>${t('Articles to link')}</h2>
      <input class="input" type="search" aria-label=${t('Find an article')} placeholder=${t('Find an article')} .value=${this.words} @input=${(event) => (this.words = event.target.value)}>
      <div aria-busy=${this.articles.busy}>${this.articles.show((all) => this.#list(all), { lines: 4 })}</div>`
  }

  #list(all) {
    const wanted = this.words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    const found = all.filter(({ title }) => wanted.every((word) => title.toLocaleLowerCase().includes(word)))
    if (!found.length) return html`<p class="hint" role="status">${t('No article is called that.')}</p>`
    return html`<ul>${found.slice(0, SHOWN).map((each) => html`<li><button class="button quiet" type="button" dir="auto"
      title=${t('Put the link to “{title}” into the reply', { title: each.title })} @click=${() => this.#insert(each)}>${icons.article}${each.title}</button></li>`)}</ul>
      ${found.length > SHOWN ? html`<p class="hint">…</p>` : nothing}`
  }

  #insert({ article, title }) {
    const link = `${location.origin}/articles#${encodeURIComponent(article)}/${this.language}`
    this.dispatchEvent(new CustomEvent('insert', { detail: `${title}: ${link}` }))
  }
}

customElements.define('ramah-practice-articles', PracticeArticles)
