/**
 * The desk's dialogs, on the browser's own `<dialog>`: it keeps the focus inside, closes with Escape and
 * gives the focus back. Each opens with `show(…)`.
 */
import { LitElement, css, html, nothing } from 'lit'
import { get } from '../shared/api.js'
import { base, broken, loading } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { keySheet, keysAreOn, switchKeys } from './keys.js'
import { absenceOf } from './absences.js'
import { line } from './line.js'
import { workload } from './workload.js'

export const look = css`
  dialog { width: min(480px, calc(100vw - 32px)); max-height: min(640px, calc(100dvh - 32px)); padding: var(--r-5); border: 1px solid var(--r-line);
    border-radius: var(--r-radius-l); background: var(--r-surface); color: var(--r-ink); box-shadow: var(--r-shadow); }
  dialog::backdrop { background: rgb(20 14 8 / 45%); }
  form, .body { display: grid; gap: var(--r-4); }
  h2 { display: flex; align-items: center; justify-content: space-between; gap: var(--r-2); }
  .ends { display: flex; justify-content: flex-end; gap: var(--r-2); }
`

export class Dialog extends LitElement {
  get dialog() {
    return this.renderRoot.querySelector('dialog')
  }

  close = () => this.dialog.close()

  /** A click on the backdrop is a click on the dialog itself, outside its content. */
  backdrop = event => {
    if (event.target === this.dialog) this.close()
  }
}

/** `<ramah-transfer>`: to a colleague or a team, always with a reason, for it is read by the next one. */
class RamahTransfer extends Dialog {
  static properties = { staff: { state: true }, teams: { state: true }, problem: { state: true }, missing: { state: true } }
  static styles = [base, look]

  constructor() {
    super()
    this.staff = null
    this.teams = []
    this.problem = null
    this.missing = {}
  }

  async show() {
    this.missing = {}
    this.dialog.showModal()
    this.renderRoot.querySelector('form')?.reset()
    await this.#load()
    await this.updateComplete
    this.renderRoot.querySelector('select')?.focus()
  }

  #load = async () => {
    this.problem = null
    try {
      const [staff, teams] = await Promise.all([get('/api/staff'), get('/api/teams')])
      this.staff = staff.filter(person => person.active !== false && person.id !== line.board.agent?.id)
      this.teams = teams.map(team => team.name ?? team)
    } catch (problem) {
      this.problem = problem
    }
  }

  render() {
    return html`<dialog aria-labelledby="title" @click=${this.backdrop}>
      <form novalidate @submit=${this.#submit}>
        <h2 id="title">${t('Transfer the conversation')}</h2>
        ${this.problem ? broken(this.problem, this.#load) : this.staff ? this.#fields() : loading(3)}
        <div class="ends"><button class="button" type="button" @click=${this.close}>${t('Cancel')}</button>
          <button class="button primary" ?disabled=${!this.staff}>${icons.transfer}${t('Transfer')}</button></div>
      </form></dialog>`
  }

  #fields() {
    const { to, reason } = this.missing
    return html`
      <div class="field"><label for="to">${t('To')}</label>
        <select id="to" name="to" required aria-invalid=${to ? 'true' : nothing} aria-describedby="to-error">
          <option value="">${t('Choose…')}</option>
          ${this.teams.length ? html`<optgroup label=${t('Teams')}>${this.teams.map(team => html`<option value="team:${team}">${team}</option>`)}</optgroup>` : nothing}
          <optgroup label=${t('Colleagues')}>${this.staff.map(person => html`<option value="agent:${person.id}">${person.name} – ${about(person)}</option>`)}</optgroup>
        </select><span class="error" id="to-error">${to ?? ''}</span></div>
      <div class="field"><label for="reason">${t('Reason')}</label>
        <textarea id="reason" name="reason" rows="3" maxlength="500" required aria-invalid=${reason ? 'true' : nothing} aria-describedby="reason-hint reason-error"></textarea>
        <span class="hint" id="reason-hint">${t('Your colleague reads it first. The customer does not see it.')}</span>
        <span class="error" id="reason-error">${reason ?? ''}</span></div>`
  }

  #submit = event => {
    event.preventDefault()
    const form = event.target
    const reason = form.reason.value.trim()
    this.missing = {
      ...(form.to.value ? {} : { to: t('Choose a colleague or a team.') }),
      ...(reason ? {} : { reason: t('Say why, in a few words.') }),
    }
    if (this.missing.to) return form.to.focus()
    if (this.missing.reason) return form.reason.focus()
    const at = form.to.value.indexOf(':')
    line.transfer(line.current, { [form.to.value.slice(0, at)]: form.to.value.slice(at + 1) }, reason)
    this.close()
  }
}

/** Whether they are there, why not, and how much they have to do, as of now. */
const about = person => {
  const live = line.board.staff.find(other => other.id === person.id) ?? person
  const state = { online: 'Online', away: 'Away', offline: 'Offline' }[live.status] ?? 'Offline'
  return [t(state), absenceOf(live.why), live.open ? workload(live) : ''].filter(Boolean).join(', ')
}

/** `<ramah-confirm>`: one question, for what cannot be taken back quietly. */
class RamahConfirm extends Dialog {
  static properties = { asked: { state: true } }
  static styles = [base, look]

  /** @param asked `{title, text, yes, then}` */
  async show(asked) {
    this.asked = asked
    await this.updateComplete
    this.dialog.showModal()
  }

  render() {
    return html`<dialog aria-labelledby="title" aria-describedby="text" @click=${this.backdrop}>
      <div class="body"><h2 id="title">${this.asked?.title}</h2><p id="text">${this.asked?.text}</p>
        <div class="ends"><button class="button" type="button" @click=${this.close}>${t('Cancel')}</button>
          <button class="button primary" type="button" autofocus @click=${this.#yes}>${this.asked?.yes}</button></div></div></dialog>`
  }

  #yes = () => {
    this.close()
    this.asked.then()
  }
}

/** `<ramah-keys>`: the sheet of keys, and the switch for people who speak to their computer. */
class RamahKeys extends Dialog {
  static styles = [base, look, css`
    dialog { width: min(760px, calc(100vw - 32px)); }
    .sheets { columns: 2 300px; column-gap: var(--r-8); }
    section { break-inside: avoid; padding-bottom: var(--r-4); }
    h3 { color: var(--r-ink-2); font-size: var(--r-text-s); padding-bottom: var(--r-1); }
    dl { display: grid; grid-template-columns: 64px 1fr; gap: 6px var(--r-3); align-items: center; font-size: var(--r-text-s); }
    label { display: flex; align-items: center; gap: var(--r-2); padding-top: var(--r-3); border-top: 1px solid var(--r-line); font-weight: 400; }
  `]

  show() {
    this.requestUpdate()
    this.dialog.showModal()
  }

  render() {
    return html`<dialog aria-labelledby="title" @click=${this.backdrop}><div class="body">
      <h2 id="title">${t('Keys')}<button class="button quiet icon-only" type="button" aria-label=${t('Close')} @click=${this.close}>${icons.close}</button></h2>
      <div class="sheets">${keySheet().map(([name, keys]) => html`<section><h3>${name}</h3><dl>${keys.map(([key, deed]) => html`<dt><kbd>${key}</kbd></dt><dd>${deed}</dd>`)}</dl></section>`)}</div>
      <label><input type="checkbox" .checked=${keysAreOn()} @change=${event => switchKeys(event.target.checked)}>${t('Single keys do something')}</label>
    </div></dialog>`
  }
}

customElements.define('ramah-transfer', RamahTransfer)
customElements.define('ramah-confirm', RamahConfirm)
customElements.define('ramah-keys', RamahKeys)
