/** `<ramah-login>`: the door for staff. Also asks for a link when the password is forgotten. */
import { html } from 'lit'
import { nextPage, post } from '../shared/api.js'
import { icons } from '../shared/icons.js'
import { title } from '../shared/page.js'
import { t } from '../shared/words.js'
import { Gate } from './gate.js'
import './words-id.js'

class RamahLogin extends Gate {
  static properties = { ...Gate.properties, forgot: { state: true }, asked: { state: true } }

  constructor() {
    super()
    this.forgot = false
    this.asked = false
  }

  connectedCallback() {
    super.connectedCallback()
    title(t('Sign in'))
  }

  /** Whoever was sent here with an address (the sample world's first page does) types the password only. */
  firstUpdated() {
    const email = new URLSearchParams(location.search).get('email')
    if (email) this.querySelector('#email').value = email
    this.querySelector(email ? '#password' : '#email').focus()
  }

  render() {
    return this.frame(this.forgot ? this.#forgot() : this.#login())
  }

  #email() {
    return html`<div class="field"><label for="email">${t('E-mail')}</label>
      <input class="input" id="email" name="email" type="email" autocomplete="username" inputmode="email" autocapitalize="none" spellcheck="false" required></div>`
  }

  #login() {
    return html`<header><h1>${t('Sign in')}</h1><p>${t('Good to see you. Someone may be waiting.')}</p></header>
      ${this.wrong()}
      <form @submit=${this.#enter}>
        ${this.#email()}
        ${this.password(t('Password'), 'current-password')}
        <button class="button primary large" ?disabled=${this.busy}>${this.busy ? t('Signing in…') : t('Sign in')}</button>
        <button class="link" type="button" @click=${() => this.#turn(true)}>${t('Forgot the password?')}</button>
      </form>`
  }

  #forgot() {
    return html`<header><h1>${t('Forgot the password?')}</h1><p>${t('We send a link to set a new one.')}</p></header>
      ${this.wrong()}
      ${this.asked
        ? html`<p class="fine" role="status">${icons.check}<span>${t('If this address belongs to an account, a link is on its way. Without one, ask your administrator for it.')}</span></p>`
        : html`<form @submit=${this.#ask}>${this.#email()}
            <button class="button primary large" ?disabled=${this.busy}>${t('Send the link')}</button></form>`}
      <button class="link" type="button" @click=${() => this.#turn(false)}>${t('Back to signing in')}</button>`
  }

  #enter = event => this.submit(event, async form => {
    const { me } = await post('/api/login', { email: form.email.value.trim(), password: form.password.value }, { atLogin: true })
    location.replace(nextPage(me?.role === 'manager' ? '/insight' : '/desk'))
  }, problem => this.#why(problem))

  #ask = event => this.submit(event, async form => {
    await post('/api/forgot', { email: form.email.value.trim() }, { atLogin: true })
    this.asked = true
  }, problem => problem.message)

  #why(problem) {
    this.querySelector('#password').select()
    if (problem.status === 401) return t('E-mail or password is not right.')
    if (problem.status === 429) return t('Too many tries. Wait a little, then try again.')
    return problem.status === 0 ? `${problem.title} ${problem.detail}` : problem.message
  }

  #turn(forgot) {
    const email = this.querySelector('#email')?.value
    Object.assign(this, { forgot, asked: false, problem: null })
    this.updateComplete.then(() => {
      const field = this.querySelector('#email')
      if (!field) return
      if (email) field.value = email
      field.focus()
    })
  }
}

customElements.define('ramah-login', RamahLogin)
