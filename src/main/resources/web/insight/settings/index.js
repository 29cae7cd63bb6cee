import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import './words-id.js'
import { base } from '../../shared/base.js'
import { title } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import { sections } from './sections.js'

/** `<ramah-settings>`: what people set while the application runs, and who did. The fragment names the section. */
class SettingsPage extends LitElement {
  static properties = { shown: { state: true } }

  static styles = [base, sheet, css`
    .columns { display: grid; grid-template-columns: 200px minmax(0, 1fr); gap: var(--r-6); align-items: start; }
    nav { position: sticky; top: 68px; display: grid; gap: 2px; }
    nav a { padding: var(--r-2) var(--r-3); border-radius: var(--r-radius-s); color: var(--r-ink-2); text-decoration: none; font-weight: 600; font-size: var(--r-text-s); }
    nav a:hover { background: var(--r-sunken); color: var(--r-ink); }
    nav a[aria-current] { background: var(--r-accent-soft); color: var(--r-accent-strong); }
    section > h2 { margin-bottom: var(--r-4); }
    @media (max-width: 900px) {
      .columns { grid-template-columns: minmax(0, 1fr); gap: var(--r-4); }
      nav { position: static; display: flex; flex-wrap: wrap; gap: var(--r-1); }
      nav a { padding: var(--r-1) var(--r-3); border: 1px solid var(--r-line); border-radius: var(--r-round); background: var(--r-surface); }
      nav a[aria-current] { border-color: var(--r-accent); }
    }
  `]

  constructor() {
    super()
    title(t('Settings'))
    this.shown = here()
  }

  connectedCallback() {
    super.connectedCallback()
    window.addEventListener('hashchange', this.#go)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener('hashchange', this.#go)
  }

  #go = () => (this.shown = here())

  render() {
    return html`
      <ramah-shell page="settings">
        <div class="page-head"><div><h1>${t('Settings')}</h1><p>${t('They count at once, and each change says who made it.')}</p></div></div>
        <div class="columns">
          <nav aria-label=${t('Settings')}>${sections.map((section) => html`
            <a href="#${section.key}" aria-current=${section === this.shown ? 'true' : nothing}>${t(section.title)}</a>`)}</nav>
          <section><h2>${t(this.shown.title)}</h2>${this.shown.content()}</section>
        </div>
      </ramah-shell>`
  }
}

function here() {
  const key = location.hash.slice(1)
  return sections.find((section) => section.key === key) ?? sections[0]
}

customElements.define('ramah-settings', SettingsPage)
