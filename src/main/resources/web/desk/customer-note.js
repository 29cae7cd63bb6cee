/**
 * `<ramah-customer-note>`: what colleagues should know of this customer the next time. Each version stays; who saves
 * over a version they have not seen is shown that one first, and keeps their own words.
 */
import { LitElement, css, html, nothing } from 'lit'
import { get, put } from '../shared/api.js'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'

const LONGEST = 4000

class RamahCustomerNote extends LitElement {
  static properties = { draft: { state: true }, problem: { state: true }, versions: { state: true }, busy: { state: true } }
  static styles = [base, css`
    :host { display: block; font-size: var(--r-text-s); }
    h2 { display: flex; align-items: center; justify-content: space-between; min-height: 28px; color: var(--r-ink-2); font-size: var(--r-text-s); }
    h2 .button { min-height: 28px; }
    .note { padding: var(--r-2) var(--r-3); border: 1px solid var(--r-line); border-inline-start: 3px solid var(--r-warn);
      border-radius: var(--r-radius-s); background: var(--r-warn-soft); overflow-wrap: anywhere; white-space: pre-wrap; }
    form { display: grid; gap: var(--r-2); }
    textarea { min-height: 76px; }
    .ends { display: flex; justify-content: flex-end; gap: var(--r-2); }
    details { padding-top: var(--r-1); }
    summary { color: var(--r-ink-2); cursor: pointer; }
    li { padding: var(--r-1) 0; overflow-wrap: anywhere; white-space: pre-wrap; }
    li + li { border-top: 1px solid var(--r-line); }
  `]

  #of = null

  constructor() {
    super()
    /** What is being written, or null. */
    this.draft = null
    this.problem = null
    this.versions = null
    this.busy = false
    new FollowsLine(this)
  }

  willUpdate() {
    if (this.#of === line.current) return
    this.#of = line.current
    this.draft = this.problem = this.versions = null
  }

  render() {
    const thread = line.thread()
    if (!thread?.loaded) return nothing
    const note = thread.customer?.note
    return html`<section aria-labelledby="note"><h2 id="note">${t('Note that stays')}
        ${this.draft === null ? html`<button class="button quiet" type="button" @click=${() => this.#write(note?.text ?? '')}>${icons.note}${note?.text ? t('Change') : t('Add')}</button>` : nothing}</h2>
      ${this.draft === null ? this.#shown(note) : this.#form(note)}
      ${note && note.version > 1 ? this.#earlier() : nothing}</section>`
  }

  #shown(note) {
    if (!note?.text) return html`<p class="hint">${t('What a colleague should know the next time. Only staff see it.')}</p>`
    return html`<p class="note">${note.text}</p><p class="hint">${note.by.name} · <ramah-time at=${note.at}></ramah-time></p>`
  }

  #form(note) {
    return html`<form @submit=${this.#save}>
      ${this.problem ? html`<p class="error" role="alert">${this.problem.detail || this.problem.title}</p>` : nothing}
      ${this.problem && note?.text ? html`<p class="note">${note.text}</p>` : nothing}
      <textarea aria-labelledby="note" maxlength=${LONGEST} .value=${this.draft} @input=${event => (this.draft = event.target.value)} @keydown=${this.#keys}></textarea>
      <div class="ends"><button class="button" type="button" @click=${this.#drop}>${t('Cancel')}</button>
        <button class="button primary" ?disabled=${this.busy}>${icons.check}${t('Save')}</button></div></form>`
  }

  #earlier() {
    return html`<details @toggle=${event => event.target.open && this.#load()}><summary>${t('Earlier versions')}</summary>
      ${this.versions ? html`<ul>${this.versions.slice(1).map(each => html`<li><span class="hint">${each.by.name} · <ramah-time at=${each.at}></ramah-time>
</span>${each.text || t('Taken away')}</li>`)}</ul>` : nothing}</details>`
  }

  async #write(text) {
    this.draft = text
    await this.updateComplete
    this.renderRoot.querySelector('textarea').focus()
  }

  #drop = () => {
    this.draft = this.problem = null
  }

  #keys = event => {
    if (event.key === 'Escape') this.#drop()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#save(event)
  }

  #save = async event => {
    event.preventDefault()
    const thread = line.thread()
    const path = `/api/conversations/${encodeURIComponent(thread.conversation)}/customer/note`
    this.busy = true
    try {
      thread.customer.note = await put(path, { version: thread.customer.note?.version ?? 0, text: this.draft })
      this.versions = null
      this.#drop()
    } catch (problem) {
      this.problem = problem
      if (problem.status === 409) thread.customer.note = (await get(path)).versions[0]
    } finally {
      this.busy = false
      this.requestUpdate()
    }
  }

  async #load() {
    this.versions = (await get(`/api/conversations/${encodeURIComponent(line.current)}/customer/note`)).versions
  }
}

customElements.define('ramah-customer-note', RamahCustomerNote)
