import { LitElement, css, html, nothing } from 'lit'
import { get, post, put } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { clientId } from '../../shared/client-id.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import './log.js'
import { chips, customerName, names, standing } from './words.js'

/** What was typed and not sent, by follow-up; with its id, so that sending it twice is one answer. */
const drafts = new Map()

const steps = {
  given: ({ to }) => t('Given to {to}', { to: to?.name }),
  handed: ({ by, to }) => t('{by} handed it to {to}', { by: by?.name, to: to?.name }),
  escalated: ({ to }) => t('Late, and handed to {to}', { to: to?.name }),
  answered: ({ by }) => t('{by} answered', { by: by?.name }),
  closed: ({ by }) => t('{by} closed it without an answer', { by: by?.name }),
  again: () => t('The customer rated again'),
}

/** `<ramah-follow-up key="…">`: one unhappy customer on one sheet, with all that was said, to be answered. */
class FollowUpSheet extends LitElement {
  static properties = {
    key: {},
    self: { attribute: false },
    problem: { state: true },
    busy: { state: true },
    closing: { state: true },
  }

  static styles = [base, sheet, css`
    .card { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); padding: var(--r-5); }
    blockquote { margin: 0; padding-inline-start: var(--r-3); border-inline-start: 3px solid var(--r-accent); font-size: var(--r-text-l); line-height: 1.45; overflow-wrap: anywhere; }
    dl { display: grid; grid-template-columns: minmax(96px, auto) minmax(0, 1fr); gap: var(--r-2) var(--r-4); align-items: center; }
    dt { color: var(--r-ink-2); }
    dd select { width: auto; max-width: 100%; }
    textarea { min-height: 112px; resize: vertical; }
    form { display: grid; gap: var(--r-3); }
    details li { padding: var(--r-1) 0; font-size: var(--r-text-s); }
    summary { cursor: pointer; font-weight: 600; font-size: var(--r-text-s); }
    @media (max-width: 560px) { .card { padding: var(--r-4); } dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: var(--r-2); } }
  `]

  constructor() {
    super()
    this.problem = null
    this.busy = false
    this.closing = false
    this.read = new Load(this, (key, signal) => get(`/api/follow-ups/${encodeURIComponent(key)}`, { signal }))
  }

  willUpdate(changed) {
    if (!changed.has('key')) return
    this.read.clear()
    this.problem = null
    this.closing = false
    this.read.run(this.key)
  }

  render() {
    return html`<div class="card" aria-busy=${this.read.busy}>${this.read.show((found) => this.#sheet(found), { lines: 8 })}</div>`
  }

  #sheet({ followUp, language, entries, steps: history, mayOwn }) {
    return html`
      <div class="spread"><h2>${customerName(followUp)}</h2><span class="row">${chips(followUp)}</span></div>
      ${followUp.comment ? html`<blockquote dir="auto">${followUp.comment}</blockquote>` : nothing}
      <dl>
        <dt>${t('State')}</dt><dd>${standing(followUp)}</dd>
        <dt>${t('Owner')}</dt><dd>${this.#owner(followUp, mayOwn)}</dd>
        <dt>${t('Took part')}</dt><dd>${followUp.crew.length ? names(followUp.crew) : t('bot alone')}</dd>
        ${followUp.wonBack ? html`<dt>${t('Won back')}</dt><dd>${t('a {n} of 5', { n: followUp.wonBack.csat })}, <ramah-time at=${followUp.wonBack.at}></ramah-time>${followUp.wonBack.conversation === followUp.conversation ? nothing : html`, <a href="/desk#${followUp.wonBack.conversation}">${t('in a later conversation')}</a>`}</dd>` : nothing}
        ${followUp.reason ? html`<dt>${t('Reason')}</dt><dd>${followUp.reason}</dd>` : nothing}
      </dl>
      <ramah-told .entries=${entries} language=${language}></ramah-told>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      ${followUp.state === 'open' ? this.#answer(followUp) : nothing}
      <details><summary>${t('What was done')}</summary><ol>${history.map((step) => html`
        <li>${steps[step.what]?.(step) ?? step.what} · <ramah-time at=${step.at}></ramah-time></li>`)}</ol></details>
      <p class="hint"><a href="/desk#${followUp.conversation}">${t('Open on the desk')}</a></p>`
  }

  #owner(followUp, mayOwn) {
    if (followUp.state !== 'open') return followUp.owner?.name ?? '–'
    const known = mayOwn.some((each) => each.id === followUp.owner?.id)
    return html`<select aria-label=${t('Owner')} ?disabled=${this.busy} @change=${this.#hand}>
      ${known ? nothing : html`<option value="" selected>${followUp.owner?.name ?? t('nobody')}</option>`}
      ${mayOwn.map((each) => html`<option value=${each.id} ?selected=${each.id === followUp.owner?.id}>${each.name}${each.id === this.self?.id ? ` (${t('you')})` : ''}</option>`)}
    </select>`
  }

  #answer(followUp) {
    if (!followUp.mayAnswer) return html`<div class="notice"><p>${t('You took part in this conversation, so somebody else answers for it.')}</p></div>`
    if (this.closing) return html`
      <form @submit=${this.#close}>
        <label class="field">${t('Why does nobody answer?')}<input class="input" name="reason" required maxlength="500" autocomplete="off"></label>
        <div class="row"><button class="button danger" type="submit" ?disabled=${this.busy}>${t('Close without an answer')}</button>
          <button class="button quiet" type="button" @click=${() => (this.closing = false)}>${t('Cancel')}</button></div>
      </form>`
    return html`
      <form @submit=${this.#send}>
        <label class="field">${t('Your answer to {name}', { name: customerName(followUp) })}
          <textarea name="text" required maxlength="4000" .value=${drafts.get(this.key)?.text ?? ''} @input=${this.#typed}></textarea></label>
        <p class="hint">${t('They get it in the chat on their next visit, and by mail if they left an address and mail is set up. They can rate again; the first rating stays.')}</p>
        <div class="row"><button class="button primary" type="submit" ?disabled=${this.busy}>${t('Send')}</button>
          <button class="button quiet" type="button" @click=${() => (this.closing = true)}>${t('Close without an answer …')}</button></div>
      </form>`
  }

  #typed = ({ target }) => {
    // Other words are another answer.
    drafts.set(this.key, { text: target.value, clientId: clientId() })
  }

  #send = (event) => {
    event.preventDefault()
    const key = this.key
    this.#act(() => post(`/api/follow-ups/${encodeURIComponent(key)}/answer`, drafts.get(key)), t('The answer is sent.'), () => drafts.delete(key))
  }

  #close = (event) => {
    event.preventDefault()
    const { reason } = Object.fromEntries(new FormData(event.target))
    this.#act(() => post(`/api/follow-ups/${encodeURIComponent(this.key)}/close`, { reason }), t('It is closed.'))
  }

  /** The list is closed while it is handed on, and has the focus again that it lost by that. */
  #hand = async ({ target }) => {
    const agent = target.value
    await this.#act(() => put(`/api/follow-ups/${encodeURIComponent(this.key)}/owner`, { agent }), t('It is handed on.'))
    await this.updateComplete
    if (!this.renderRoot.activeElement) this.renderRoot.querySelector('dl select')?.focus()
  }

  async #act(call, told, done) {
    this.busy = true
    this.problem = null
    try {
      await call()
      done?.()
      this.closing = false
      announce(told)
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
    // Whoever was faster has changed it: what is shown is what is.
    await this.read.again()
    this.dispatchEvent(new Event('changed'))
  }
}

customElements.define('ramah-follow-up', FollowUpSheet)
