import { LitElement, css, html, nothing } from 'lit'
import { post, put } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import '../common/dialog.js'
import { sheet } from '../common/sheet.js'
import { kindName } from './kinds.js'

/** One that is not there yet. */
export const newWebhook = { id: null, address: '', kinds: [], notes: false, active: true }

/** `<ramah-webhook-form>`: where a webhook goes and what it hears of. Tells `saved {secret?}`. */
class WebhookForm extends LitElement {
  static properties = {
    webhook: { attribute: false },
    kinds: { attribute: false },
    privateKinds: { attribute: false },
    every: { state: true },
    notes: { state: true },
    busy: { state: true },
    problem: { state: true },
  }

  static styles = [base, sheet, css`
    form { display: grid; gap: var(--r-4); }
    .kinds { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); margin-top: var(--r-1); }
    .choice { display: flex; align-items: start; padding-block: var(--r-1); }
    .choice input { margin-top: 2px; flex: none; }
    .choice .hint { display: block; }
  `]

  constructor() {
    super()
    this.webhook = null
    this.kinds = []
    this.privateKinds = []
    this.every = true
    this.notes = false
    this.busy = false
    this.problem = null
  }

  willUpdate(changed) {
    if (!changed.has('webhook') || !this.webhook) return
    this.problem = null
    this.every = this.webhook.kinds.length === 0
    this.notes = this.webhook.notes
  }

  /** Whoever is shown next starts from their own values, not from what was typed for the last one. */
  updated(changed) {
    if (changed.has('webhook') && this.webhook) this.renderRoot.querySelector('form').reset()
  }

  get #isNew() {
    return this.webhook?.id === null
  }

  render() {
    return html`
      <ramah-dialog heading=${this.#isNew ? t('Add a webhook') : t('Change the webhook')} ?open=${this.webhook !== null} @dismiss=${this.#dismiss}>
        <form id="webhook" @submit=${this.#send}>${this.#fields(this.webhook ?? newWebhook)}
          ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
        </form>
        <button slot="foot" class="button" type="button" @click=${this.#dismiss}>${t('Cancel')}</button>
        <button slot="foot" class="button primary" type="submit" form="webhook" ?disabled=${this.busy}>${this.#isNew ? t('Add') : t('Save')}</button>
      </ramah-dialog>`
  }

  #fields(webhook) {
    const hidden = (kind) => this.privateKinds.includes(kind) && !this.notes
    return html`
      <label class="field">${t('Address')}
        <input class="input" name="address" type="url" required maxlength="2000" autocomplete="off" placeholder="https://" value=${webhook.address} autofocus></label>
      <label class="choice"><input type="checkbox" name="notes" ?checked=${webhook.notes} @change=${(event) => (this.notes = event.target.checked)}>
        <span>${t('With what only colleagues see')}<span class="hint">${t('Private notes, contact reasons, and why something was handed on.')}</span></span></label>
      <fieldset><legend>${t('It hears of')}</legend>
        <label class="choice"><input type="radio" name="every" value="yes" ?checked=${webhook.kinds.length === 0} @change=${() => (this.every = true)}>${t('Everything')}</label>
        <label class="choice"><input type="radio" name="every" value="no" ?checked=${webhook.kinds.length > 0} @change=${() => (this.every = false)}>${t('Only some kinds')}</label>
        ${this.every ? nothing : html`<div class="kinds">${this.kinds.filter((kind) => !hidden(kind)).map((kind) => html`
          <label class="choice"><input type="checkbox" name="kinds" value=${kind} ?checked=${webhook.kinds.includes(kind)}>${kindName(kind)}</label>`)}</div>`}
      </fieldset>
      <label class="choice"><input type="checkbox" name="active" ?checked=${webhook.active}>
        <span>${t('On')}<span class="hint">${t('One that was off goes on where it stopped, up to 14 days back.')}</span></span></label>`
  }

  #dismiss = () => this.dispatchEvent(new Event('dismiss'))

  #send = async (event) => {
    event.preventDefault()
    const data = new FormData(event.target)
    const kinds = this.every ? [] : data.getAll('kinds')
    if (!this.every && !kinds.length) {
      this.problem = new Error(t('Choose at least one kind.'))
      return
    }
    const wish = { address: data.get('address').trim(), kinds, notes: data.has('notes'), active: data.has('active'), version: this.webhook.version }
    this.busy = true
    this.problem = null
    try {
      const saved = this.#isNew ? await post('/api/webhooks', wish) : await put(`/api/webhooks/${encodeURIComponent(this.webhook.id)}`, wish)
      this.dispatchEvent(new CustomEvent('saved', { detail: { secret: saved.secret } }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-webhook-form', WebhookForm)
