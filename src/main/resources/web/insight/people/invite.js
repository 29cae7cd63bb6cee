import { LitElement, css, html, nothing } from 'lit'
import { get, post } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { languageName } from '../../shared/format.js'
import { languages, t } from '../../shared/words.js'
import '../common/dialog.js'
import { sheet } from '../common/sheet.js'

const roles = [
  { key: 'agent', name: 'Agent', note: 'takes conversations of their teams' },
  { key: 'manager', name: 'Manager', note: 'also reads the reports and writes the articles' },
  { key: 'admin', name: 'Administrator', note: 'also runs people and customers' },
]

/** `<ramah-invite>`: asks who comes; tells `invited {name, link}` when the server has made the link. */
class Invite extends LitElement {
  static properties = { open: { type: Boolean }, teams: { state: true }, busy: { state: true }, problem: { state: true } }

  static styles = [base, sheet, css`
    form { display: grid; gap: var(--r-4); }
    .two { display: grid; grid-template-columns: 1fr 1fr; gap: var(--r-4); }
    .choice .hint { font-weight: 400; }
    fieldset .row { gap: var(--r-1) var(--r-5); margin-top: var(--r-1); }
    fieldset.roles .choice { display: flex; }
    @media (max-width: 560px) { .two { grid-template-columns: 1fr; } }
  `]

  constructor() {
    super()
    this.open = false
    this.teams = []
    this.busy = false
    this.problem = null
  }

  willUpdate(changed) {
    if (!changed.has('open') || !this.open) return
    this.problem = null
    get('/api/teams').then((teams) => (this.teams = teams), (problem) => (this.problem = problem))
  }

  render() {
    return html`
      <ramah-dialog heading=${t('Invite somebody')} ?open=${this.open} @dismiss=${this.#dismiss}>
        <form id="invite" @submit=${this.#send}>
          <div class="two">
            <label class="field">${t('Name')}<input class="input" name="name" required autofocus maxlength="100" autocomplete="off"></label>
            <label class="field">${t('E-mail')}<input class="input" name="email" type="email" required maxlength="254" autocomplete="off"></label>
          </div>
          <fieldset class="roles"><legend>${t('Role')}</legend>
            ${roles.map(({ key, name, note }) => html`
              <label class="choice"><input type="radio" name="role" value=${key} ?checked=${key === 'agent'}>
                <span>${t(name)} <span class="hint">${t(note)}</span></span></label>`)}
          </fieldset>
          ${this.teams.length ? html`
            <fieldset><legend>${t('Teams')}</legend><div class="row">${this.teams.map((team) => html`
              <label class="choice"><input type="checkbox" name="teams" value=${team}>${team}</label>`)}</div></fieldset>` : nothing}
          <fieldset><legend>${t('Languages')}</legend><div class="row">${Object.keys(languages).map((code) => html`
            <label class="choice"><input type="checkbox" name="languages" value=${code}>${languageName(code)}</label>`)}</div></fieldset>
          ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
        </form>
        <button slot="foot" class="button" type="button" @click=${this.#dismiss}>${t('Cancel')}</button>
        <button slot="foot" class="button primary" type="submit" form="invite" ?disabled=${this.busy}>${this.busy ? t('Inviting …') : t('Invite')}</button>
      </ramah-dialog>`
  }

  #dismiss = () => this.dispatchEvent(new Event('dismiss'))

  #send = async (event) => {
    event.preventDefault()
    const form = event.target
    const data = new FormData(form)
    const person = {
      name: data.get('name').trim(),
      email: data.get('email').trim(),
      role: data.get('role'),
      teams: data.getAll('teams'),
      languages: data.getAll('languages'),
    }
    this.busy = true
    this.problem = null
    try {
      const { link } = await post('/api/staff', person)
      form.reset()
      this.dispatchEvent(new CustomEvent('invited', { detail: { name: person.name, link } }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-invite', Invite)
