import { LitElement, css, html, nothing } from 'lit'
import { del, get, post, put } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { languageName, percent } from '../../shared/format.js'
import { icons } from '../../shared/icons.js'
import { announce } from '../../shared/page.js'
import { t, tn } from '../../shared/words.js'
import { fromDraft, toDraft } from '../articles/draft.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'

/**
 * `<ramah-draft .draft>`: an article that waits. Whoever approves it reads it, sees which articles may say the same
 * already, and is warned when questions that pass on the test bench would not pass with it.
 */
class Draft extends LitElement {
  static properties = { draft: { attribute: false }, form: { state: true }, busy: { state: true }, problem: { state: true }, breaks: { state: true } }

  static styles = [base, sheet, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); }
    .back { justify-self: start; margin-inline-start: calc(-1 * var(--r-3)); }
    .two { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: var(--r-6); align-items: start; }
    .two > * { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); min-width: 0; }
    textarea[name='body'] { min-height: 260px; }
    .similar li { display: grid; gap: var(--r-2); justify-items: start; padding: var(--r-3) 0; border-bottom: 1px solid var(--r-line); overflow-wrap: anywhere; }
    .similar li:last-child { border-bottom: 0; }
    .button { white-space: normal; }
    li { overflow-wrap: anywhere; }
    @media (max-width: 900px) { .two { grid-template-columns: minmax(0, 1fr); } }
  `]

  constructor() {
    super()
    this.busy = false
    this.problem = null
    this.breaks = null
    this.form = null
    this.waiting = new Load(this, (draft, signal) => get(`/api/drafts/${draft}`, { signal }))
  }

  async willUpdate(changed) {
    if (!changed.has('draft')) return
    await this.waiting.run(this.draft)
    if (this.waiting.value) this.form = toDraft(this.waiting.value.text)
  }

  render() {
    return html`
      <button class="button quiet back" type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>${icons.back}${t('All gaps')}</button>
      ${this.waiting.show((waiting) => (this.form ? this.#shown(waiting) : nothing), { lines: 8 })}`
  }

  #shown({ text, similar }) {
    return html`
      <div class="two">
        <form class="card" @submit=${this.#publish} @input=${this.#typed}>
          <div class="spread"><h2>${t('Draft')}</h2><span class="chip">${languageName(text.language)}</span></div>
          <label class="field">${t('Title, as a customer would ask')}<input class="input" name="title" required maxlength="300" .value=${this.form.title}></label>
          <label class="field">${t('Answer, in Markdown')}<textarea name="body" required maxlength="100000" .value=${this.form.body}></textarea></label>
          <label class="field">${t('What customers asked, one a line')}<textarea name="questions" rows="6" .value=${this.form.questions}></textarea></label>
          <label class="field">${t('Tags, with commas')}<input class="input" name="tags" .value=${this.form.tags}></label>
          ${this.problem ? html`<p class="error" role="alert">${this.problem.message}</p>` : nothing}
          ${this.breaks ? this.#warning() : nothing}
          <div class="row">
            <button class="button primary" ?disabled=${this.busy}>${this.breaks ? t('Publish all the same') : t('Publish')}</button>
            <button class="button" type="button" ?disabled=${this.busy} @click=${this.#keep}>${t('Keep for later')}</button>
            <button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#discard}>${t('Discard')}</button></div>
        </form>
        <section>
          <h3>${t('Does an article say this already?')}</h3>
          ${similar.length ? html`<ul class="similar card">${similar.map((each) => html`
            <li><a href="#${encodeURIComponent(each.article)}/${text.language}">${each.title}</a>
              <span class="hint">${t('{share} sure that it answers the title', { share: percent(each.confidence) })}</span>
              <button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#join(each)}>${t('Add the questions to it')}</button></li>`)}</ul>`
            : html`<p class="hint">${t('No. Nothing similar was found.')}</p>`}
        </section>
      </div>`
  }

  #warning() {
    return html`
      <div class="notice warn" role="alert"><div>
        <p>${tn(this.breaks.length, 'With it {n} question of the test bench no longer passes:', 'With it {n} questions of the test bench no longer pass:')}</p>
        <ul>${this.breaks.map((each) => html`<li>“${each.text}”: ${each.got ?? t('a person')}</li>`)}</ul></div></div>`
  }

  #typed = (event) => {
    this.form = { ...this.form, [event.target.name]: event.target.value }
    this.breaks = null
  }

  #save() {
    return put(`/api/drafts/${this.draft}`, fromDraft(this.form))
  }

  async #does(work) {
    this.busy = true
    this.problem = null
    try {
      await work()
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }

  #publish = (event) => {
    event.preventDefault()
    return this.#does(async () => {
      await this.#save()
      if (!this.breaks) {
        const { breaks } = await post(`/api/bench/check/${this.draft}`)
        if (breaks.length) {
          this.breaks = breaks
          return
        }
      }
      await post(`/api/drafts/${this.draft}/publish`)
      this.#done()
    })
  }

  #join = (similar) =>
    this.#does(async () => {
      await this.#save()
      await post(`/api/drafts/${this.draft}/join/${encodeURIComponent(similar.article)}`)
      this.#done()
    })

  #keep = () =>
    this.#does(async () => {
      await this.#save()
      this.dispatchEvent(new Event('closed'))
    })

  #discard = () =>
    this.#does(async () => {
      await del(`/api/drafts/${this.draft}`)
      this.dispatchEvent(new Event('closed'))
    })

  #done() {
    announce(t('Published. The bot knows it in the next question.'))
    this.dispatchEvent(new Event('published'))
  }
}

customElements.define('ramah-draft', Draft)
