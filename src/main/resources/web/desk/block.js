/** `<ramah-block>`: keeps a visitor from writing for a while, with a reason that they read. */
import { html, nothing } from 'lit'
import { del, get, post } from '../shared/api.js'
import { base, broken, loading } from '../shared/base.js'
import { t } from '../shared/words.js'
import { Dialog, look } from './dialogs.js'
import './harsh-words-id.js'
import { line } from './line.js'

/** Hours, and what they are called. */
const lengths = [[1, 'One hour'], [24, 'A day'], [168, 'A week'], [720, 'A month']]

/** Lets the visitor of the open conversation write again, before the time. */
export async function unblock(conversation) {
  try {
    await del(`/api/conversations/${encodeURIComponent(conversation)}/block`)
    line.dispatchEvent(new CustomEvent('notice', { detail: { text: t('They can write again.'), tone: 'good' } }))
  } catch (problem) {
    line.dispatchEvent(new CustomEvent('notice', { detail: { text: problem.message, tone: 'bad' } }))
  }
}

class RamahBlock extends Dialog {
  static properties = { most: { state: true }, problem: { state: true }, missing: { state: true } }
  static styles = [base, look]

  #conversation = null

  constructor() {
    super()
    this.most = null
    this.problem = null
    this.missing = false
  }

  async show() {
    this.#conversation = line.current
    this.most = null
    this.missing = false
    this.dialog.showModal()
    await this.#load()
    await this.updateComplete
    this.renderRoot.querySelector('textarea')?.focus()
  }

  #load = async () => {
    this.problem = null
    try {
      this.most = (await get(this.#path)).mostHours
    } catch (problem) {
      this.problem = problem
    }
  }

  get #path() {
    return `/api/conversations/${encodeURIComponent(this.#conversation)}/block`
  }

  render() {
    return html`<dialog aria-labelledby="title" @click=${this.backdrop}>
      <form novalidate @submit=${this.#submit}>
        <h2 id="title">${t('Block this visitor')}</h2>
        ${this.most ? this.#fields() : this.problem ? broken(this.problem, this.#load) : loading(3)}
        ${this.problem && this.most ? html`<p class="error" role="alert">${this.problem.message}</p>` : nothing}
        <div class="ends"><button class="button" type="button" @click=${this.close}>${t('Cancel')}</button>
          <button class="button danger" ?disabled=${!this.most}>${t('Block')}</button></div>
      </form></dialog>`
  }

  #fields() {
    return html`
      <p>${t('The conversation ends, and they cannot write until then. It ends by itself.')}</p>
      <div class="field"><label for="reason">${t('Reason')}</label>
        <textarea id="reason" name="reason" rows="3" maxlength="500" required aria-invalid=${this.missing ? 'true' : nothing} aria-describedby="reason-hint reason-error"></textarea>
        <span class="hint" id="reason-hint">${t('The visitor reads it, with the end of the block and how to object.')}</span>
        <span class="error" id="reason-error">${this.missing ? t('Say why, in a few words.') : ''}</span></div>
      <div class="field"><label for="hours">${t('For how long')}</label>
        <select id="hours" name="hours">${lengths.filter(([hours]) => hours <= this.most).map(([hours, name]) => html`<option value=${hours}>${t(name)}</option>`)}</select></div>`
  }

  #submit = async event => {
    event.preventDefault()
    const form = event.target
    const reason = form.reason.value.trim()
    this.missing = !reason
    if (!reason) return form.reason.focus()
    this.problem = null
    try {
      await post(this.#path, { reason, hours: Number(form.hours.value) })
      this.close()
    } catch (problem) {
      this.problem = problem
    }
  }
}

customElements.define('ramah-block', RamahBlock)
