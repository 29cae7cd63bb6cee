import { LitElement, html, nothing } from 'lit'
import { del, get, post, put, withQuery } from '../../shared/api.js'
import { base, empty, loading, broken } from '../../shared/base.js'
import { languageName } from '../../shared/format.js'
import { icons } from '../../shared/icons.js'
import { announce } from '../../shared/page.js'
import { languages, t, tn } from '../../shared/words.js'
import '../common/dialog.js'
import { sheet } from '../common/sheet.js'
import { conflictStyle, theirChanges } from './conflict.js'
import { blank, fromDraft, same, toDraft } from './draft.js'
import { editorStyle } from './editor-style.js'
import './preview.js'

const at = (article, language) => withQuery(`/api/articles/${encodeURIComponent(article)}`, { language })

/**
 * `<ramah-article-editor>`: one article, read or written. Saving sends the version it began from; when
 * somebody saved in between, their changes are shown and nothing is overwritten unasked.
 */
class ArticleEditor extends LitElement {
  static properties = {
    open: { attribute: false },
    mayWrite: { type: Boolean, attribute: 'may-write' },
    draft: { state: true },
    state: { state: true },
    problem: { state: true },
    theirs: { state: true },
    deleting: { state: true },
    breaks: { state: true },
    showing: { state: true },
  }

  static styles = [base, sheet, editorStyle, conflictStyle]

  constructor() {
    super()
    this.showing = 'write'
    this.forget()
  }

  /** Unsaved words are in the form. */
  get changed() {
    return this.draft !== null && this.opened !== null && !same(this.draft, this.opened)
  }

  get #isNew() {
    return this.open?.article === ''
  }

  forget() {
    this.draft = null
    this.opened = null
    this.version = undefined
    this.state = 'none'
    this.problem = null
    this.theirs = null
    this.deleting = false
    this.breaks = null
  }

  willUpdate(changed) {
    if (!changed.has('open')) return
    const before = changed.get('open')
    if (before?.article === this.open?.article && before?.language === this.open?.language && this.draft) return
    this.forget()
    if (!this.open) return
    this.language = this.open.language
    if (this.#isNew) this.#took(blank)
    else this.#read()
  }

  async #read() {
    const asked = this.open
    this.state = 'reading'
    this.problem = null
    try {
      const article = await get(at(asked.article, asked.language))
      if (asked === this.open) this.#took(toDraft(article), article.version)
    } catch (problem) {
      if (asked !== this.open) return
      this.problem = problem
      this.state = 'broken'
    }
  }

  #took(draft, version) {
    this.draft = draft
    this.opened = draft
    this.version = version
    this.state = 'ready'
  }

  render() {
    if (!this.open) return this.#nothingOpen()
    if (this.state === 'reading') return loading(7)
    if (this.state === 'broken') return broken(this.problem, () => this.#read())
    if (!this.draft) return nothing
    return this.mayWrite ? this.#form() : this.#paper()
  }

  #nothingOpen() {
    return html`<div class="card">${empty(t('Choose an article'), t('It opens here, with a preview of what customers see.'), icons.article)}</div>`
  }

  #paper() {
    return html`
      <article class="card">
        <h2 lang=${this.language}>${this.draft.title}</h2>
        <p class="hint">${languageName(this.language)} · ${this.draft.tags}</p>
        <ramah-article-preview .body=${this.draft.body} language=${this.language}></ramah-article-preview>
      </article>`
  }

  #form() {
    const { draft } = this
    const questions = fromDraft(draft).questions.length
    return html`
      <form class="card" @submit=${this.#save} novalidate>
        <label class="field">${t('Title, as a customer would ask')}
          <input class="input title" name="title" required maxlength="200" lang=${this.language} .value=${draft.title} @input=${this.#typed}></label>
        <div class="two">
          <label class="field">${t('Language')}
            ${this.#isNew ? html`<select name="language" @change=${(event) => (this.language = event.target.value)}>
              ${Object.keys(languages).map((code) => html`<option value=${code} ?selected=${code === this.language}>${languageName(code)}</option>`)}</select>`
            : html`<input class="input" .value=${languageName(this.language)} readonly>`}</label>
          <label class="field">${t('Tags, with commas between')}
            <input class="input" name="tags" .value=${draft.tags} @input=${this.#typed}></label>
        </div>
        <div class="segments narrow" role="group" aria-label=${t('Text')}>
          <button type="button" aria-pressed=${this.showing === 'write'} @click=${() => (this.showing = 'write')}>${t('Write')}</button>
          <button type="button" aria-pressed=${this.showing === 'see'} @click=${() => (this.showing = 'see')}>${t('Preview')}</button>
        </div>
        <div class="both ${this.showing}">
          <label class="field write">${t('Text, in Markdown')}
            <textarea name="body" rows="16" required lang=${this.language} .value=${draft.body} @input=${this.#typed}></textarea></label>
          <div class="see"><span class="label">${t('As customers see it')}</span>
            <div class="sheet"><ramah-article-preview .body=${draft.body} language=${this.language}></ramah-article-preview></div></div>
        </div>
        <label class="field">${t('Questions it answers, one a line')}
          <textarea name="questions" rows="5" lang=${this.language} .value=${draft.questions} @input=${this.#typed} aria-describedby="why"></textarea></label>
        <p class="hint" id="why">${tn(questions, '{n} question.', '{n} questions.')} ${t('Customers’ own wordings teach the bot most; five or more make it sure.')}</p>
        ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
        <div class="foot">
          <button class="button primary" ?disabled=${this.state === 'saving' || !this.changed}>${this.state === 'saving' ? t('Saving …') : t('Save')}</button>
          ${this.changed ? html`<button class="button quiet" type="button" @click=${() => (this.draft = this.opened)}>${t('Undo changes')}</button>
            <span class="hint">${t('Not saved yet')}</span>` : nothing}
          ${this.#isNew ? nothing : html`<button class="button danger end" type="button" @click=${() => (this.deleting = true)}>${t('Delete …')}</button>`}
        </div>
      </form>
      ${this.#dialogs()}`
  }

  #dialogs() {
    const { theirs } = this
    return html`
      <ramah-dialog heading=${t('Delete this article?')} ?open=${this.deleting} @dismiss=${() => (this.deleting = false)}>
        <p>${t('“{title}” goes at once, and the bot no longer answers from it. Conversations that cited it keep their words. Other languages of the article stay.', { title: this.opened.title })}</p>
        <button slot="foot" class="button" type="button" @click=${() => (this.deleting = false)}>${t('Keep it')}</button>
        <button slot="foot" class="button danger" type="button" @click=${this.#delete}>${t('Delete article')}</button>
      </ramah-dialog>
      <ramah-dialog heading=${t('Save all the same?')} ?open=${this.breaks !== null} @dismiss=${() => (this.breaks = null)}>
        ${this.breaks ? html`<p>${tn(this.breaks.length, 'With it {n} question of the test bench no longer passes:', 'With it {n} questions of the test bench no longer pass:')}</p>
          <ul>${this.breaks.map((each) => html`<li>“${each.text}”: ${each.got ?? t('a person')}</li>`)}</ul>` : nothing}
        <button slot="foot" class="button" type="button" @click=${() => (this.breaks = null)}>${t('Back to my text')}</button>
        <button slot="foot" class="button danger" type="button" @click=${this.#save}>${t('Save all the same')}</button>
      </ramah-dialog>
      <ramah-dialog wide heading=${t('Somebody saved this article meanwhile')} ?open=${theirs !== null} @dismiss=${() => (this.theirs = null)}>
        ${theirs ? html`<p class="hint">${t('Nothing of yours is saved or lost yet. What they changed since you opened it:')}</p>${theirChanges(this.opened, toDraft(theirs))}` : nothing}
        <button slot="foot" class="button" type="button" @click=${() => (this.theirs = null)}>${t('Back to my text')}</button>
        <button slot="foot" class="button" type="button" @click=${this.#takeTheirs}>${t('Drop mine, take theirs')}</button>
        <button slot="foot" class="button danger" type="button" @click=${this.#overTheirs}>${t('Save mine over it')}</button>
      </ramah-dialog>`
  }

  #typed = (event) => {
    this.draft = { ...this.draft, [event.target.name]: event.target.value }
    this.breaks = null
  }

  #save = async (event) => {
    event?.preventDefault()
    const sent = this.draft
    const article = fromDraft(sent)
    if (!article.title || !article.body.trim()) {
      this.problem = { message: t('An article needs a title and a text.') }
      return
    }
    this.state = 'saving'
    this.problem = null
    try {
      if (!this.breaks && (await this.#wouldBreak(article))) return
      this.breaks = null
      const saved = this.#isNew
        ? await post('/api/articles', { ...article, language: this.language })
        : await put(at(this.open.article, this.language), { ...article, version: this.version })
      await this.#saved(saved?.article ?? this.open.article)
    } catch (problem) {
      this.state = 'ready'
      if (problem.status === 409 && !this.#isNew) await this.#conflict()
      else this.problem = problem
    }
  }

  /** Questions of the test bench that pass now and would not pass with this text: whoever saves hears of it first. */
  async #wouldBreak(article) {
    const { breaks } = await post('/api/bench/check', { ...article, article: this.open.article || undefined, language: this.language })
    if (!breaks.length) return false
    this.breaks = breaks
    this.state = 'ready'
    return true
  }

  async #saved(article) {
    const stored = await get(at(article, this.language))
    this.#took(toDraft(stored), stored.version)
    this.open = { article, language: this.language }
    announce(t('Saved. The next question is answered from it.'))
    this.dispatchEvent(new CustomEvent('saved', { detail: this.open }))
  }

  async #conflict() {
    try {
      this.theirs = await get(at(this.open.article, this.language))
    } catch (problem) {
      this.problem = problem
    }
  }

  #takeTheirs = () => {
    this.#took(toDraft(this.theirs), this.theirs.version)
    this.theirs = null
  }

  #overTheirs = () => {
    this.version = this.theirs.version
    this.theirs = null
    return this.#save()
  }

  #delete = async () => {
    this.deleting = false
    try {
      await del(at(this.open.article, this.language))
      announce(t('The article is deleted.'))
      this.forget()
      this.dispatchEvent(new Event('deleted'))
    } catch (problem) {
      this.problem = problem
    }
  }
}

customElements.define('ramah-article-editor', ArticleEditor)
