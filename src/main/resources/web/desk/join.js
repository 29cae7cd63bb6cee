/**
 * `<ramah-join>`: the end of a one-time link. An invitation asks for name and password, a reset for a
 * password, the very first start also for the administrator's address.
 */
import { html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { loading } from '../shared/base.js'
import { title } from '../shared/page.js'
import { t } from '../shared/words.js'
import { Gate } from './gate.js'
import './words-id.js'

const SHORTEST = 10

const purposes = {
  invitation: { title: 'Welcome to the desk', text: 'Choose a password and you are in.', deed: 'Join' },
  reset: { title: 'Set a new password', text: 'The old one stops working, and so do other sessions.', deed: 'Save and sign in' },
  first: { title: 'Set up Ramah', text: 'This makes the first administrator. The link works once.', deed: 'Begin' },
}

class RamahJoin extends Gate {
  static properties = { ...Gate.properties, invited: { state: true }, dead: { state: true } }

  #token = new URLSearchParams(location.search).get('token') ?? ''

  constructor() {
    super()
    this.invited = null
    /** Why the link does not work, if it does not. */
    this.dead = null
  }

  connectedCallback() {
    super.connectedCallback()
    title(t('Join'))
    if (this.#token) this.#ask()
    else this.dead = { status: 404 }
  }

  async #ask() {
    this.dead = null
    try {
      this.invited = await get('/api/join/' + encodeURIComponent(this.#token), { atLogin: true })
      await this.updateComplete
      this.querySelector('input:not([readonly])')?.focus()
    } catch (problem) {
      this.dead = problem
    }
  }

  render() {
    return this.frame(this.dead ? this.#dead() : this.invited ? this.#form() : loading(4))
  }

  #dead() {
    if (this.dead.status === 0 || this.dead.status >= 500) {
      return html`<div class="head" role="alert"><h1>${this.dead.title}</h1><p>${this.dead.detail}</p></div>
        <button class="button primary large" type="button" @click=${() => this.#ask()}>${t('Try again')}</button>`
    }
    return html`<div class="head" role="alert"><h1>${t('This link does not work any more')}</h1>
        <p>${t('It was used, has run out, or is not complete. Ask your administrator for a new one.')}</p></div>
      <a class="button large" href="/login">${t('To the sign-in page')}</a>`
  }

  #form() {
    const purpose = purposes[this.invited.purpose] ?? purposes.invitation
    const first = this.invited.purpose === 'first'
    return html`<header><h1>${t(purpose.title)}</h1><p>${t(purpose.text)}</p></header>
      ${this.wrong()}
      <form @submit=${this.#enter}>
        <div class="field"><label for="email">${t('E-mail')}</label>
          <input class="input" id="email" name="email" type="email" autocomplete="username" required .value=${this.invited.email ?? ''} ?readonly=${!first}></div>
        ${this.invited.purpose === 'reset' ? nothing : html`<div class="field"><label for="name">${t('Your name')}</label>
          <input class="input" id="name" name="name" autocomplete="name" required maxlength="80" aria-describedby="name-hint" .value=${this.invited.name ?? ''}>
          <span class="hint" id="name-hint">${t('Customers see it.')}</span></div>`}
        ${this.password(t('New password'), 'new-password', t('At least {n} characters; a few words are good.', { n: SHORTEST }))}
        <button class="button primary large" ?disabled=${this.busy}>${t(purpose.deed)}</button>
      </form>`
  }

  #enter = event => this.submit(event, async form => {
    const body = { password: form.password.value }
    // By its name in the list: `form.name` is the form's own.
    const name = form.elements.namedItem('name')
    if (name) body.name = name.value.trim()
    if (this.invited.purpose === 'first') body.email = form.email.value.trim()
    const { me } = await post('/api/join/' + encodeURIComponent(this.#token), body, { atLogin: true })
    location.replace(me?.role === 'manager' ? '/insight' : this.invited.purpose === 'first' ? '/people' : '/desk')
  }, problem => (problem.status === 404 || problem.status === 410 ? t('This link does not work any more') : problem.message))
}

customElements.define('ramah-join', RamahJoin)
