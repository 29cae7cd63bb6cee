/**
 * `<ramah-begin>`: writing first to a customer whose conversation is over. It goes on where they were, as a new
 * episode in the agent's hands, and they see it the next time they are there.
 */
import { css, html, nothing } from 'lit'
import { post } from '../shared/api.js'
import { base } from '../shared/base.js'
import { clientId } from '../shared/client-id.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { Dialog, look } from './dialogs.js'
import { line } from './line.js'
import { nameOf } from './rows.js'

const LONGEST = 4000

class RamahBegin extends Dialog {
  static properties = { problem: { state: true }, busy: { state: true } }
  static styles = [base, look, css`textarea { min-height: 120px; }`]

  #id = null

  constructor() {
    super()
    this.problem = null
    this.busy = false
  }

  async show() {
    this.#id = clientId()
    this.problem = null
    this.requestUpdate()
    await this.updateComplete
    this.dialog.showModal()
    this.renderRoot.querySelector('textarea').focus()
  }

  render() {
    return html`<dialog aria-labelledby="title" @click=${this.backdrop}><form @submit=${this.#send}>
      <h2 id="title">${t('Write to {name}', { name: nameOf(line.thread()?.customer) })}</h2>
      ${this.problem ? html`<p class="error" role="alert">${this.problem.detail || this.problem.title}</p>` : nothing}
      <div class="field"><label for="first">${t('First words')}</label><textarea id="first" name="text" required maxlength=${LONGEST}></textarea>
        <span class="hint">${t('It is yours from the start. They see it the next time they open the chat.')}</span></div>
      <div class="ends"><button class="button" type="button" @click=${this.close}>${t('Cancel')}</button>
        <button class="button primary" ?disabled=${this.busy}>${icons.send}${t('Send')}</button></div>
    </form></dialog>`
  }

  #send = async event => {
    event.preventDefault()
    const form = event.target
    const text = form.text.value.trim()
    if (!text) return form.text.focus()
    const { customer } = line.thread()
    this.busy = true
    try {
      const { conversation } = await post(`/api/customers/${encodeURIComponent(customer.id)}/conversations`, { text, clientId: this.#id })
      form.reset()
      this.close()
      this.dispatchEvent(new CustomEvent('begun', { detail: conversation }))
    } catch (problem) {
      this.problem = problem
    } finally {
      this.busy = false
    }
  }
}

customElements.define('ramah-begin', RamahBegin)
