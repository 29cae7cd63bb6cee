/**
 * `<ramah-merge-talks>`: two conversations of this customer that are about the same become one. The open one ends and
 * goes on in the chosen one, and the customer with it.
 */
import { css, html, nothing } from 'lit'
import { post } from '../shared/api.js'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { Dialog, look } from './dialogs.js'
import { line } from './line.js'
import './words-id-merge.js'

class RamahMergeTalks extends Dialog {
  static properties = { talks: { state: true }, chosen: { state: true }, problem: { state: true }, busy: { state: true } }
  static styles = [base, look, css`
    fieldset { display: grid; gap: var(--r-2); margin: 0; padding: 0; border: 0; }
    legend { padding: 0 0 var(--r-2); font-size: var(--r-text-s); font-weight: 600; }
    .talk { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; align-items: center; gap: 2px var(--r-3); min-height: 44px; padding: var(--r-2) var(--r-3);
      border: 1px solid var(--r-line-strong); border-radius: var(--r-radius-s); font-weight: 400; cursor: pointer; }
    .talk:hover { background: var(--r-sunken); }
    .talk:has(:checked) { background: var(--r-accent-soft); border-color: var(--r-accent); }
    .talk span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .what { font-size: var(--r-text-s); }
  `]

  #conversation = null

  constructor() {
    super()
    this.talks = []
    this.chosen = null
    this.problem = null
    this.busy = false
  }

  async show() {
    const thread = line.thread()
    this.#conversation = thread.conversation
    this.talks = (thread.customer?.conversations ?? []).filter(talk => talk.status !== 'merged' && talk.conversation !== thread.conversation)
    // Most of the time it is about what is open already.
    this.chosen = (this.talks.find(talk => talk.status === 'open') ?? this.talks[0])?.conversation
    this.problem = null
    await this.updateComplete
    this.dialog.showModal()
    this.renderRoot.querySelector('input:checked')?.focus()
  }

  render() {
    return html`<dialog aria-labelledby="title" @click=${this.backdrop}><form @submit=${this.#merge}>
      <h2 id="title">${t('About the same?')}<button class="button quiet icon-only" type="button" aria-label=${t('Close')} @click=${this.close}>${icons.close}</button></h2>
      <fieldset><legend>${t('This conversation goes on in')}</legend>
        ${this.talks.map(talk => html`<label class="talk"><input type="radio" name="into" .value=${talk.conversation} .checked=${talk.conversation === this.chosen} @change=${() => (this.chosen = talk.conversation)}>
          <span>${talk.preview || t('No words')}</span><span class="hint"><ramah-time mode="day" at=${talk.at}></ramah-time> · ${talk.status === 'open' ? t('open') : t('Resolved')}</span></label>`)}</fieldset>
      <p class="what">${t('This one ends here, without asking how it went. The customer goes on in the other one, on every device from which they write here, and reads both there. Whoever is closer to them stays: you, the queue, then the bot.')}</p>
      <p class="hint">${t('This cannot be taken back. It stays on record that you did it.')}</p>
      <div role="alert">${this.problem ? html`<p class="error">${this.problem.detail || this.problem.title}</p>` : nothing}</div>
      <div class="ends"><button class="button" type="button" @click=${this.close}>${t('Cancel')}</button>
        <button class="button primary" ?disabled=${this.busy || !this.chosen}>${icons.merge}${t('Merge')}</button></div>
    </form></dialog>`
  }

  /** The desk hears of it as everybody else does, and follows. */
  #merge = async event => {
    event.preventDefault()
    this.busy = true
    this.problem = null
    try {
      await post(`/api/conversations/${encodeURIComponent(this.#conversation)}/merge`, { into: this.chosen })
      this.close()
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-merge-talks', RamahMergeTalks)
