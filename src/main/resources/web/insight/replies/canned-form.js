import { LitElement, css, html, nothing } from 'lit'
import { get, post, put } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { languageName } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import '../common/dialog.js'
import { sheet } from '../common/sheet.js'
import { audienceOf, chooseAudience, scopeField } from './scopes.js'

/** Something that nobody has written yet. */
export const newReply = { id: null, shortcut: '', title: '', scope: 'personal', texts: { en: '' }, version: 0 }

/** What each variable is, in words. */
const meanings = {
  'customer.name': 'the customer’s name', 'customer.email': 'the customer’s e-mail', 'agent.name': 'your name',
  order: 'the number of their order', 'order.status': 'what the shop last said of it', shop: 'the shop’s name',
}

/** `<ramah-canned-form>`: one canned reply in its languages. Tells `saved {shortcut}`. */
class CannedForm extends LitElement {
  static properties = {
    reply: { attribute: false }, self: { attribute: false }, variables: { attribute: false },
    texts: { state: true }, teams: { state: true }, languages: { state: true }, busy: { state: true }, problem: { state: true },
  }

  static styles = [base, sheet, css`
    form { display: grid; gap: var(--r-4); }
    .two { display: grid; grid-template-columns: 1fr 1fr; gap: var(--r-4); }
    .variables { display: flex; flex-wrap: wrap; gap: var(--r-1) var(--r-2); }
    .variables button { min-height: 28px; padding: 0 var(--r-2); font-family: var(--r-mono); font-size: 0.75rem; }
    .text { display: grid; gap: var(--r-1); }
    .text .spread { min-height: 32px; }
    @media (max-width: 560px) { .two { grid-template-columns: 1fr; } }
  `]

  #area = null

  constructor() {
    super()
    this.reply = null
    this.self = null
    this.variables = []
    this.texts = {}
    this.teams = []
    this.languages = []
    this.busy = false
    this.problem = null
  }

  willUpdate(changed) {
    if (!changed.has('reply') || !this.reply) return
    this.problem = null
    this.#area = null
    this.texts = { ...this.reply.texts }
    get('/api/teams').then((teams) => (this.teams = teams), (problem) => (this.problem = problem))
    get('/api/widget').then(({ languages }) => (this.languages = languages), () => {})
  }

  /** Whatever is shown next starts from its own values, not from what was typed for the last one. The texts do by themselves. */
  updated(changed) {
    if (!changed.has('reply') || !this.reply) return
    const { shortcut, title } = this.renderRoot.querySelector('form').elements
    shortcut.value = this.reply.shortcut
    title.value = this.reply.title
    chooseAudience(this.renderRoot, this.reply)
  }

  render() {
    const reply = this.reply ?? newReply
    const heading = reply.id ? t('Change /{shortcut}', { shortcut: reply.shortcut }) : t('Write a reply')
    return html`<ramah-dialog heading=${heading} wide ?open=${this.reply !== null} @dismiss=${this.#dismiss}>
      <form id="canned" @submit=${this.#send}>
        <div class="two">
          <label class="field">${t('Shortcut')}<input class="input" name="shortcut" required maxlength="30" autocomplete="off" spellcheck="false" .defaultValue=${reply.shortcut} placeholder="late-parcel" autofocus>
            <span class="hint">${t('Typed behind a / at the desk.')}</span></label>
          <label class="field">${t('Title')}<input class="input" name="title" required maxlength="100" autocomplete="off" .defaultValue=${reply.title}></label>
        </div>
        ${scopeField(reply, this.self, this.teams)}
        ${Object.keys(this.texts).map((language) => this.#text(language))}
        ${this.#more()}
        ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      </form>
      <button slot="foot" class="button" type="button" @click=${this.#dismiss}>${t('Cancel')}</button>
      <button slot="foot" class="button primary" type="submit" form="canned" ?disabled=${this.busy}>${t('Save')}</button>
    </ramah-dialog>`
  }

  #text(language) {
    const name = languageName(language)
    const only = Object.keys(this.texts).length === 1
    return html`<div class="text">
      <div class="spread"><label for=${`text-${language}`}>${t('In {language}', { language: name })}</label>
        ${only ? nothing : html`<button class="button quiet" type="button" @click=${() => this.#without(language)}>${t('Leave out')}<span class="unseen"> ${name}</span></button>`}</div>
      <textarea id=${`text-${language}`} lang=${language} rows="4" maxlength="4000" required .value=${this.texts[language]}
        @focus=${(event) => (this.#area = event.target)} @input=${(event) => (this.texts = { ...this.texts, [language]: event.target.value })}></textarea>
      <div class="variables" role="group" aria-label=${t('Put in')}>${this.variables.map((name) => html`
        <button class="button" type="button" title=${t(meanings[name] ?? '')} aria-label=${`{${name}}: ${t(meanings[name] ?? '')}`} @click=${() => this.#put(language, `{${name}}`)}>{${name}}</button>`)}</div>
    </div>`
  }

  #more() {
    const more = this.languages.filter((language) => !(language in this.texts))
    return more.length ? html`<label class="field">${t('Another language')}<select @change=${this.#with}><option value="">${t('Choose…')}</option>
      ${more.map((language) => html`<option value=${language}>${languageName(language)}</option>`)}</select>
      <span class="hint">${t('A customer in a language without a text gets another one, and whoever sends it is told so.')}</span></label>` : nothing
  }

  #with = async (event) => {
    const language = event.target.value
    if (!language) return
    this.texts = { ...this.texts, [language]: '' }
    event.target.value = ''
    await this.updateComplete
    this.renderRoot.querySelector(`#text-${language}`).focus()
  }

  #without(language) {
    const { [language]: gone, ...rest } = this.texts
    this.texts = rest
  }

  #put(language, variable) {
    const area = this.renderRoot.querySelector(`#text-${language}`)
    area.setRangeText(variable, area.selectionStart, area.selectionEnd, 'end')
    area.dispatchEvent(new Event('input'))
    area.focus()
  }

  #dismiss = () => this.dispatchEvent(new Event('dismiss'))

  #send = async (event) => {
    event.preventDefault()
    const data = new FormData(event.target)
    const { id, version } = this.reply
    const wish = { shortcut: data.get('shortcut').trim(), title: data.get('title').trim(), texts: this.texts, ...audienceOf(data.get('audience')), version }
    this.busy = true
    this.problem = null
    try {
      const saved = id ? await put(`/api/replies/${encodeURIComponent(id)}`, wish) : await post('/api/replies', wish)
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-canned-form', CannedForm)
