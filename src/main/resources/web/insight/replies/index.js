import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import './words-id.js'
import { get, me } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { number } from '../../shared/format.js'
import { title } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import './canned.js'
import './macros.js'

const parts = { canned: 'Canned replies', macros: 'Macros' }

/** `<ramah-replies>`: what need not be written anew, and what need not be done step by step. The address's fragment is the part. */
class Replies extends LitElement {
  static properties = { part: { state: true }, tally: { state: true } }
  static styles = [base, sheet, css`
    nav { margin-bottom: var(--r-5); }
    .tally { margin-top: var(--r-5); }
  `]

  constructor() {
    super()
    title(t('Replies'))
    this.part = partOf(location.hash)
    this.tally = null
    this.#count()
  }

  connectedCallback() {
    super.connectedCallback()
    addEventListener('hashchange', this.#turn)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#turn)
  }

  /** Managers see whether suggestions are of use; a page without that is a page all the same. */
  async #count() {
    const { role } = await me()
    if (role === 'agent') return
    const { suggestions } = await get('/api/suggestions/tally').catch(() => ({ suggestions: [] }))
    const sum = (name) => suggestions.reduce((all, each) => all + each[name], 0)
    this.tally = { used: sum('used'), edited: sum('edited'), ignored: sum('ignored') }
  }

  #turn = () => (this.part = partOf(location.hash))

  render() {
    return html`<ramah-shell page="replies">
      <div class="page-head"><div><h1>${t('Replies')}</h1>
        <p>${t('What is said and done often, ready at hand: yours, your team’s, or everyone’s.')}</p></div></div>
      <nav class="segments" aria-label=${t('Parts')}>${Object.entries(parts).map(([key, name]) => html`
        <button type="button" aria-pressed=${key === this.part} @click=${() => (location.hash = key)}>${t(name)}</button>`)}</nav>
      ${this.part === 'canned' ? html`<ramah-canned></ramah-canned>` : this.part === 'macros' ? html`<ramah-macros></ramah-macros>` : nothing}
      ${this.tally ? html`<p class="tally hint">${t('Suggested at the desk in the last 28 days: {used} sent as they were, {edited} changed first, {ignored} left.', {
        used: number(this.tally.used), edited: number(this.tally.edited), ignored: number(this.tally.ignored) })}</p>` : nothing}
    </ramah-shell>`
  }
}

const partOf = (hash) => (hash.slice(1) in parts ? hash.slice(1) : 'canned')

customElements.define('ramah-replies', Replies)
