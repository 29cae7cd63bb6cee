/** `<ramah-status>`: online, away or offline, as radio buttons: one tap, arrow keys, read aloud as a group. */
import { LitElement, css, html } from 'lit'
import { base } from '../shared/base.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'

const states = [
  ['online', 'Online', 'New conversations are offered to you'],
  ['away', 'Away', 'You keep yours and get no offers'],
  ['offline', 'Offline', 'You are not at work'],
]

class RamahStatus extends LitElement {
  static styles = [base, css`
    fieldset { display: flex; gap: 2px; margin: var(--r-3); padding: 3px; border: 0; border-radius: var(--r-radius);
      background: var(--r-sunken); min-inline-size: 0; }
    label { position: relative; display: flex; flex: 1; align-items: center; justify-content: center; gap: 6px; min-height: 30px;
      border-radius: 7px; color: var(--r-ink-2); cursor: pointer; }
    label:hover { color: var(--r-ink); }
    label:has(:checked) { background: var(--r-surface); color: var(--r-ink); box-shadow: 0 1px 2px rgb(0 0 0 / 12%); }
    label:has(:focus-visible) { outline: 2px solid var(--r-focus); outline-offset: 1px; }
    input { position: absolute; opacity: 0; inset: 0; margin: 0; cursor: pointer; }
    .dot { width: 9px; height: 9px; border: 2px solid currentColor; border-radius: 50%; }
    .online { border-color: var(--r-good); background: var(--r-good); }
    .away { border-color: var(--r-warn); background: linear-gradient(90deg, var(--r-warn) 50%, transparent 50%); }
    @media (forced-colors: active) { label:has(:checked) { outline: 2px solid Highlight; } }
  `]

  constructor() {
    super()
    new FollowsLine(this)
  }

  render() {
    const mine = line.board.agent?.status
    return html`<fieldset><legend class="unseen">${t('My status')}</legend>
      ${states.map(([key, name, hint]) => html`<label title=${t(hint)}>
        <input type="radio" name="status" value=${key} .checked=${key === mine} ?disabled=${!line.greeted} @change=${() => line.status(key)}>
        <span class="dot ${key}" aria-hidden="true"></span>${t(name)}</label>`)}
    </fieldset>`
  }
}

customElements.define('ramah-status', RamahStatus)
