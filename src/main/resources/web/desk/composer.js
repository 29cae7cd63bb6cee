/**
 * `<ramah-composer>`: where the agent writes. A reply goes to the customer, a private note to colleagues
 * only, and the two look different enough that nobody sends the one for the other. Enter sends,
 * Shift+Enter is a new line. Someone who does not hold the conversation can only note.
 *
 * `/` finds canned replies and `:` emoji, and `@` calls a colleague into a note (completions.js). What a canned reply could not fill in keeps it from going.
 * A question that is answered already is shown with its answer before it goes; sending it again sends it anyway.
 * Event: `jump` with the sequence number of the entry that has the answer.
 */
import { LitElement, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { number } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { dropped, over, pasted } from './clip.js'
import { choicesLook } from './choices-look.js'
import { Completions } from './completions.js'
import { composerLook } from './composer-look.js'
import { draftOf, keepDraft } from './drafts.js'
import { FollowsLine } from './follows.js'
import { gapIn } from './gaps.js'
import { Known } from './known.js'
import { line } from './line.js'
import './emoji-picker.js'
import { SecondWriter } from './second-writer.js'

/** The server refuses more; counted as it counts, in UTF-16 units. */
const LONGEST = 4000
const WARN_FROM = 3600
/** A typing frame this often keeps "is typing" alive at the other end, which drops it after 6 s. */
const TYPING_EVERY = 3_000

/** A supervisor looks at what a colleague holds: what they note goes to that colleague at once. */
const listens = () => {
  const { status, holder } = line.thread() ?? {}
  return status === 'open' && holder && holder.id !== line.board.agent?.id && line.board.agent?.role !== 'agent'
}

class RamahComposer extends LitElement {
  static properties = { text: { state: true }, note: { state: true } }
  static styles = [base, composerLook, choicesLook]

  #of = null
  #typed = 0
  #known = new Known(this)
  #completions = new Completions(this)
  #second = new SecondWriter(this)
  #going = false

  constructor() {
    super()
    this.text = ''
    this.note = false
    new FollowsLine(this)
  }

  /** Puts the caret here, for a reply or for a note. */
  write(note) {
    if (note !== undefined) this.note = note
    // The box itself may only just be becoming visible: draw first, then focus.
    this.requestUpdate()
    this.updateComplete.then(() => this.#area?.focus())
  }

  /** Puts a text in where the caret is, or in place of what stands between `from` and the caret. */
  async insert(text, from) {
    if (!this.#mayReply() && !this.note) this.note = true
    this.requestUpdate()
    await this.updateComplete
    const area = this.#area
    if (!area) return
    area.focus()
    area.setRangeText(text, from ?? area.selectionStart, area.selectionEnd, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
    this.#completions.close()
    const gap = gapIn(area.value)
    if (gap) area.setSelectionRange(gap.from, gap.to)
  }

  get #area() {
    return this.renderRoot.querySelector('textarea')
  }

  willUpdate() {
    if (this.#of === line.current) return
    this.#of = line.current
    this.#known.forget()
    this.#completions.close()
    this.#second.forget()
    const draft = draftOf(line.current)
    this.text = draft.text
    this.note = draft.note
  }

  render() {
    const thread = line.thread()
    if (!thread?.loaded) return nothing
    const mayReply = this.#mayReply()
    return mayReply || this.note ? this.#form(thread, mayReply) : this.#closed(thread)
  }

  /** Who cannot reply is told why, and may still note. */
  #closed({ status, holder }) {
    const why = status === 'resolved' ? t('Resolved: the customer can come back by writing.')
      : holder ? t('{name} answers here.', { name: holder.name }) : t('Take the conversation to reply.')
    return html`<div class="closed"><span>${why}</span>
      <button class="button" type="button" @click=${() => this.write(true)}>${icons.note}${listens() ? t('Whisper to {name}', { name: holder.name }) : t('Private note')}<kbd aria-hidden="true">n</kbd></button></div>`
  }

  #form(thread, mayReply) {
    const { note } = this
    const { rehearsal } = line
    const mayAttach = mayReply && !rehearsal
    const left = LONGEST - this.text.length
    return html`<form class=${note ? 'private' : ''} @submit=${this.#submit} @dragover=${mayAttach ? over : nothing} @drop=${event => mayAttach && dropped(event, thread.conversation)}>
      <div class="bar">
        <div class="kinds" role="group" aria-label=${t('What you write')}>
          <button type="button" aria-pressed=${!note} ?disabled=${!mayReply} @click=${() => this.write(false)}>${icons.chat}<span>${t('Reply')}</span><kbd aria-hidden="true">r</kbd></button>
          <button type="button" aria-pressed=${note} @click=${() => this.write(true)}>${icons.note}${t('Private note')}<kbd aria-hidden="true">n</kbd></button>
        </div>
        <span class="hint">${note ? (listens() ? t('{name} sees it at once, the customer never', { name: thread.holder.name }) : t('Only colleagues see this')) : rehearsal ? t('Practice: goes to nobody') : t('Goes to {name}', { name: thread.customer?.name || t('the visitor') })}</span>
      </div>
      ${this.#completions.list()}
      <textarea rows="1" .value=${this.text} aria-label=${note ? t('Private note') : t('Reply')} aria-describedby="how" aria-autocomplete="list"
        aria-controls=${this.#completions.open ? 'choices' : nothing} aria-activedescendant=${this.#completions.described}
        placeholder=${note ? t('Write a private note…') : t('Write a reply…')} @input=${this.#input} @keydown=${this.#keydown} @blur=${() => this.#completions.close()} @paste=${event => mayAttach && !note && pasted(event, thread.conversation)}></textarea>
      ${this.#gap()}
      ${note ? nothing : this.#repeats()}
      ${this.#second.view()}
      <div class="foot">
        ${rehearsal ? nothing : html`<button class="button quiet icon-only macros" type="button" aria-label=${t('Macros')} title=${t('Macros')} @click=${this.#macros}>${icons.bolt}</button>`}
        <ramah-emoji @choose=${event => this.insert(event.detail)}></ramah-emoji>
        <span class="hint" id="how">${t('Enter sends, Shift+Enter for a new line, / for a canned reply')}</span>
        ${this.text.length >= WARN_FROM ? html`<span class="left ${left < 0 ? 'error' : 'hint'}" role="status">${left < 0
          ? t('{n} too many', { n: number(-left) }) : t('{n} left', { n: number(left) })}</span>` : nothing}
        ${mayAttach && !note ? html`<ramah-clip .conversation=${thread.conversation}></ramah-clip>` : nothing}
        <button class="button primary" ?disabled=${!this.text.trim() || left < 0}>${icons.send}${note ? t('Save note') : t('Send')}</button>
      </div>
    </form>`
  }

  /** What a canned reply could not fill in, before anybody sends it. */
  #gap() {
    const gap = gapIn(this.text)
    return html`<div role="status" aria-live="polite">${gap ? html`<p class="gap">${icons.warning}${t('Not known: {name}. Fill it in or take it out.', { name: gap.name })}</p>` : nothing}</div>`
  }

  /** What the draft asks for and what is known of it. */
  #repeats() {
    const { repeats } = this.#known
    return html`<div role="status" aria-live="polite">${repeats.length === 0 ? nothing : html`<ul class="known">
      ${repeats.map(repeat => html`<li>
        <div><strong>${icons.info}${t('Already known')}</strong>
          <q>${repeat.answer}</q>
          ${repeat.seq ? html`<button class="jump" type="button" @click=${() => this.#jump(repeat.seq)}>${t('Show where this was said')}</button>`
            : html`<span class="hint">${t('in the profile')}</span>`}</div>
        <button class="button quiet icon-only" type="button" title=${t('Not what I mean')} aria-label=${t('Not what I mean')}
          @click=${() => this.#wave(repeat)}>${icons.close}</button></li>`)}
      <li class="hint">${t('Send again to ask anyway.')}</li></ul>`}</div>`
  }

  #jump(seq) {
    this.dispatchEvent(new CustomEvent('jump', { detail: seq, bubbles: true, composed: true }))
  }

  #macros = () => this.dispatchEvent(new CustomEvent('macros', { bubbles: true, composed: true }))

  #wave(repeat) {
    this.#known.wave(line.current, repeat)
    this.write()
  }

  updated() {
    const area = this.#area
    if (!area) return
    // The box grows with its text up to its largest height; the height itself is the style sheet's.
    area.rows = Math.min(8, Math.max(2, this.text.split('\n').length + Math.floor(this.text.length / 90)))
  }

  #mayReply() {
    const thread = line.thread()
    return Boolean(line.board.holds(thread.conversation)) && thread.status === 'open'
  }

  #input = event => {
    this.text = event.target.value
    keepDraft(line.current, { text: this.text, note: this.note })
    this.#completions.typed(event.target, this.note)
    // Nobody is helped with what they are marked for.
    if (!this.note && !line.rehearsal) this.#known.typed(line.current, this.text)
    if (Date.now() - this.#typed < TYPING_EVERY) return
    this.#typed = Date.now()
    line.typing(line.current, this.note)
  }

  #keydown = event => {
    if (this.#completions.keydown(event)) return
    if (event.key === 'Escape') {
      if (!this.text && !this.#mayReply()) this.note = false
      event.target.blur()
      this.dispatchEvent(new CustomEvent('leave', { bubbles: true, composed: true }))
    }
    // While an input method composes, Enter picks a word and must not send half a sentence.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.#send()
  }

  #submit = event => {
    event.preventDefault()
    this.#send()
    this.write()
  }

  /** What was typed while the server looked stays; what it found is seen before the words go. */
  async #send() {
    const whole = this.text
    const text = whole.trim()
    const conversation = line.current
    if (!text || text.length > LONGEST || this.#going) return
    const gap = gapIn(whole)
    if (gap) return this.#area.setSelectionRange(gap.from, gap.to)
    if (!this.#second.mayGo()) return
    if (this.note || !this.#mayReply()) {
      line.note(conversation, text)
    } else {
      this.#going = true
      const mayGo = line.rehearsal || await this.#known.mayGo(conversation, text)
      this.#going = false
      if (!mayGo) return
      line.say(conversation, text)
    }
    if (conversation !== line.current) return keepDraft(conversation, { text: '' })
    this.text = this.text.startsWith(whole) ? this.text.slice(whole.length) : ''
    this.#typed = 0
    this.#known.forget()
    this.#second.forget()
    keepDraft(conversation, { text: this.text })
    this.dispatchEvent(new CustomEvent('sent', { detail: this.note ? null : text, bubbles: true, composed: true }))
  }
}

customElements.define('ramah-composer', RamahComposer)
