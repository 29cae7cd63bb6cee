import { LitElement, css, html, nothing } from 'lit'
import '../insight/common/words-id.js'
import './words-id.js'
import { me } from '../shared/api.js'
import { base } from '../shared/base.js'
import { title } from '../shared/page.js'
import { t } from '../shared/words.js'
import { sheet } from '../insight/common/sheet.js'
import './editor.js'
import './home.js'
import './marking.js'
import './result.js'
import './run.js'
import './scenarios.js'
import './team.js'

/**
 * `<ramah-practice>`: rehearsing, and for managers what is rehearsed. The fragment says what is shown: nothing for one's
 * own page, `run/ID`, `result/ID`, `scenarios`, `scenario/ID`, `team`, `new/CONVERSATION` and `marking`.
 */
class Practice extends LitElement {
  static properties = { where: { state: true }, person: { state: true } }

  static styles = [base, sheet, css`
    .segments { margin-bottom: var(--r-5); }
    .segments a { display: inline-flex; flex: none; align-items: center; min-height: 36px; padding: 0 var(--r-3); border-inline-start: 1px solid var(--r-line);
      background: var(--r-surface); color: var(--r-ink-2); font-weight: 600; font-size: var(--r-text-s); text-decoration: none; }
    .segments a:first-child { border-inline-start: 0; }
    .segments a:hover { background: var(--r-sunken); }
    .segments a:focus-visible { outline-offset: -2px; }
    .segments a[aria-current] { background: var(--r-accent-soft); color: var(--r-accent-strong); }
  `]

  constructor() {
    super()
    title(t('Practice'))
    this.person = null
    this.where = location.hash.slice(1)
    me().then((person) => (this.person = person), () => {})
  }

  connectedCallback() {
    super.connectedCallback()
    window.addEventListener('hashchange', this.#went)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener('hashchange', this.#went)
  }

  #went = () => {
    this.where = location.hash.slice(1)
    if (!this.where.startsWith('run/')) scrollTo(0, 0)
  }

  get #leads() {
    return this.person && this.person.role !== 'agent'
  }

  render() {
    const [what, id] = this.where.split('/')
    if (what === 'run' && id) return html`<ramah-shell page="practice" full><ramah-practice-run key=${id} .person=${this.person}></ramah-practice-run></ramah-shell>`
    return html`<ramah-shell page="practice">
      ${this.#leads && what !== 'result' && what !== 'scenario' ? this.#tabs(what) : nothing}
      ${this.#page(what, id)}</ramah-shell>`
  }

  #tabs(what) {
    const tabs = [['', t('Practise')], ['scenarios', t('Scenarios')], ['team', t('Progress')], ['marking', t('Marking')]]
    const now = what === 'new' ? 'scenarios' : what
    return html`<nav class="segments" aria-label=${t('Practice')}>${tabs.map(([key, name]) => html`
      <a href="#${key}" aria-current=${now === key ? 'page' : nothing}>${name}</a>`)}</nav>`
  }

  #page(what, id) {
    if (what === 'result' && id) return html`<ramah-practice-result key=${id} .person=${this.person}></ramah-practice-result>`
    if (this.#leads) {
      if (what === 'scenarios' || what === 'new') return html`<ramah-practice-scenarios from=${what === 'new' ? this.where.slice(4) : ''}></ramah-practice-scenarios>`
      if (what === 'scenario' && id) return html`<ramah-practice-editor key=${id}></ramah-practice-editor>`
      if (what === 'team') return html`<ramah-practice-team></ramah-practice-team>`
      if (what === 'marking') return html`<ramah-practice-marking></ramah-practice-marking>`
    }
    return html`<ramah-practice-home></ramah-practice-home>`
  }
}

customElements.define('ramah-practice', Practice)
