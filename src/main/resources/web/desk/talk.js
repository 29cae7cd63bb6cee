/**
 * `<ramah-talk>`: the middle column. Who this is and whose turn, the three deeds (take, transfer,
 * resolve), the transcript and the composer.
 *
 * Events: `take`, `pend`, `transfer`, `resolve`, `begin` (each asked for by button or key), `back` and `details` on narrow screens.
 */
import { LitElement, css, html, nothing } from 'lit'
import { base, empty } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { harshQuestion } from './harsh.js'
import { line } from './line.js'
import { nameOf } from './rows.js'
import './composer.js'
import './lookers.js'
import './suggestions.js'
import './transcript.js'

class RamahTalk extends LitElement {
  static styles = [base, css`
    :host { display: flex; flex-direction: column; container-type: inline-size; min-width: 0; min-height: 0; background: var(--r-surface); }
    header { display: flex; flex: none; align-items: center; gap: var(--r-2) var(--r-3); min-height: 56px; padding: var(--r-2) var(--r-5);
      border-bottom: 1px solid var(--r-line); }
    .who { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; margin-inline-end: auto; }
    h1 { overflow: hidden; font-size: var(--r-text-l); text-overflow: ellipsis; white-space: nowrap; }
    h1:focus { outline: none; }
    .whose { display: flex; align-items: center; gap: 6px; min-width: 0; overflow: hidden; color: var(--r-ink-2); font-size: var(--r-text-s); white-space: nowrap; }
    .whose svg.icon { width: 14px; height: 14px; }
    .whose .mine { color: var(--r-good); font-weight: 600; }
    .whose .waits { color: var(--r-warn); font-weight: 600; }
    .deeds { display: flex; flex: none; gap: var(--r-2); }
    .narrow { display: none; }
    .ended { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-3); flex: none; margin: 0 var(--r-5) var(--r-3);
      padding: var(--r-2) var(--r-3); border-radius: var(--r-radius); background: var(--r-sunken); font-size: var(--r-text-s); }
    .ended .button { margin-inline-start: auto; }
    .ended .button + .button { margin-inline-start: 0; }
    .ended.about { gap: var(--r-2); }
    .ended.about .button { margin-inline-start: 0; min-height: 30px; }
    .ended.about [aria-pressed="true"] { border-color: var(--r-accent); background: var(--r-accent-soft); color: var(--r-accent-strong); }
    .nothing { margin: auto; }
    @media (max-width: 1180px) { .narrow.details { display: inline-flex; } }
    .harsh { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2); padding: var(--r-2) var(--r-4); background: var(--r-warn-soft); color: var(--r-warn); font-size: var(--r-text-s); }
    .harsh span { flex: 1 1 240px; }
    /* Whose conversation it is has to be read beside all that can be done with it. */
    @container (max-width: 720px) {
      .deeds kbd { display: none; }
      .deeds .button { padding: 0 var(--r-2); }
    }
    @container (max-width: 560px) {
      header { flex-wrap: wrap; }
      .who { flex: 1; }
      .deeds { order: 3; flex-wrap: wrap; width: 100%; }
      .deeds .button { flex: 1; }
    }
    @media (max-width: 760px) {
      header { min-height: 52px; padding: var(--r-2); }
      .narrow.back { display: inline-flex; }
      .deeds .button { min-height: 40px; }
      .deeds .button svg.icon { display: none; }
      .ended { margin: 0 var(--r-2) var(--r-2); }
    }
  `]

  constructor() {
    super()
    new FollowsLine(this)
  }

  get transcript() {
    return this.renderRoot.querySelector('ramah-transcript')
  }

  get composer() {
    return this.renderRoot.querySelector('ramah-composer')
  }

  get suggestions() {
    return this.renderRoot.querySelector('ramah-suggestions')
  }

  focusTitle() {
    this.renderRoot.querySelector('h1')?.focus()
  }

  render() {
    const thread = line.thread()
    if (!thread) {
      return html`<h1 class="unseen" tabindex="-1">${t('Desk')}</h1><div class="nothing">${empty(t('No conversation is open'), t('Choose one at the left. Press ? for all keys.'), icons.chat)}</div>`
    }
    return html`
      <header>
        <button class="button quiet icon-only narrow back" type="button" aria-label=${t('Back to the lists')} @click=${() => this.#tell('back')}>${icons.back}</button>
        <div class="who"><h1 tabindex="-1">${thread.loaded ? nameOf(thread.customer) : t('Loading')}</h1>
          <div class="whose">${thread.loaded ? this.#whose(thread) : nothing}</div></div>
        <button class="button quiet icon-only narrow details" type="button" aria-label=${t('Brief and customer')} @click=${() => this.#tell('details')}>${icons.person}</button>
        ${thread.loaded ? this.#deeds(thread) : nothing}
      </header>
      <ramah-lookers></ramah-lookers>
      ${thread.loaded ? harshQuestion(thread) : nothing}
      <ramah-transcript @click=${() => line.looked()}></ramah-transcript>
      ${thread.loaded && thread.mergedInto ? this.#goesOn(thread) : html`
        ${thread.loaded && thread.status === 'resolved' ? this.#ended(thread) : nothing}
        <ramah-suggestions @insert=${event => this.composer.insert(event.detail)}></ramah-suggestions>
        <ramah-composer @sent=${this.#sent}></ramah-composer>`}`
  }

  /** Nothing more is said here. */
  #goesOn({ mergedInto }) {
    return html`<div class="ended">${icons.merge}<span>${t('This conversation goes on in another one.')}</span>
      <button class="button primary" type="button" @click=${() => this.#tell('next', mergedInto)}>${t('Open that one')}</button></div>`
  }

  #whose({ status, turn, holder, conversation, waitingSince, pendingUntil }) {
    if (status === 'resolved') return html`${icons.check}${t('Resolved')}`
    if (pendingUntil && status === 'open') return html`<span class="waits">${icons.clock} ${t('Promised by')} <ramah-time mode="until" at=${pendingUntil}></ramah-time></span>`
    if (line.board.holds(conversation)) return html`<span class="mine">${icons.person} ${t('With you')}</span>`
    if (holder) return html`${icons.person}${t('With {name}', { name: holder.name })}`
    if (turn === 'queue') return html`<span class="waits">${icons.clock} ${t('Waiting')} <ramah-time mode="wait" at=${waitingSince ?? ''}></ramah-time></span>`
    return html`${icons.bot}${t('The bot answers')}`
  }

  #deeds({ status, holder, conversation, pendingUntil }) {
    if (status === 'resolved') return nothing
    const off = !line.connected
    if (line.board.holds(conversation)) {
      return html`<div class="deeds">
        ${pendingUntil ? html`<button class="button" type="button" ?disabled=${off || line.busy(conversation, 'pending')} @click=${() => line.pend(conversation)}>${icons.next}${t('Go on')}</button>`
          : html`<button class="button" type="button" ?disabled=${off || line.busy(conversation, 'pending')} @click=${() => this.#tell('pend')}>${icons.clock}${t('Wait')}<kbd aria-hidden="true">p</kbd></button>`}
        <button class="button" type="button" ?disabled=${off} @click=${() => this.#tell('give')}>${icons.gift}${t('Give')}<kbd aria-hidden="true">g</kbd></button>
        <button class="button" type="button" ?disabled=${off || line.busy(conversation, 'transfer')} @click=${() => this.#tell('transfer')}>${icons.transfer}${t('Transfer')}<kbd aria-hidden="true">x</kbd></button>
        <button class="button primary" type="button" ?disabled=${off || line.busy(conversation, 'resolve')} @click=${() => this.#tell('resolve')}>${icons.check}${t('Resolve')}<kbd aria-hidden="true">e</kbd></button></div>`
    }
    const taking = line.isTaking(conversation)
    const others = holder && holder.id !== line.board.agent?.id
    if (others && line.board.agent?.role === 'agent') return nothing
    return html`<div class="deeds"><button class="button ${others ? '' : 'primary'}" type="button" ?disabled=${off || taking} @click=${() => this.#tell('take')}>
      ${taking ? t('Taking…') : others ? t('Take over') : t('Take')}<kbd aria-hidden="true">t</kbd></button></div>`
  }

  /** One tap says what it was about; who knows better writes another word. */
  #about(thread) {
    const { conversation, reason, suggestedReasons } = thread
    const names = [...new Set([...(reason ? [reason] : []), ...suggestedReasons])].slice(0, 6)
    if (names.length === 0) return nothing
    return html`<div class="ended about" role="group" aria-label=${t('What was it about?')}><span>${t('What was it about?')}</span>
      ${names.map(name => html`<button class="button" type="button" aria-pressed=${name === reason} ?disabled=${!line.connected || line.busy(conversation, 'tag')}
        @click=${() => name !== reason && line.tag(conversation, name)}>${name === reason ? icons.check : nothing}${name}</button>`)}</div>`
  }

  #ended(thread) {
    const next = line.board.queue[0]
    return html`${this.#about(thread)}<div class="ended">${icons.check}<span>${t('Resolved.')} ${next ? t('{name} waits longest.', { name: nameOf(next.customer) }) : t('Nobody waits.')}</span>
      ${next ? html`<button class="button primary" type="button" @click=${() => this.#tell('next', next.conversation)}>${t('Open the next')}</button>` : nothing}
      <button class="button" type="button" ?disabled=${!line.connected} @click=${() => this.#tell('begin')}>${icons.chat}${t('Write to them again')}</button></div>`
  }

  #sent = ({ detail }) => {
    this.transcript.stayAtEnd()
    if (detail) this.suggestions.sent(detail)
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }
}

customElements.define('ramah-talk', RamahTalk)
