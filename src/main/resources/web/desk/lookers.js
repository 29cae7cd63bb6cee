/** `<ramah-lookers>`: which colleagues have the open conversation in front of them as well, and who of them writes. */
import { LitElement, css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'

class RamahLookers extends LitElement {
  static styles = [base, css`
    :host { display: block; flex: none; }
    p { display: flex; flex-wrap: wrap; align-items: center; gap: 2px var(--r-2); padding: var(--r-1) var(--r-5); border-bottom: 1px solid var(--r-line);
      background: var(--r-info-soft); color: var(--r-info); font-size: var(--r-text-s); }
    b { font-weight: 600; }
    @media (max-width: 760px) { p { padding: var(--r-1) var(--r-2); } }
  `]

  constructor() {
    super()
    new FollowsLine(this)
  }

  render() {
    const others = line.thread()?.others ?? []
    return html`<div role="status">${others.length === 0 ? nothing : html`<p>${icons.eye}<span>${t('Also here:')}</span>
      ${others.map(({ name, writes }) => html`<span><b>${name}</b>${writes ? html` · ${t('writing…')}` : nothing}</span>`)}</p>`}</div>`
  }
}

customElements.define('ramah-lookers', RamahLookers)
