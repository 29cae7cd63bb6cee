import { LitElement, css, html, nothing } from 'lit'
import { get, post, put } from '../../shared/api.js'
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

/** Somebody who is not here yet. */
export const newcomer = { id: null, name: '', email: '', role: 'agent', teams: [], languages: [], skills: [] }

/**
 * `<ramah-person-form>`: who somebody is and what they do here, for the newly invited (`person` is
 * `newcomer`) and for those already in. Tells `saved {name, link?}`.
 */
class PersonForm extends LitElement {
  static properties = { person: { attribute: false }, teams: { state: true }, spoken: { state: true }, busy: { state: true }, problem: { state: true } }

  static styles = [base, sheet, css`
    form { display: grid; gap: var(--r-4); }
    .two { display: grid; grid-template-columns: 1fr 1fr; gap: var(--r-4); }
    .choice .hint { font-weight: 400; }
    fieldset .row { gap: var(--r-1) var(--r-5); margin-top: var(--r-1); }
    fieldset.roles .choice { display: flex; }
    fieldset .input { width: 150px; min-height: 32px; padding-block: var(--r-1); }
    @media (max-width: 560px) { .two { grid-template-columns: 1fr; } }
  `]

  constructor() {
    super()
    this.person = null
    this.teams = []
    /** What customers are answered in, which is more than these pages can be read in. */
    this.spoken = Object.keys(languages)
    this.busy = false
    this.problem = null
  }

  willUpdate(changed) {
    if (!changed.has('person') || !this.person) return
    this.problem = null
    get('/api/widget').then((widget) => (this.spoken = widget.languages), () => {})
    get('/api/teams').then((teams) => (this.teams = teams), (problem) => (this.problem = problem))
  }

  /** Whoever is shown next starts from their own values, not from what was typed for the last one. */
  updated(changed) {
    if (changed.has('person') && this.person) this.renderRoot.querySelector('form').reset()
  }

  get #isNew() {
    return this.person?.id === null
  }

  render() {
    const { person } = this
    const heading = this.#isNew ? t('Invite somebody') : t('Change {name}', { name: person?.name ?? '' })
    return html`
      <ramah-dialog heading=${heading} ?open=${person !== null} @dismiss=${this.#dismiss}>
        <form id="person" @submit=${this.#send}>${this.#fields(person ?? newcomer)}
          ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
        </form>
        <button slot="foot" class="button" type="button" @click=${this.#dismiss}>${t('Cancel')}</button>
        <button slot="foot" class="button primary" type="submit" form="person" ?disabled=${this.busy}>${this.#isNew ? t('Invite') : t('Save')}</button>
      </ramah-dialog>`
  }

  #fields(person) {
    const teams = [...new Set([...this.teams, ...person.teams])].sort()
    const spoken = [...new Set([...this.spoken, ...person.languages])]
    return html`
      <div class="two">
        <label class="field">${t('Name')}<input class="input" name="name" required maxlength="100" autocomplete="off" value=${person.name} autofocus></label>
        <label class="field">${t('E-mail')}<input class="input" name="email" type="email" required maxlength="254" autocomplete="off" value=${person.email}></label>
      </div>
      <fieldset class="roles"><legend>${t('Role')}</legend>
        ${roles.map(({ key, name, note }) => html`
          <label class="choice"><input type="radio" name="role" value=${key} ?checked=${key === person.role}>
            <span>${t(name)} <span class="hint">${t(note)}</span></span></label>`)}
      </fieldset>
      <fieldset><legend>${t('Teams')}</legend><div class="row">${teams.map((team) => html`
        <label class="choice"><input type="checkbox" name="teams" value=${team} ?checked=${person.teams.includes(team)}>${team}</label>`)}
        <input class="input" name="team" maxlength="50" autocomplete="off" aria-label=${t('A new team')} placeholder=${t('A new team')}></div></fieldset>
      <fieldset><legend>${t('Languages')}</legend><div class="row">${spoken.map((code) => html`
        <label class="choice"><input type="checkbox" name="languages" value=${code} ?checked=${person.languages.includes(code)}>${languageName(code)}</label>`)}</div></fieldset>
      <label class="field">${t('Skills')}<input class="input" name="skills" maxlength="400" autocomplete="off" value=${(person.skills ?? []).join(', ')}>
        <span class="hint">${t('With commas between them. Who gets whom looks at them.')}</span></label>`
  }

  #dismiss = () => this.dispatchEvent(new Event('dismiss'))

  #send = async (event) => {
    event.preventDefault()
    const data = new FormData(event.target)
    const team = data.get('team').trim()
    const person = {
      name: data.get('name').trim(),
      email: data.get('email').trim(),
      role: data.get('role'),
      teams: [...new Set([...data.getAll('teams'), team].filter(Boolean))],
      languages: data.getAll('languages'),
      skills: [...new Set(data.get('skills').split(',').map((skill) => skill.trim()).filter(Boolean))],
    }
    this.busy = true
    this.problem = null
    try {
      const answer = this.#isNew ? await post('/api/staff', person) : await put(`/api/staff/${encodeURIComponent(this.person.id)}`, person)
      this.dispatchEvent(new CustomEvent('saved', { detail: { name: person.name, isNew: this.#isNew, link: answer?.link } }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-person-form', PersonForm)
