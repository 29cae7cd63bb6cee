import { LitElement, css, html, nothing } from 'lit'
import { del, get, me, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import '../common/dialog.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import { newMacro } from './macro-form.js'
import { lastChange, whose } from './scopes.js'
import { inWords } from './steps.js'

/** `<ramah-macros>`: what this person may do with one key. */
class MacroList extends LitElement {
  static properties = { self: { state: true }, shown: { state: true }, asking: { state: true }, problem: { state: true } }
  static styles = [base, sheet, css`
    .spread { margin-bottom: var(--r-4); }
    .card { padding: var(--r-1) var(--r-4); overflow-x: auto; }
    ol { display: flex; flex-wrap: wrap; gap: 2px var(--r-2); }
    li:not(:last-child)::after { content: " →"; color: var(--r-ink-3); }
    .notice { margin-bottom: var(--r-4); }
  `]

  constructor() {
    super()
    this.self = null
    this.shown = null
    this.asking = null
    this.problem = null
    this.replies = []
    this.list = new Load(this, async (signal) => {
      const [{ macros }, { replies }] = await Promise.all([get('/api/macros', { signal }), get('/api/replies', { signal })])
      return { macros, replies }
    })
    me().then((person) => (this.self = person), () => {})
  }

  connectedCallback() {
    super.connectedCallback()
    this.list.run()
  }

  render() {
    return html`
      <div class="spread"><p>${t('At the desk a macro is started with its digit or from the palette, and does all its steps or none.')}</p>
        <button class="button primary" type="button" @click=${() => (this.shown = newMacro)}>${t('Make a macro')}</button></div>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <div aria-busy=${this.list.busy}>${this.list.show((all) => this.#table(all), { lines: 5 })}</div>
      <ramah-macro-form .macro=${this.shown} .self=${this.self} .replies=${this.list.value?.replies ?? []} @dismiss=${() => (this.shown = null)} @saved=${this.#saved}></ramah-macro-form>
      <ramah-dialog heading=${t('Delete “{title}”?', { title: this.asking?.title ?? '' })} ?open=${this.asking !== null} @dismiss=${() => (this.asking = null)}>
        <p>${t('Nobody can start it any more. What was done with it stays.')}</p>
        <button slot="foot" class="button" type="button" @click=${() => (this.asking = null)}>${t('Cancel')}</button>
        <button slot="foot" class="button danger" type="button" @click=${this.#delete}>${t('Delete')}</button>
      </ramah-dialog>`
  }

  #table({ macros, replies }) {
    if (!macros.length) return empty(t('No macros yet.'), t('Make the first one of what you do again and again.'))
    return html`<div class="card"><table class="folds">
      <caption class="unseen">${t('Macros')}</caption>
      <thead><tr><th scope="col">${t('Title')}</th><th scope="col">${t('Key')}</th><th scope="col">${t('Does')}</th><th scope="col">${t('For')}</th>
        <th scope="col">${t('Changed')}</th><th scope="col"><span class="unseen">${t('Change')}</span></th></tr></thead>
      <tbody>${macros.map((macro) => this.#row(macro, replies))}</tbody></table></div>`
  }

  #row(macro, replies) {
    const of = html`<span class="unseen"> “${macro.title}”</span>`
    return html`<tr>
      <th scope="row">${macro.title}</th>
      <td data-label=${t('Key')}>${macro.key ? html`<kbd>${macro.key}</kbd>` : '–'}</td>
      <td data-label=${t('Does')}><ol>${macro.steps.map((step) => html`<li>${inWords(step, replies)}</li>`)}</ol></td>
      <td data-label=${t('For')}>${whose(macro)}</td>
      <td data-label=${t('Changed')}>${lastChange(macro)}</td>
      <td class="acts"><div class="row">${macro.mayChange ? html`
        <button class="button quiet" type="button" @click=${() => (this.shown = macro)}>${t('Change')}${of}</button>
        <button class="button quiet" type="button" @click=${() => (this.asking = macro)}>${t('Delete')}${of}</button>` : nothing}</div></td></tr>`
  }

  #saved = (event) => {
    this.shown = null
    announce(t('“{name}” is saved.', { name: event.detail.title }))
    this.list.run()
  }

  #delete = async () => {
    const { id, version } = this.asking
    this.asking = null
    this.problem = null
    try {
      await del(withQuery(`/api/macros/${encodeURIComponent(id)}`, { version }))
    } catch (problem) {
      this.problem = problem
    }
    this.list.run()
  }
}

customElements.define('ramah-macros', MacroList)
