import { LitElement, css, html } from 'lit'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'

/** `<ramah-contents>`: the sections of the report around it, looked for when somebody opens the list, and the way to each. */
class Contents extends LitElement {
  static properties = { headings: { state: true } }

  static styles = [base, sheet, css`
    :host { display: block; }
    summary { display: inline-block; padding: var(--r-1) 0; color: var(--r-accent); font-size: var(--r-text-s); font-weight: 600; cursor: pointer; }
    ol { columns: 3 220px; column-gap: var(--r-6); padding: var(--r-2) 0; }
    li { break-inside: avoid; }
    li button { min-height: 32px; padding: var(--r-1) 0; border: 0; background: none; color: var(--r-ink-2); font-weight: 600; font-size: var(--r-text-s); text-align: start; }
    li button:hover { color: var(--r-accent); text-decoration: underline; text-underline-offset: 3px; }
  `]

  constructor() {
    super()
    this.headings = []
  }

  render() {
    return html`<details class="no-print" @toggle=${this.#look}><summary>${t('On this page')}</summary>
      <nav aria-label=${t('On this page')}><ol>${this.headings.map((heading) => html`
        <li><button type="button" @click=${() => go(heading)}>${heading.textContent}</button></li>`)}</ol></nav></details>`
  }

  #look = (event) => {
    if (event.target.open) this.headings = [...this.getRootNode().querySelectorAll('section')].map(headingOf).filter(Boolean)
  }
}

/** Its own, or that of the element which draws the section. */
function headingOf(section) {
  const drawn = [...section.children].map((child) => child.shadowRoot?.querySelector('h2'))
  return section.querySelector('h2') ?? drawn.find(Boolean)
}

/** The heading comes below the bar, and the next Tab goes on from there. */
function go(heading) {
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'start' })
}

customElements.define('ramah-contents', Contents)
