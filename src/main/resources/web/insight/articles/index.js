import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import './words-id.js'
import { me } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { icons } from '../../shared/icons.js'
import { title } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import './editor.js'
import './import.js'
import './list.js'
import './status.js'
import './topics.js'
import './try.js'
import '../learning/bench.js'
import '../learning/gaps.js'
import '../learning/risks.js'
import '../learning/words-id.js'

const leads = ['manager', 'admin']
const tabs = [
  { key: 'articles', name: 'Articles' },
  { key: 'try', name: 'Try a question' },
  { key: 'gaps', name: 'Gaps', leads: true },
  { key: 'bench', name: 'Test bench', leads: true },
  { key: 'risks', name: 'How bold', leads: true },
  { key: 'topics', name: 'Topics for people', leads: true },
  { key: 'import', name: 'Import', leads: true },
]

/** These read much of the log, so only when somebody looks at them. */
const costly = ['gaps', 'bench', 'risks']

/**
 * `<ramah-articles>`: what the bot may answer from. The address names the tab (`#try`) or the article
 * (`#delivery-time/en`; `#/en` is a new one), so that both can be linked. Agents read, managers write.
 */
class Articles extends LitElement {
  static properties = { tab: { state: true }, open: { state: true }, mayWrite: { state: true }, stamp: { state: true } }

  static styles = [base, sheet, css`
    .tabs { display: flex; gap: var(--r-1); margin-bottom: var(--r-5); border-bottom: 1px solid var(--r-line); overflow-x: auto; }
    .tabs button { flex: none; min-height: 40px; padding: 0 var(--r-3); border: 0; border-bottom: 2px solid transparent; background: none;
      color: var(--r-ink-2); font-weight: 600; font-size: var(--r-text-s); }
    .tabs button[aria-selected='true'] { color: var(--r-accent); border-bottom-color: var(--r-accent); }
    .tabs button:focus-visible { outline-offset: -2px; }
    .panes { display: grid; grid-template-columns: 320px minmax(0, 1fr); gap: var(--r-6); align-items: start; }
    .back { display: none; margin-inline-start: calc(-1 * var(--r-3)); }
    @media (max-width: 560px) { .tabs button { padding: 0 var(--r-2); } }
    @media (max-width: 900px) {
      .panes { grid-template-columns: minmax(0, 1fr); }
      .panes.open ramah-article-list, .panes:not(.open) .right { display: none; }
      .back { display: inline-flex; margin-bottom: var(--r-3); }
    }
  `]

  constructor() {
    super()
    title(t('Articles'))
    this.mayWrite = false
    this.stamp = 0
    this.#fromAddress()
    me().then((person) => (this.mayWrite = leads.includes(person.role)), () => {})
  }

  connectedCallback() {
    super.connectedCallback()
    addEventListener('hashchange', this.#moved)
    addEventListener('beforeunload', this.#leaving)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#moved)
    removeEventListener('beforeunload', this.#leaving)
  }

  #fromAddress() {
    const wish = location.hash.slice(1)
    const slash = wish.lastIndexOf('/')
    this.open = slash < 0 ? null : { article: decodeURIComponent(wish.slice(0, slash)), language: wish.slice(slash + 1) }
    this.tab = tabs.some((tab) => tab.key === wish) ? wish : 'articles'
    this.address = location.hash
  }

  /** On a phone not all tabs fit: the one that is open is brought into sight. */
  updated(changed) {
    const tab = (changed.has('tab') || changed.has('mayWrite')) && this.renderRoot.querySelector('[aria-selected="true"]')
    if (!tab) return
    const beyond = tab.getBoundingClientRect().right - tab.parentElement.getBoundingClientRect().right
    if (beyond > 0) tab.parentElement.scrollLeft += beyond
  }

  get #editor() {
    return this.renderRoot.querySelector('ramah-article-editor')
  }

  /** Leaving an article with unsaved words asks first; staying puts the address back. */
  #moved = () => {
    if (location.hash === this.address) return
    if (this.#editor?.changed && !confirm(t('Your changes to this article are not saved. Leave them?'))) {
      history.replaceState(null, '', this.address || location.pathname)
      return
    }
    this.#editor?.forget()
    this.#fromAddress()
  }

  #leaving = (event) => {
    if (this.#editor?.changed) event.preventDefault()
  }

  #saved = (event) => {
    this.stamp++
    const { article, language } = event.detail
    this.#show(article, language)
  }

  #deleted = () => {
    this.stamp++
    history.replaceState(null, '', location.pathname)
    this.#fromAddress()
  }

  #show(article, language) {
    history.replaceState(null, '', `#${encodeURIComponent(article)}/${language}`)
    this.#fromAddress()
  }

  #keys = (event) => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!move) return
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const next = buttons[(buttons.indexOf(event.target) + move + buttons.length) % buttons.length]
    next.focus()
    next.click()
  }

  render() {
    const shown = tabs.filter((tab) => this.mayWrite || !tab.leads)
    const { tab } = this
    return html`
      <ramah-shell page="articles">
        <div class="page-head">
          <div><h1>${t('Help articles')}</h1>
            <p>${t('The bot answers in these words and in no others. A change counts in the very next question.')}</p></div>
          <ramah-article-status .stamp=${this.stamp}></ramah-article-status>
        </div>
        <div class="tabs" role="tablist" aria-label=${t('Help articles')} @keydown=${this.#keys}>
          ${shown.map(({ key, name }) => html`
            <button type="button" role="tab" id="tab-${key}" aria-controls="panel-${key}" aria-selected=${tab === key}
              tabindex=${tab === key ? 0 : -1} @click=${() => (location.hash = key)}>${t(name)}</button>`)}
        </div>
        ${shown.map(({ key }) => html`
          <div role="tabpanel" id="panel-${key}" aria-labelledby="tab-${key}" ?hidden=${tab !== key}>${tab === key || !costly.includes(key) ? this.#panel(key) : nothing}</div>`)}
      </ramah-shell>`
  }

  #panel(key) {
    if (key === 'try') return html`<ramah-article-try></ramah-article-try>`
    if (key === 'topics') return html`<ramah-topics .stamp=${this.stamp}></ramah-topics>`
    if (key === 'gaps') return html`<ramah-gaps @saved=${() => this.stamp++}></ramah-gaps>`
    if (key === 'bench') return html`<ramah-bench></ramah-bench>`
    if (key === 'risks') return html`<ramah-risks></ramah-risks>`
    if (key === 'import') return html`<ramah-article-import @saved=${() => this.stamp++}></ramah-article-import>`
    return html`
      <div class="panes ${this.open ? 'open' : ''}">
        <ramah-article-list .open=${this.open} .stamp=${this.stamp} ?may-write=${this.mayWrite}></ramah-article-list>
        <div class="right">
          ${this.open ? html`<a class="button quiet back" href="#articles">${icons.back}${t('All articles')}</a>` : nothing}
          <ramah-article-editor .open=${this.open} ?may-write=${this.mayWrite} @saved=${this.#saved} @deleted=${this.#deleted}></ramah-article-editor>
        </div>
      </div>`
  }
}

customElements.define('ramah-articles', Articles)
