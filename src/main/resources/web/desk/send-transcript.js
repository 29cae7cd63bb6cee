import { LitElement, css, html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { base } from '../shared/base.js'
import { announce } from '../shared/page.js'
import { t } from '../shared/words.js'

let asked = null

/** Whether there is mail at all; asked once a page. */
const isOn = () => (asked ??= get('/api/mail').then(({ on }) => on, () => false))

/** `<ramah-send-transcript conversation email>`: sends the customer what was said, when they ask for it. */
class SendTranscript extends LitElement {
  static properties = { conversation: {}, email: {}, on: { state: true }, told: { state: true }, problem: { state: true }, busy: { state: true } }

  static styles = [base, css`
    :host { display: block; }
    .button { margin-top: var(--r-1); min-height: 30px; padding: 0 var(--r-2); }
  `]

  constructor() {
    super()
    this.on = false
    this.busy = false
    isOn().then((on) => (this.on = on))
  }

  willUpdate(changed) {
    if (!changed.has('conversation')) return
    this.told = ''
    this.problem = null
  }

  render() {
    if (!this.on || !this.email) return nothing
    return html`
      ${this.told ? html`<p class="hint" role="status">${this.told}</p>`
        : html`<button class="button" type="button" ?disabled=${this.busy} @click=${this.#send}>${t('Mail the transcript')}</button>`}
      ${this.problem ? html`<p class="error" role="alert">${this.problem.message}</p>` : nothing}`
  }

  #send = async () => {
    const { conversation } = this
    this.busy = true
    this.problem = null
    try {
      const { email } = await post(`/api/conversations/${encodeURIComponent(conversation)}/transcript`)
      if (conversation === this.conversation) {
        this.told = t('On its way to {email}.', { email })
        announce(this.told)
      }
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-send-transcript', SendTranscript)
