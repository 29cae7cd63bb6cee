import { LitElement, css, html, nothing } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { languageName } from '../../shared/format.js'
import { language, languages, t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'

const SIZE = 50

/** While somebody types, the search waits this long for the next letter (ms). */
const PAUSE = 200

/** `<ramah-article-list>`: finds articles by words, language and tag. */
class ArticleList extends LitElement {
  static properties = {
    open: { attribute: false },
    stamp: { type: Number },
    mayWrite: { type: Boolean, attribute: 'may-write' },
    tags: { state: true },
  }

  static styles = [base, sheet, css`
    .filters { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--r-2); margin-bottom: var(--r-3); }
    .filters .field:first-child { grid-column: 1 / -1; }
    .list a { display: block; padding: var(--r-2) var(--r-3); border-inline-start: 3px solid transparent; border-radius: var(--r-radius-s);
      color: var(--r-ink); text-decoration: none; }
    .list a:hover { background: var(--r-sunken); }
    .list a[aria-current] { background: var(--r-accent-soft); border-inline-start-color: var(--r-accent); }
    .list strong { display: block; font-size: var(--r-text); line-height: 1.35; overflow-wrap: anywhere; }
    .list .hint { display: flex; flex-wrap: wrap; gap: 0 var(--r-2); overflow-wrap: anywhere; }
    .list a[aria-current] .hint { color: var(--r-ink-2); }
    .count { padding: 0 var(--r-3); }
    .spread { margin-bottom: var(--r-2); }
    .more { display: flex; justify-content: space-between; margin-top: var(--r-2); }
    @media (min-width: 901px) {
      :host { position: sticky; top: 68px; }
      .list { max-height: calc(100dvh - 330px); min-height: 220px; overflow-y: auto; }
    }
  `]

  constructor() {
    super()
    this.asked = { q: '', language: '', tag: '', page: 0 }
    this.tags = []
    this.found = new Load(this, (asked, signal) => get(withQuery('/api/articles', { ...asked, size: SIZE }), { signal }))
  }

  willUpdate(changed) {
    if (!changed.has('stamp')) return
    this.found.run(this.asked)
    get('/api/topics').then((topics) => (this.tags = topics.map((topic) => topic.tag)), () => {})
  }

  updated(changed) {
    if (changed.has('open') && this.open) this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }

  render() {
    return html`
      <search class="filters">
        <label class="field"><span class="unseen">${t('Search articles')}</span>
          <input class="input" type="search" placeholder=${t('Search articles')} @input=${this.#typed}></label>
        <label class="field"><span class="unseen">${t('Language')}</span>
          <select @change=${(event) => this.#ask({ language: event.target.value })}>
            <option value="">${t('All languages')}</option>
            ${Object.keys(languages).map((code) => html`<option value=${code}>${languageName(code)}</option>`)}
          </select></label>
        <label class="field"><span class="unseen">${t('Tag')}</span>
          <select @change=${(event) => this.#ask({ tag: event.target.value })}>
            <option value="">${t('All tags')}</option>
            ${this.tags.map((tag) => html`<option value=${tag}>${tag}</option>`)}
          </select></label>
      </search>
      <div aria-busy=${this.found.busy}>${this.found.show((found) => this.#found(found), { lines: 8 })}</div>`
  }

  #found({ total, items }) {
    const start = this.asked.page * SIZE
    return html`
      <div class="spread">
        <p class="hint count" role="status">${tn(total, '{n} article', '{n} articles')}</p>
        ${this.mayWrite ? html`<a class="button" href="#/${this.asked.language || language}">${t('New article')}</a>` : nothing}
      </div>
      ${items.length ? html`<ul class="list">${items.map((item) => this.#item(item))}</ul>` : this.#none()}
      ${total > SIZE ? html`
        <div class="more">
          <button class="button quiet" type="button" ?disabled=${!start} @click=${() => this.#ask({ page: this.asked.page - 1 })}>${t('Previous')}</button>
          <button class="button quiet" type="button" ?disabled=${start + SIZE >= total} @click=${() => this.#ask({ page: this.asked.page + 1 })}>${t('Next')}</button>
        </div>` : nothing}`
  }

  #item(item) {
    const current = this.open?.article === item.article && this.open?.language === item.language
    return html`
      <li><a href="#${encodeURIComponent(item.article)}/${item.language}" aria-current=${current ? 'true' : nothing}>
        <strong lang=${item.language}>${item.title}</strong>
        <span class="hint"><span>${languageName(item.language)}</span><span>${item.tags.join(', ')}</span>
          <span>${tn(item.questions, '{n} question', '{n} questions')}</span></span></a></li>`
  }

  #none() {
    const { q, language: code, tag } = this.asked
    if (q || code || tag) return empty(t('No article matches.'), t('Try other words, or another language or tag.'))
    return empty(t('No articles yet.'), t('Without them the bot asks for a person every time.'))
  }

  #typed = (event) => {
    clearTimeout(this.pause)
    const q = event.target.value
    this.pause = setTimeout(() => this.#ask({ q }), PAUSE)
  }

  #ask(change) {
    this.asked = { ...this.asked, page: 0, ...change }
    this.found.run(this.asked)
  }
}

customElements.define('ramah-article-list', ArticleList)
