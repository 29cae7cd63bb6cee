/** `<ramah-customer-edit>`: what staff put right about a customer. What the shop has signed stays the shop's. */
import { css, html, nothing } from 'lit'
import { api } from '../shared/api.js'
import { base } from '../shared/base.js'
import { languageName } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { Dialog, look } from './dialogs.js'
import { line } from './line.js'

const LANGUAGES = ['en', 'id', 'ar', 'de', 'es', 'fr', 'nl', 'pt']

class RamahCustomerEdit extends Dialog {
  static properties = { rows: { state: true }, problem: { state: true }, busy: { state: true } }
  static styles = [base, look, css`
    fieldset { display: grid; gap: var(--r-2); margin: 0; padding: 0; border: 0; }
    legend { padding: 0 0 var(--r-1); font-size: var(--r-text-s); font-weight: 600; }
    .row { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) 36px; gap: var(--r-2); }
    .add { justify-self: start; }
  `]

  #customer = {}

  constructor() {
    super()
    /** Attributes as they are being written: `[key, value]`. */
    this.rows = []
    this.problem = null
    this.busy = false
  }

  async show() {
    this.#customer = line.thread().customer ?? {}
    this.rows = Object.entries(this.#customer.attributes ?? {})
    this.problem = null
    this.requestUpdate()
    await this.updateComplete
    this.dialog.showModal()
    this.renderRoot.querySelector('#name').focus()
  }

  render() {
    const { name, email, verified } = this.#customer
    const language = line.thread()?.language ?? this.#customer.language
    return html`<dialog aria-labelledby="title" @click=${this.backdrop}><form @submit=${this.#save}>
      <h2 id="title">${t('About the customer')}</h2>
      ${this.problem ? html`<p class="error" role="alert">${this.problem.detail || this.problem.title}</p>` : nothing}
      <div class="field"><label for="name">${t('Name')}</label><input class="input" id="name" name="name" maxlength="200" .value=${name ?? ''} autocomplete="off"></div>
      <div class="field"><label for="email">${t('E-mail')}</label><input class="input" id="email" name="email" type="email" maxlength="254" .value=${email ?? ''} autocomplete="off">
        <span class="hint">${verified ? t('The shop signed who this is; it may tell another name or address at the next visit.') : t('As the customer says; nobody has proved it.')}</span></div>
      <div class="field"><label for="language">${t('Language')}</label><select class="input" id="language" name="language">
        ${[...new Set([language, ...LANGUAGES])].filter(Boolean).map(code => html`<option value=${code} ?selected=${code === language}>${languageName(code)}</option>`)}</select></div>
      <fieldset><legend>${t('More about them')}</legend>
        ${this.rows.map(([key, value], index) => html`<div class="row">
          <input class="input" maxlength="100" aria-label=${t('What')} .value=${key} @input=${event => this.#set(index, 0, event.target.value)}>
          <input class="input" maxlength="500" aria-label=${t('Value')} .value=${value} @input=${event => this.#set(index, 1, event.target.value)}>
          <button class="button quiet icon-only" type="button" aria-label=${t('Remove “{name}”', { name: key })} @click=${() => this.#remove(index)}>${icons.close}</button></div>`)}
        <button class="button add" type="button" @click=${this.#add}>${t('Add a line')}</button></fieldset>
      <div class="ends"><button class="button" type="button" @click=${this.close}>${t('Cancel')}</button>
        <button class="button primary" ?disabled=${this.busy}>${icons.check}${t('Save')}</button></div>
    </form></dialog>`
  }

  #set(index, part, text) {
    this.rows = this.rows.map((row, i) => (i === index ? row.with(part, text) : row))
  }

  #remove(index) {
    this.rows = this.rows.filter((row, i) => i !== index)
  }

  #add = async () => {
    this.rows = [...this.rows, ['', '']]
    await this.updateComplete
    this.renderRoot.querySelector('.row:last-of-type input').focus()
  }

  /** Only what is another one now is sent, so that two who put different things right do not undo each other. */
  #save = async event => {
    event.preventDefault()
    const { name, email, language } = event.target
    const before = this.#customer
    const thread = line.thread()
    const change = {}
    if (name.value.trim() !== (before.name ?? '')) change.name = name.value.trim()
    if (email.value.trim() !== (before.email ?? '')) change.email = email.value.trim()
    if (language.value !== (thread.language ?? before.language)) change.language = language.value
    const attributes = this.#attributes(before.attributes ?? {})
    if (Object.keys(attributes).length) change.attributes = attributes
    this.busy = true
    try {
      if (Object.keys(change).length) {
        await api(`/api/conversations/${encodeURIComponent(thread.conversation)}/customer`, { method: 'PATCH', body: change })
      }
      this.close()
      if (line.current === thread.conversation) line.open(thread.conversation)
    } catch (problem) {
      this.problem = problem
    } finally {
      this.busy = false
    }
  }

  #attributes(before) {
    const now = Object.fromEntries(this.rows.map(([key, value]) => [key.trim(), value.trim()]).filter(([key, value]) => key && value))
    const changed = Object.entries(now).filter(([key, value]) => before[key] !== value)
    const gone = Object.keys(before).filter(key => !(key in now)).map(key => [key, null])
    return Object.fromEntries([...changed, ...gone])
  }
}

customElements.define('ramah-customer-edit', RamahCustomerEdit)
