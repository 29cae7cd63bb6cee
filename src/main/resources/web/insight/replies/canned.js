import { LitElement, css, html, nothing } from 'lit'
import { del, get, me, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { languageName } from '../../shared/format.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import '../common/dialog.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import { newReply } from './canned-form.js'
import { lastChange, whose } from './scopes.js'

/** `<ramah-canned>`: the canned replies that this person may say, found by shortcut, title and text. */
class Canned extends LitElement {
  static properties = { self: { state: true }, shown: { state: true }, asking: { state: true }, problem: { state: true } }
  static styles = [base, sheet, css`
    .spread { margin-bottom: var(--r-4); }
    .spread .input { max-width: 340px; }
    .card { padding: var(--r-1) var(--r-4); overflow-x: auto; }
    td.text { max-width: 460px; }
    td.text span { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow-wrap: anywhere; white-space: pre-line; }
    th code { color: var(--r-accent); font: 600 var(--r-text-s) var(--r-mono); }
    th .title { display: block; }
    .notice { margin-bottom: var(--r-4); }
  `]

  #words = ''

  constructor() {
    super()
    this.self = null
    this.shown = null
    this.asking = null
    this.problem = null
    this.list = new Load(this, (signal) => get(withQuery('/api/replies', { q: this.#words }), { signal }))
    me().then((person) => (this.self = person), () => {})
  }

  connectedCallback() {
    super.connectedCallback()
    this.list.run()
  }

  render() {
    return html`
      <div class="spread"><input class="input" type="search" autocomplete="off" aria-label=${t('Find a reply')} placeholder=${t('Find a reply')} @input=${this.#find}>
        <button class="button primary" type="button" @click=${() => (this.shown = newReply)}>${t('Write a reply')}</button></div>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <div aria-busy=${this.list.busy}>${this.list.show(({ replies }) => this.#table(replies), { lines: 6 })}</div>
      <ramah-canned-form .reply=${this.shown} .self=${this.self} .variables=${this.list.value?.variables ?? []} @dismiss=${() => (this.shown = null)} @saved=${this.#saved}></ramah-canned-form>
      <ramah-dialog heading=${t('Delete /{shortcut}?', { shortcut: this.asking?.shortcut ?? '' })} ?open=${this.asking !== null} @dismiss=${() => (this.asking = null)}>
        <p>${t('Nobody can say it with its shortcut any more. What was said with it stays.')}</p>
        <button slot="foot" class="button" type="button" @click=${() => (this.asking = null)}>${t('Cancel')}</button>
        <button slot="foot" class="button danger" type="button" @click=${this.#delete}>${t('Delete')}</button>
      </ramah-dialog>`
  }

  #table(replies) {
    if (!replies.length) return this.#words ? empty(t('Nothing has these words.')) : empty(t('No canned replies yet.'), t('Write the first one; at the desk, / and its shortcut say it.'))
    return html`<div class="card"><table class="folds">
      <caption class="unseen">${t('Canned replies')}</caption>
      <thead><tr><th scope="col">${t('Shortcut')}</th><th scope="col">${t('Says')}</th><th scope="col">${t('Languages')}</th><th scope="col">${t('For')}</th>
        <th scope="col">${t('Changed')}</th><th scope="col"><span class="unseen">${t('Change')}</span></th></tr></thead>
      <tbody>${replies.map((reply) => this.#row(reply))}</tbody></table></div>`
  }

  #row(reply) {
    const of = html`<span class="unseen"> /${reply.shortcut}</span>`
    return html`<tr>
      <th scope="row"><code>/${reply.shortcut}</code><span class="title">${reply.title}</span></th>
      <td class="text" data-label=${t('Says')}><span>${Object.values(reply.texts)[0]}</span></td>
      <td data-label=${t('Languages')}>${Object.keys(reply.texts).map(languageName).join(', ')}</td>
      <td data-label=${t('For')}>${whose(reply)}</td>
      <td data-label=${t('Changed')}>${lastChange(reply)}</td>
      <td class="acts"><div class="row">${reply.mayChange ? html`
        <button class="button quiet" type="button" @click=${() => (this.shown = reply)}>${t('Change')}${of}</button>
        <button class="button quiet" type="button" @click=${() => (this.asking = reply)}>${t('Delete')}${of}</button>` : nothing}</div></td></tr>`
  }

  #find = (event) => {
    this.#words = event.target.value.trim()
    this.list.run()
  }

  #saved = (event) => {
    this.shown = null
    announce(t('/{shortcut} is saved.', { shortcut: event.detail.shortcut }))
    this.list.run()
  }

  #delete = async () => {
    const { id, version } = this.asking
    this.asking = null
    this.problem = null
    try {
      await del(withQuery(`/api/replies/${encodeURIComponent(id)}`, { version }))
    } catch (problem) {
      this.problem = problem
    }
    this.list.run()
  }
}

customElements.define('ramah-canned', Canned)
