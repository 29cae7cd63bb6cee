import { LitElement, css, html, nothing } from 'lit'
import './survey-words-id.js'
import { get, post } from '../shared/api.js'
import { base } from '../shared/base.js'
import { capital } from '../shared/format.js'
import { announce } from '../shared/page.js'
import { t } from '../shared/words.js'
import { refusal, skip } from '../insight/surveys/words.js'

const SKIPS = ['would_hurt', 'asked_not_to', 'no_customer', 'other']

/** How long after the end the rules have surely decided. */
const DECIDED = 1_000

/** `<ramah-survey-by-hand conversation open>`: whether the customer is asked how it was; a colleague asks, or says not to. */
class SurveyByHand extends LitElement {
  static properties = { conversation: {}, open: { type: Boolean }, standing: { state: true }, asking: { state: true }, problem: { state: true }, busy: { state: true }, chosen: { state: true } }

  static styles = [base, css`
    :host { display: block; }
    section { display: grid; gap: var(--r-1); }
    h2:focus { outline: none; }
    h2 { padding-bottom: var(--r-1); color: var(--r-ink-2); font-size: var(--r-text-s); }
    p { font-size: var(--r-text-s); }
    .row { display: flex; flex-wrap: wrap; gap: var(--r-1); }
    .button { min-height: 30px; padding: 0 var(--r-2); }
    form { display: grid; gap: var(--r-2); padding: var(--r-2); border: 1px solid var(--r-line); border-radius: var(--r-radius-s); background: var(--r-surface); }
    select, .input { font-weight: 400; }
    select { width: 100%; min-width: 0; }
  `]

  #timer = 0

  constructor() {
    super()
    this.standing = null
    this.asking = false
    this.busy = false
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  willUpdate(changed) {
    if (changed.has('conversation')) {
      this.standing = null
      this.asking = false
      this.chosen = null
      this.problem = null
    }
    if (changed.has('conversation') || changed.has('open')) this.#look(changed.get('open') ? DECIDED : 0)
  }

  #look(later) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#take(() => get(this.#path)), later)
  }

  get #path() {
    return `/api/conversations/${encodeURIComponent(this.conversation)}/survey`
  }

  async #take(call, told) {
    const { conversation } = this
    this.busy = true
    this.problem = null
    try {
      const standing = await call()
      if (conversation === this.conversation) {
        this.standing = standing
        this.asking = false
        if (told) {
          announce(told)
          // What was pressed may be gone: the keyboard goes on from what became of it.
          this.#focus('h2')
        }
      }
    } catch (problem) {
      if (conversation === this.conversation) this.problem = problem
    }
    this.busy = false
  }

  render() {
    const { standing } = this
    if (!standing) return this.problem ? this.#wrong() : nothing
    return html`<section aria-labelledby="survey" aria-busy=${this.busy}><h2 id="survey" tabindex="-1">${t('Survey')}</h2>
      <p>${this.#said(standing)}</p>
      ${standing.link ? html`<div class="row"><button class="button" type="button" @click=${this.#copy}>${t('Copy the link')}</button></div>` : nothing}
      ${this.asking ? this.#form() : html`${this.#which(standing)}<div class="row">
        ${this.#chosen && !this.#chosen.against ? html`
          <button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#ask('widget')}>${t('Ask in the chat')}</button>
          ${standing.mail ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#ask('mail')}>${t('Ask by mail')}</button>` : nothing}
          <button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#ask('link')}>${t('Make a link')}</button>` : nothing}
        ${standing.maySkip && standing.refusal !== 'skipped' && standing.refusal !== 'erased' ? html`<button class="button quiet begins" type="button" @click=${this.#begin}>${t('Don’t ask …')}</button>` : nothing}</div>`}
      ${this.#wrong()}</section>`
  }

  /** The one that a colleague chose, or else the first that nothing stands against; none where nothing can be asked. */
  get #chosen() {
    const { surveys } = this.standing
    return surveys.find(({ id }) => id === this.chosen) ?? surveys.find(({ against }) => !against) ?? surveys[0]
  }

  #which({ surveys, state, against: all }) {
    const chosen = this.#chosen
    if (!chosen) return all && state !== 'refused' ? this.#not(all) : nothing
    return html`${surveys.length > 1 ? html`<label class="field">${t('Which survey')}<select @change=${({ target }) => (this.chosen = target.value)}>
        ${surveys.map(({ id, name, against }) => html`<option value=${id} ?selected=${id === chosen.id}>${name}${against ? ` (${refusal(against)})` : ''}</option>`)}</select></label>` : nothing}
      ${chosen.against && !(state === 'refused' && surveys.length === 1) ? this.#not(chosen.against) : nothing}`
  }

  #not(why) {
    return html`<p class="hint" role="status">${t('Asking by hand is not possible: {why}.', { why: refusal(why) })}</p>`
  }

  #wrong() {
    return this.problem ? html`<p class="error" role="alert">${this.problem.message}</p>` : nothing
  }

  #said(standing) {
    const { state, survey } = standing
    return html`${this.#became(standing)}${survey && state !== 'refused' ? html` <span class="hint">${survey}</span>` : nothing}`
  }

  #became({ state, refusal: why, channel, askedAt, answeredAt, skipped, note, by }) {
    if (state === 'answered') return html`${t('Answered')} <ramah-time at=${answeredAt}></ramah-time>`
    if (state === 'asked') return html`${{ mail: t('Asked by mail'), link: t('Asked by link') }[channel] ?? t('Asked in the chat')} <ramah-time at=${askedAt}></ramah-time>`
    if (state === 'due') return t('Going to be asked.')
    if (why === 'skipped') return html`${t('Not asked')}: ${skip(skipped)}${note ? html`, <q>${note}</q>` : nothing} <span class="hint">${by}</span>`
    if (state === 'refused') return html`${t('Not asked')}: ${refusal(why)}`
    return t('Decided when it is over.')
  }

  #form() {
    return html`<form @submit=${this.#skip} @keydown=${this.#escape}>
      <label class="field">${t('Why not?')}<select name="why">${SKIPS.map((why) => html`<option value=${why}>${capital(skip(why))}</option>`)}</select></label>
      <label class="field">${t('Note for colleagues')}<input class="input" name="note" maxlength="300" autocomplete="off"></label>
      <div class="row"><button class="button primary" type="submit" ?disabled=${this.busy}>${t('Don’t ask')}</button>
        <button class="button" type="button" @click=${this.#cancel}>${t('Cancel')}</button></div></form>`
  }

  #begin = () => {
    this.asking = true
    this.#focus('select')
  }

  #cancel = () => {
    this.asking = false
    this.problem = null
    this.#focus('.begins')
  }

  #escape = (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    this.#cancel()
  }

  async #focus(what) {
    await this.updateComplete
    this.renderRoot.querySelector(what)?.focus()
  }

  #ask(channel) {
    return this.#take(() => post(this.#path, { channel, survey: this.#chosen.id }), t('The customer is asked.'))
  }

  #skip = (event) => {
    event.preventDefault()
    const { why, note } = Object.fromEntries(new FormData(event.target))
    this.#take(() => post(`${this.#path}/skip`, { why, note: note || null }), t('The customer is not asked.'))
  }

  #copy = async () => {
    try {
      await navigator.clipboard.writeText(location.origin + this.standing.link)
      announce(t('The link is copied.'))
    } catch (refused) {
      this.problem = refused
    }
  }
}

customElements.define('ramah-survey-by-hand', SurveyByHand)
