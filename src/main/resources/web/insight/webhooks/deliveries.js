import { LitElement, css, html, nothing } from 'lit'
import { get, post, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { number } from '../../shared/format.js'
import { announce } from '../../shared/page.js'
import { t, tn } from '../../shared/words.js'
import '../../shared/time.js'
import '../common/dialog.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import { kindName } from './kinds.js'

const states = { '': 'All', waiting: 'On the way', arrived: 'Arrived', failed: 'Given up' }

/** `<ramah-deliveries>`: what was sent to a webhook, with what became of it, and the way to send it again. */
class Deliveries extends LitElement {
  static properties = { webhook: { attribute: false }, state: { state: true }, open: { state: true }, problem: { state: true }, busy: { state: true } }

  static styles = [base, sheet, css`
    .spread { margin-bottom: var(--r-3); }
    .list > li { border-bottom: 1px solid var(--r-line); }
    .line { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--r-3); width: 100%; padding: var(--r-2) 0; border: 0; background: none; text-align: start; }
    .line:hover { background: var(--r-sunken); }
    .line .hint { overflow-wrap: anywhere; }
    .right { text-align: end; }
    pre { margin: 0; padding: var(--r-3); max-height: 260px; overflow: auto; border-radius: var(--r-radius-s); background: var(--r-sunken); font: var(--r-text-s)/1.5 var(--r-mono); white-space: pre-wrap; overflow-wrap: anywhere; }
    .whole { display: grid; gap: var(--r-2); padding-bottom: var(--r-4); }
  `]

  constructor() {
    super()
    this.webhook = null
    this.state = ''
    this.open = null
    this.problem = null
    this.busy = false
    this.page = new Load(this, (id, state, signal) => get(withQuery(`/api/webhooks/${encodeURIComponent(id)}/deliveries`, { state }), { signal }))
  }

  willUpdate(changed) {
    if (!changed.has('webhook')) return
    this.page.clear()
    this.open = null
    this.state = ''
    if (this.webhook) this.page.run(this.webhook.id, '')
  }

  render() {
    return html`
      <ramah-dialog wide heading=${t('Deliveries')} ?open=${this.webhook !== null} @dismiss=${() => this.dispatchEvent(new Event('dismiss'))}>
        <div class="spread">
          <div class="segments" role="group" aria-label=${t('Status')}>${Object.entries(states).map(([state, name]) => html`
            <button type="button" aria-pressed=${this.state === state} @click=${() => this.#choose(state)}>${t(name)}</button>`)}</div>
          <button class="button quiet" type="button" @click=${() => this.page.again()}>${t('Look again')}</button>
        </div>
        ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
        <div aria-busy=${this.page.busy}>${this.page.show((page) => this.#list(page), { lines: 6 })}</div>
      </ramah-dialog>`
  }

  #choose(state) {
    this.state = state
    this.open = null
    this.page.run(this.webhook.id, state)
  }

  #list({ items, more }) {
    if (!items.length) return empty(t('Nothing here.'))
    return html`
      <ul class="list">${items.map((each) => html`<li>
        <button class="line" type="button" aria-expanded=${this.open?.id === each.id} @click=${() => this.#look(each)}>
          <strong>${kindName(each.kind)}</strong><span class="right">${chip(each)}</span>
          <span class="hint">${each.event}</span><span class="hint right"><ramah-time at=${each.at} mode="ago"></ramah-time></span>
        </button>
        ${this.open?.id === each.id ? this.#whole(this.open) : nothing}</li>`)}</ul>
      ${more ? html`<button class="button quiet" type="button" @click=${this.#more}>${t('Older ones')}</button>` : nothing}`
  }

  #whole(delivery) {
    return html`
      <div class="whole">
        <p class="hint">${tn(delivery.tries, '{n} try', '{n} tries')}${delivery.millis === undefined ? nothing : html` · ${t('took {n} ms', { n: number(delivery.millis) })}`}
          ${delivery.state === 'waiting' ? html` · ${t('next one')} <ramah-time at=${delivery.dueAt} mode="until"></ramah-time>` : nothing}</p>
        ${delivery.problem ? html`<p class="error">${delivery.problem}</p>` : nothing}
        <h3>${t('Sent')}</h3>
        ${delivery.body ? html`<pre tabindex="0">${pretty(delivery.body)}</pre>` : html`<p class="hint">${delivery.tries ? t('Its words were erased.') : t('It was not sent yet.')}</p>`}
        ${delivery.response ? html`<h3>${t('Answered')}</h3><pre tabindex="0">${delivery.response}</pre>` : nothing}
        <div class="row"><button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#again(delivery)}>${delivery.state === 'waiting' ? t('Try now') : t('Send again')}</button>
          ${delivery.kind === 'digest' ? nothing : html`<a class="button quiet" href="/desk#${delivery.conversation}">${t('The conversation')}</a>`}</div>
      </div>`
  }

  #more = async () => {
    const { items } = this.page.value
    try {
      const next = await get(withQuery(`/api/webhooks/${encodeURIComponent(this.webhook.id)}/deliveries`, { state: this.state, before: items.at(-1).id }))
      this.page.value = { items: [...items, ...next.items], more: next.more }
      this.requestUpdate()
    } catch (problem) {
      this.problem = problem
    }
  }

  async #look(item) {
    this.problem = null
    if (this.open?.id === item.id) {
      this.open = null
      return
    }
    await this.#show(() => get(`/api/webhooks/deliveries/${encodeURIComponent(item.id)}`))
  }

  async #again(delivery) {
    await this.#show(() => post(`/api/webhooks/deliveries/${encodeURIComponent(delivery.id)}/again`))
    if (!this.problem) announce(t('It is on its way.'))
    this.page.again()
  }

  async #show(asked) {
    this.busy = true
    this.problem = null
    try {
      this.open = await asked()
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

function chip(delivery) {
  const code = delivery.status === undefined ? nothing : html` · ${delivery.status}`
  if (delivery.state === 'arrived') return html`<span class="chip good">${t('arrived')}${code}</span>`
  if (delivery.state === 'failed') return html`<span class="chip bad">${t('given up')}${code}</span>`
  return html`<span class="chip ${delivery.problem ? 'warn' : 'info'}">${delivery.problem ? t('tried again') : t('on the way')}${code}</span>`
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

customElements.define('ramah-deliveries', Deliveries)
