/** `<ramah-status>`: online, away or offline, as radio buttons: one tap, arrow keys, read aloud as a group. */
import { LitElement, css, html, nothing } from 'lit'
import { post } from '../shared/api.js'
import { base } from '../shared/base.js'
import { clock } from '../shared/format.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'
import { absences } from './absences.js'
import './harsh-words-id.js'
import './shift-words-id.js'

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
    .relief { display: flex; align-items: center; gap: var(--r-2); margin: 0 var(--r-3) var(--r-2); padding: var(--r-2) var(--r-3); border-radius: var(--r-radius-s); background: var(--r-info-soft); color: var(--r-info); font-size: var(--r-text-s); }
    .more { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--r-2); margin: calc(-1 * var(--r-1)) var(--r-3) var(--r-2); }
    .more select { width: auto; min-width: 0; flex: 1 1 150px; min-height: 32px; padding-block: var(--r-1); font-size: var(--r-text-s); }
    .more .button { margin-inline-start: auto; min-height: 32px; }
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
    </fieldset>
    ${this.#relief()}
    <div class="more">
      ${mine === 'away' ? html`<select aria-label=${t('Why are you away?')} @change=${event => line.status('away', event.target.value || null)}>
        ${[['', 'No reason given'], ...absences].map(([key, name]) => html`<option value=${key} ?selected=${key === (line.board.agent?.why ?? '')}>${t(name)}</option>`)}</select>` : nothing}
      <button class="button quiet" type="button" ?disabled=${!line.connected} @click=${() => this.dispatchEvent(new CustomEvent('go-home', { bubbles: true, composed: true }))}>${t('End my shift…')}</button>
    </div>`
  }

  /** Spared after too much: what that means, and the way to end it. */
  #relief() {
    const { relief } = line.board
    if (!relief) return nothing
    return html`<div class="relief" role="status"><span>${relief.relief === 'pause' ? t('A pause until {time}: nothing is offered to you.', { time: clock(relief.until) })
      : t('Heavy ones go to others until you had an ordinary one.')}</span>
      <button class="button quiet" type="button" @click=${() => post('/api/desk/shift/go-on').catch(() => {})}>${t('Go on now')}</button></div>`
  }
}

customElements.define('ramah-status', RamahStatus)
