import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import './words-id.js'
import { del, get, me, post } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { announce } from '../../shared/page.js'
import { t, tn } from '../../shared/words.js'
import '../common/dialog.js'
import '../common/link-box.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import './deliveries.js'
import { newWebhook } from './form.js'
import { kindName } from './kinds.js'

/** `<ramah-webhooks>`: which of the shop's programs hear of what happens, for administrators. */
class Webhooks extends LitElement {
  static properties = {
    mayChange: { state: true },
    shown: { state: true },
    secret: { state: true },
    asking: { state: true },
    reading: { state: true },
    problem: { state: true },
    busy: { state: true },
  }

  static styles = [base, sheet, css`
    .card { padding: var(--r-1) var(--r-4); overflow-x: auto; }
    tbody th { overflow-wrap: anywhere; }
    th .hint { display: block; font-weight: 400; margin-top: var(--r-1); }
    td, tbody th { vertical-align: middle; }
    @media (min-width: 961px) { td.acts .row { flex-wrap: wrap; width: 15rem; margin-inline-start: auto; } }
    .spread { margin-bottom: var(--r-3); }
    .spread p { max-width: 62ch; color: var(--r-ink-2); }
    .notice { margin-bottom: var(--r-4); }
    .chip { white-space: normal; }
    ramah-dialog p + ramah-link-box { display: block; margin-top: var(--r-4); }
  `]

  constructor() {
    super()
    this.mayChange = null
    this.shown = null
    this.secret = null
    this.asking = null
    this.reading = null
    this.problem = null
    this.busy = false
    this.all = new Load(this, (signal) => get('/api/webhooks', { signal }))
  }

  connectedCallback() {
    super.connectedCallback()
    me().then((person) => {
      this.mayChange = person.role === 'admin'
      if (this.mayChange) this.all.run()
    }, () => {})
  }

  render() {
    if (this.mayChange === null) return nothing
    if (!this.mayChange) return html`<p class="hint">${t('Administrators decide which programs hear of what happens here.')}</p>`
    return html`
      <div class="spread">
        <p>${t('Programs of yours that are told when something happens in a conversation. Each call is signed, tried again for three days, and in order within a conversation.')}</p>
        <button class="button primary" type="button" @click=${() => (this.shown = newWebhook)}>${t('Add a webhook')}</button>
      </div>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <div aria-busy=${this.all.busy}>${this.all.show(({ webhooks }) => this.#list(webhooks), { lines: 3 })}</div>
      <ramah-webhook-form .webhook=${this.shown} .kinds=${this.all.value?.kinds ?? []} .privateKinds=${this.all.value?.privateKinds ?? []}
        @dismiss=${() => (this.shown = null)} @saved=${this.#saved}></ramah-webhook-form>
      <ramah-deliveries .webhook=${this.reading} @dismiss=${this.#closeDeliveries}></ramah-deliveries>
      ${this.#confirm()}
      <ramah-dialog heading=${t('The secret of this webhook')} ?open=${this.secret !== null} @dismiss=${() => (this.secret = null)}>
        <p>${t('Your program checks our signature with it. It is not shown again; a lost one is replaced by a new one.')}</p>
        <ramah-link-box .link=${this.secret ?? ''}></ramah-link-box>
        <button slot="foot" class="button" type="button" @click=${() => (this.secret = null)}>${t('Close')}</button>
      </ramah-dialog>`
  }

  #list(webhooks) {
    if (!webhooks.length) return html`<div class="card">${empty(t('No webhooks yet.'), t('Add the address of a program that wants to hear of conversations.'))}</div>`
    return html`
      <div class="card"><table class="folds">
        <caption class="unseen">${t('Webhooks')}</caption>
        <thead><tr><th scope="col">${t('Address')}</th><th scope="col">${t('Status')}</th>
          <th scope="col" class="number">${t('On the way')}</th><th scope="col"><span class="unseen">${t('Change')}</span></th></tr></thead>
        <tbody>${webhooks.map((each) => this.#row(each))}</tbody></table></div>`
  }

  #row(webhook) {
    const of = html`<span class="unseen"> ${webhook.address}</span>`
    const kinds = webhook.kinds.length ? webhook.kinds.map(kindName).join(', ') : t('Everything')
    return html`
      <tr>
        <th scope="row">${webhook.address}<span class="hint">${kinds}${webhook.notes ? html` · ${t('with what only colleagues see')}` : nothing}</span></th>
        <td data-label=${t('Status')}><span>${chip(webhook)}</span></td>
        <td class="number" data-label=${t('On the way')}>${webhook.waiting}</td>
        <td class="acts"><div class="row">
          <button class="button quiet" type="button" @click=${() => (this.reading = webhook)}>${t('Deliveries')}${of}</button>
          <button class="button quiet" type="button" @click=${() => (this.shown = webhook)}>${t('Change')}${of}</button>
          <button class="button quiet" type="button" @click=${() => this.#ask('secret', webhook)}>${t('New secret')}${of}</button>
          <button class="button quiet" type="button" @click=${() => this.#ask('remove', webhook)}>${t('Remove')}${of}</button>
        </div></td>
      </tr>`
  }

  #ask(act, webhook) {
    this.problem = null
    this.asking = { act, webhook }
  }

  #confirm() {
    const { act, webhook } = this.asking ?? {}
    const removes = act === 'remove'
    return html`
      <ramah-dialog heading=${removes ? t('Remove this webhook?') : t('A new secret?')} ?open=${this.asking !== null} @dismiss=${() => (this.asking = null)}>
        <p>${removes
          ? tn(webhook.waiting, 'What was sent to it is forgotten, and {n} entry that is on its way does not arrive.', 'What was sent to it is forgotten, and {n} entries that are on their way do not arrive.')
          : t('From now on calls are signed with the new one. Your program refuses them until it knows it; they are tried again.')}</p>
        <button slot="foot" class="button" type="button" @click=${() => (this.asking = null)}>${t('Cancel')}</button>
        <button slot="foot" class="button ${removes ? 'danger' : 'primary'}" type="button" ?disabled=${this.busy} @click=${this.#act}>${removes ? t('Remove') : t('Make a secret')}</button>
      </ramah-dialog>`
  }

  #act = async () => {
    const { act, webhook } = this.asking
    const path = `/api/webhooks/${encodeURIComponent(webhook.id)}`
    this.busy = true
    try {
      if (act === 'remove') {
        await del(path)
        announce(t('The webhook is removed.'))
      } else this.secret = (await post(`${path}/secret`)).secret
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
    this.asking = null
    this.all.run()
  }

  #saved = (event) => {
    this.shown = null
    this.secret = event.detail.secret ?? null
    announce(t('The webhook is saved.'))
    this.all.run()
  }

  #closeDeliveries = () => {
    this.reading = null
    this.all.run()
  }
}

function chip(webhook) {
  if (webhook.stoppedWhy === 'GONE') return html`<span class="chip bad">${t('off: it wants nothing any more')}</span>`
  if (webhook.stoppedWhy) return html`<span class="chip bad">${t('off: nothing arrived for days')}</span>`
  if (!webhook.active) return html`<span class="chip">${t('off')}</span>`
  if (webhook.failingSince) return html`<span class="chip warn">${t('nothing arrives')}</span> <span class="hint"><ramah-time at=${webhook.failingSince} mode="ago"></ramah-time></span>`
  return html`<span class="chip good">${t('on')}</span>`
}

customElements.define('ramah-webhooks', Webhooks)
