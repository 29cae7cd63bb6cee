/**
 * `<ramah-mentions>`: notes in which a colleague named me and that I have not read, behind a button with their number.
 * Opening the conversation reads them. `@` opens the list.
 *
 * Event: `open` with the conversation.
 */
import { LitElement, css, html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { base, empty } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { announce } from '../shared/page.js'
import { t, tn } from '../shared/words.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'

class RamahMentions extends LitElement {
  static properties = { notes: { state: true }, shown: { state: true } }
  static styles = [base, css`
    :host { position: relative; }
    .all { position: relative; }
    .count { position: absolute; inset-inline-end: 0; top: 0; min-width: 17px; padding: 0 4px; border-radius: var(--r-round); background: var(--r-accent); color: var(--r-on-accent);
      font-size: 0.6875rem; font-weight: 700; line-height: 17px; text-align: center; }
    .panel { position: absolute; inset-inline-end: 0; top: calc(100% + 6px); z-index: 25; width: min(380px, calc(100vw - 24px)); max-height: 60vh; overflow-y: auto; padding: var(--r-2);
      border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-surface); box-shadow: var(--r-shadow); }
    h2 { padding: var(--r-2); font-size: var(--r-text-s); }
    li button { display: grid; gap: 2px; width: 100%; padding: var(--r-2); border: 0; border-radius: var(--r-radius-s); background: none; font-size: var(--r-text-s); text-align: start; }
    li button:hover { background: var(--r-sunken); }
    .top { display: flex; justify-content: space-between; gap: var(--r-2); }
    .words { display: -webkit-box; overflow: hidden; color: var(--r-ink-2); overflow-wrap: anywhere; -webkit-box-orient: vertical; -webkit-line-clamp: 3; }
    @media (max-width: 760px) { .panel { position: fixed; inset-inline: 12px; top: 56px; width: auto; } }
  `]

  #was = false

  constructor() {
    super()
    this.notes = []
    this.shown = false
    new FollowsLine(this)
  }

  connectedCallback() {
    super.connectedCallback()
    line.addEventListener('mentioned', this.#mentioned)
    document.addEventListener('click', this.#beside)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    line.removeEventListener('mentioned', this.#mentioned)
    document.removeEventListener('click', this.#beside)
  }

  /** Whatever came while the line was away is asked for when it is back. */
  willUpdate() {
    if (line.connected && !this.#was) this.#load()
    this.#was = line.connected
    this.#read()
  }

  #load = async () => {
    try {
      const { mentions } = await get('/api/mentions')
      this.notes = mentions
    } catch {
      // The next one that comes asks again.
    }
  }

  #mentioned = ({ detail }) => {
    announce(t('{name} named you in a note', { name: detail.by.name }))
    this.#load()
  }

  /** What is open in front of me I have read. */
  #read() {
    const thread = line.thread()
    if (!thread?.loaded || document.hidden) return
    const here = this.notes.filter(note => note.conversation === thread.conversation && note.seq <= thread.last)
    if (here.length === 0) return
    this.notes = this.notes.filter(note => !here.includes(note))
    post('/api/mentions/read', { conversation: thread.conversation, seq: Math.max(...here.map(note => note.seq)) }).catch(() => this.#load())
  }

  async show() {
    this.shown = !this.shown
    await this.updateComplete
    if (this.shown) this.renderRoot.querySelector('.panel button, .panel')?.focus()
  }

  render() {
    const { length } = this.notes
    const name = length ? tn(length, '{n} note names you', '{n} notes name you') : t('Notes that name you')
    return html`<div class="all" @keydown=${this.#keydown}>
      <button class="button quiet icon-only" type="button" aria-expanded=${this.shown} aria-label=${name} title=${name} @click=${() => this.show()}>${icons.at}</button>
      ${length ? html`<span class="count" aria-hidden="true">${length}</span>` : nothing}
      ${this.shown ? html`<div class="panel" role="group" tabindex="-1" aria-label=${t('Notes that name you')}><h2>${t('Notes that name you')}</h2>
        ${length ? html`<ul>${this.notes.map(note => this.#note(note))}</ul>` : empty(t('Nobody has called you.'), t('Colleagues call you with @ and your name in a note.'))}</div>` : nothing}</div>`
  }

  #note(note) {
    return html`<li><button type="button" @click=${() => this.#open(note)}>
      <span class="top"><strong>${note.by}</strong><ramah-time at=${note.at}></ramah-time></span>
      <span class="words">${note.text}</span><span class="hint">${note.customer || t('Visitor')}</span></button></li>`
  }

  #open(note) {
    this.shown = false
    this.dispatchEvent(new CustomEvent('open', { detail: note.conversation }))
  }

  #keydown = event => {
    if (event.key !== 'Escape' || !this.shown) return
    event.stopPropagation()
    this.shown = false
    this.renderRoot.querySelector('button').focus()
  }

  #beside = event => {
    if (this.shown && !event.composedPath().includes(this)) this.shown = false
  }
}

customElements.define('ramah-mentions', RamahMentions)
