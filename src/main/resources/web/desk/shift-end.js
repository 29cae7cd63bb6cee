/** `<ramah-shift-end>`: what becomes of everything I hold when I go home, one line each with its brief, in one dialog. */
import { css, html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { base, broken, loading } from '../shared/base.js'
import { clientId } from '../shared/client-id.js'
import { icons } from '../shared/icons.js'
import { t, tn } from '../shared/words.js'
import { Dialog, look } from './dialogs.js'
import { line } from './line.js'
import { faceOf } from './reasons.js'
import { nameOf } from './rows.js'
import './shift-words-id.js'

/** The hour at which somebody goes on with what waits until tomorrow. */
const MORNING = 9

class RamahShiftEnd extends Dialog {
  static properties = { staff: { state: true }, teams: { state: true }, problem: { state: true }, missing: { state: true }, busy: { state: true } }
  static styles = [base, look, css`
    dialog { width: min(640px, calc(100vw - 32px)); }
    ul { display: grid; gap: var(--r-3); }
    li { display: grid; grid-template-columns: minmax(0, 1fr) 260px; gap: var(--r-1) var(--r-3); padding-bottom: var(--r-3); border-bottom: 1px solid var(--r-line); align-items: start; }
    .words { display: -webkit-box; overflow: hidden; color: var(--r-ink-2); font-size: var(--r-text-s); -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
    fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
    .marks { display: flex; flex-wrap: wrap; gap: var(--r-1) var(--r-4); margin: var(--r-1) 0; }
    .marks label { display: flex; align-items: center; gap: var(--r-1); font-weight: 400; }
    @media (max-width: 560px) { li { grid-template-columns: minmax(0, 1fr); } }
  `]

  /** Names this end of a shift: sent again after a lost answer it is the same. */
  #id = ''

  constructor() {
    super()
    this.staff = null
    this.teams = []
    this.problem = null
    this.missing = false
    this.busy = false
  }

  async show() {
    this.#id = clientId()
    this.missing = false
    this.busy = false
    this.dialog.showModal()
    await this.#load()
    await this.updateComplete
    this.renderRoot.querySelector('select, button.primary')?.focus()
  }

  #load = async () => {
    this.problem = null
    try {
      const [staff, teams] = await Promise.all([get('/api/staff'), get('/api/teams')])
      this.staff = staff.filter(person => person.active && !person.invited && person.id !== line.board.agent?.id)
      this.teams = teams
    } catch (problem) {
      this.problem = problem
    }
  }

  render() {
    const { mine } = line.board
    return html`<dialog aria-labelledby="title" @click=${this.backdrop}>
      <form novalidate @submit=${this.#submit}>
        <h2 id="title">${t('End my shift')}</h2>
        ${this.problem && !this.staff ? broken(this.problem, this.#load) : this.staff ? this.#fields(mine) : loading(3)}
        ${this.staff ? this.#howItWas() : nothing}
        ${this.problem && this.staff ? html`<p class="error" role="alert">${this.problem.message}</p>` : nothing}
        <div class="ends"><button class="button" type="button" @click=${this.close}>${t('Cancel')}</button>
          <button class="button primary" ?disabled=${!this.staff || this.busy}>${icons.check}${t('Go home')}</button></div>
      </form></dialog>`
  }

  #fields(mine) {
    if (mine.length === 0) return html`<p>${t('You have nothing in hand. Nothing more is offered to you.')}</p>`
    return html`
      <p>${tn(mine.length, 'You have {n} conversation. Whoever goes on with it gets the brief.', 'You have {n} conversations. Whoever goes on with them gets the briefs.')}</p>
      <ul>${mine.map(item => html`<li>
        <div><b>${nameOf(item.customer)}</b><p class="words">${item.brief?.request || item.preview || t('No words yet')}</p></div>
        <select name=${item.conversation} aria-label=${t('Who goes on with {name}', { name: nameOf(item.customer) })}>
          ${item.pendingUntil ? html`<option value="keep">${t('It goes on waiting, with me')}</option>` : nothing}
          <option value="queue">${t('The queue: whoever is free')}</option>
          <option value="wait">${t('With me, tomorrow')}</option>
          ${this.teams.length ? html`<optgroup label=${t('Teams')}>${this.teams.map(team => html`<option value="team:${team}">${team}</option>`)}</optgroup>` : nothing}
          <optgroup label=${t('Colleagues')}>${this.staff.map(person => html`<option value="agent:${person.id}">${person.name}</option>`)}</optgroup>
        </select></li>`)}</ul>
      <div class="field"><label for="reason">${t('For whoever goes on')}</label>
        <textarea id="reason" name="reason" rows="2" maxlength="500" aria-invalid=${this.missing ? 'true' : nothing} aria-describedby="reason-error">${t('My shift is over.')}</textarea>
        <span class="error" id="reason-error">${this.missing ? t('Say why, in a few words.') : ''}</span></div>`
  }

  #howItWas() {
    return html`<fieldset><legend class="label">${t('How was this shift?')}</legend>
      <div class="marks">${[1, 2, 3, 4, 5].map(mark => html`<label><input type="radio" name="mark" value=${mark}>${faceOf(mark)}</label>`)}</div>
      <span class="hint">${t('If you like. Nobody sees your answer: managers see weeks that are over, of groups of five or more.')}</span></fieldset>`
  }

  #submit = async event => {
    event.preventDefault()
    const form = event.target
    const reason = form.reason?.value.trim() ?? ''
    this.missing = Boolean(form.reason) && !reason
    if (this.missing) return form.reason.focus()
    const conversations = [...form.querySelectorAll('select')].filter(each => each.value !== 'keep').map(each => wish(each.name, each.value, reason))
    this.busy = true
    this.problem = null
    try {
      await post('/api/desk/shift/end', { clientId: this.#id, conversations, mark: Number(new FormData(form).get('mark')) || undefined })
      line.wentHome()
      this.close()
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

function wish(conversation, value, reason) {
  const [to, whom] = [value.split(':', 1)[0], value.slice(value.indexOf(':') + 1)]
  if (to === 'team') return { conversation, to, team: whom, reason }
  if (to === 'agent') return { conversation, to, agent: whom, reason }
  if (to === 'wait') return { conversation, to, until: tomorrow(), reason }
  return { conversation, to: 'queue' }
}

function tomorrow() {
  const day = new Date()
  day.setDate(day.getDate() + 1)
  day.setHours(MORNING, 0, 0, 0)
  return day.toISOString()
}

customElements.define('ramah-shift-end', RamahShiftEnd)
