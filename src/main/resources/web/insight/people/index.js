import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import './words-id.js'
import { get, me, post } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { languageName } from '../../shared/format.js'
import { announce, title } from '../../shared/page.js'
import { t, tn } from '../../shared/words.js'
import '../common/dialog.js'
import '../common/link-box.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import { newcomer } from './person-form.js'
import { roleName, statusChip } from './words.js'

/** `<ramah-people>`: who works here. Managers read; administrators invite, change, deactivate and reset. */
class People extends LitElement {
  static properties = {
    self: { state: true },
    asking: { state: true },
    link: { state: true },
    problem: { state: true },
    shown: { state: true },
    busy: { state: true },
  }

  static styles = [base, sheet, css`
    .card { position: relative; padding: var(--r-1) var(--r-4); overflow-x: auto; }
    td, tbody th { vertical-align: middle; }
    th .hint { display: block; font-weight: 400; overflow-wrap: anywhere; }
    tr.gone th, tr.gone td { color: var(--r-ink-3); }
    .notice { margin-bottom: var(--r-4); }
    ul.told { margin-top: var(--r-2); padding-inline-start: var(--r-5); list-style: disc; }
    ul.told li + li { margin-top: var(--r-1); }
    ramah-dialog p + ramah-link-box { display: block; margin-top: var(--r-4); }
  `]

  constructor() {
    super()
    title(t('People'))
    this.self = null
    this.asking = null
    this.link = null
    this.problem = null
    this.shown = null
    this.busy = false
    this.staff = new Load(this, (signal) => get('/api/staff', { signal }))
    me().then((person) => (this.self = person), () => {})
  }

  connectedCallback() {
    super.connectedCallback()
    this.staff.run()
  }

  get #mayChange() {
    return this.self?.role === 'admin'
  }

  render() {
    return html`
      <ramah-shell page="people">
        <div class="page-head">
          <div><h1>${t('People')}</h1><p>${t('Who answers, who reads, who runs this desk.')}</p></div>
          ${this.#mayChange ? html`<button class="button primary" type="button" @click=${() => (this.shown = newcomer)}>${t('Invite somebody')}</button>` : nothing}
        </div>
        ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
        <div aria-busy=${this.staff.busy}>${this.staff.show((staff) => this.#list(staff), { lines: 6 })}</div>
        <ramah-person-form .person=${this.shown} @dismiss=${() => (this.shown = null)} @saved=${this.#saved}></ramah-person-form>
        ${this.#confirm()}
        <ramah-dialog heading=${this.link?.heading ?? ''} ?open=${this.link !== null} @dismiss=${() => (this.link = null)}>
          <p>${this.link?.text}</p>
          <ramah-link-box .link=${this.link?.link}></ramah-link-box>
        </ramah-dialog>
      </ramah-shell>`
  }

  #list(staff) {
    if (!staff.length) return empty(t('Nobody yet.'))
    const sorted = [...staff].sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))
    return html`
      <div class="card">
        <table class="folds">
          <caption class="unseen">${t('People')}</caption>
          <thead><tr><th scope="col">${t('Name')}</th><th scope="col">${t('Role')}</th><th scope="col">${t('Status')}</th>
            <th scope="col">${t('Teams')}</th><th scope="col">${t('Languages')}</th><th scope="col" class="number">${t('Holds')}</th>
            ${this.#mayChange ? html`<th scope="col"><span class="unseen">${t('Change')}</span></th>` : nothing}</tr></thead>
          <tbody>${sorted.map((person) => this.#person(person))}</tbody>
        </table>
      </div>`
  }

  #person(person) {
    const listed = (items) => items?.length ? items.join(', ') : '–'
    return html`
      <tr class=${person.active ? '' : 'gone'}>
        <th scope="row">${person.name}${person.id === this.self?.id ? html` <span class="chip">${t('you')}</span>` : nothing}<span class="hint">${person.email}</span></th>
        <td data-label=${t('Role')}>${roleName(person.role)}</td>
        <td data-label=${t('Status')}><span>${statusChip(person)}${person.askedResetAt ? html` <span class="chip warn">${t('forgot the password')}</span>` : nothing}</span></td>
        <td data-label=${t('Teams')}>${listed(person.teams)}</td>
        <td data-label=${t('Languages')}>${listed(person.languages?.map(languageName))}</td>
        <td class="number" data-label=${t('Holds')}>${person.open}</td>
        ${this.#mayChange ? html`<td class="acts"><div class="row">${this.#acts(person)}</div></td>` : nothing}
      </tr>`
  }

  #acts(person) {
    const of = html`<span class="unseen"> ${person.name}</span>`
    if (!person.active) return html`<button class="button quiet" type="button" @click=${() => this.#ask('activate', person)}>${t('Activate')}${of}</button>`
    return html`
      <button class="button quiet" type="button" @click=${() => (this.shown = person)}>${t('Change')}${of}</button>
      <button class="button quiet" type="button" @click=${() => this.#ask('reset', person)}>${person.invited ? t('New link') : t('Reset password')}${of}</button>
      ${person.id === this.self.id ? nothing : html`<button class="button quiet" type="button" @click=${() => this.#ask('deactivate', person)}>${t('Deactivate')}${of}</button>`}`
  }

  #ask(act, person) {
    this.problem = null
    this.asking = { act, person }
  }

  #confirm() {
    const { act, person } = this.asking ?? {}
    const name = person?.name ?? ''
    const told = {
      deactivate: { heading: t('Deactivate {name}?', { name }), button: t('Deactivate'), tone: 'danger' },
      activate: { heading: t('Activate {name} again?', { name }), button: t('Activate'), tone: 'primary' },
      reset: { heading: person?.invited ? t('A new link for {name}?', { name }) : t('Reset the password of {name}?', { name }), button: t('Make a link'), tone: 'primary' },
    }[act] ?? { heading: '', button: '', tone: '' }
    return html`
      <ramah-dialog heading=${told.heading} ?open=${this.asking !== null} @dismiss=${() => (this.asking = null)}>
        ${person ? consequences(act, person) : nothing}
        <button slot="foot" class="button" type="button" @click=${() => (this.asking = null)}>${t('Cancel')}</button>
        <button slot="foot" class="button ${told.tone}" type="button" ?disabled=${this.busy} @click=${this.#act}>${told.button}</button>
      </ramah-dialog>`
  }

  #act = async () => {
    const { act, person } = this.asking
    this.busy = true
    try {
      const answer = await post(`/api/staff/${encodeURIComponent(person.id)}/${act}`)
      if (act === 'reset') {
        this.link = {
          heading: t('New password for {name}', { name: person.name }),
          text: t('Give this link to {name}. It works once and is not shown again; opening it sets a new password.', { name: person.name }),
          link: answer.link,
        }
      } else announce(act === 'activate' ? t('{name} is active.', { name: person.name }) : t('{name} is deactivated.', { name: person.name }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
    this.asking = null
    this.staff.run()
  }

  #saved = (event) => {
    this.shown = null
    const { name, isNew, link } = event.detail
    announce(isNew ? t('{name} is invited.', { name }) : t('{name} is saved.', { name }))
    if (link) this.link = {
      heading: t('{name} is invited', { name }),
      text: t('Give this link to {name}. It works once and is not shown again; there they choose a password and are in.', { name }),
      link,
    }
    this.staff.run()
  }
}

function consequences(act, person) {
  if (act === 'activate') return html`<p>${t('They can sign in again with the password they had, with the same role and teams.')}</p>`
  if (act === 'reset' && person.invited) return html`<p>${t('They have not come in yet. The link they got before ends; you get a new one to hand over.')}</p>`
  if (act === 'reset') return html`<p>${t('You get a link to hand over. The old password works until a new one is set with it; then every session of theirs ends.')}</p>`
  return html`
    <ul class="told">
      <li>${t('Their sessions end at once, and they cannot sign in.')}</li>
      <li>${person.open
        ? tn(person.open, 'The {n} conversation they hold goes back to the head of the queue, with its brief.', 'The {n} conversations they hold go back to the head of the queue, with their briefs.')
        : t('They hold no conversation now.')}</li>
      <li>${t('What they wrote and how it was rated stays in the conversations and reports.')}</li>
      <li>${t('You can activate them again.')}</li>
    </ul>`
}

customElements.define('ramah-people', People)
