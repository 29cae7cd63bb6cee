/**
 * `<ramah-transcript>`: everything that happened in the open conversation, earlier episodes divided, and
 * earlier conversations of the customer opened above it. It stays at the newest word unless the reader
 * went up; then a button tells that there is more below.
 */
import { LitElement, html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { get } from '../shared/api.js'
import { base, broken, loading } from '../shared/base.js'
import { day } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { continues, isWords, lineEntry, pendingEntry, wordsEntry } from './entries.js'
import { uploadEntry } from './file.js'
import { files } from './files.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'
import { endingOf } from './reasons.js'
import { transcriptLook } from './transcript-look.js'

/** Pixels from the end within which the reader counts as being at the end. */
const NEAR = 80
const FOUND = 2_400

class RamahTranscript extends LitElement {
  static properties = { past: { state: true }, below: { state: true } }
  static styles = [base, transcriptLook]

  #atEnd = true
  #shown = null
  #last = 0
  #watched = null
  /** Words, the composer and the window all change heights; the end stays the end through each. */
  #sizes = new ResizeObserver(() => this.#toEnd())

  constructor() {
    super()
    /** Earlier conversations opened here: `{conversation, about, data?, problem?}`, oldest first. */
    this.past = []
    this.below = false
    new FollowsLine(this)
    files.addEventListener('change', () => this.requestUpdate())
  }

  /** Scrolls to an entry and shows which one it is; for facts of the brief. */
  async jump(seq) {
    await this.updateComplete
    const entry = this.renderRoot.getElementById(`entry-${seq}`)
    if (!entry) return
    this.#atEnd = false
    entry.scrollIntoView({ block: 'center' })
    entry.focus({ preventScroll: true })
    entry.classList.add('found')
    setTimeout(() => entry.classList.remove('found'), FOUND)
  }

  /** Back to the newest word, after writing one. */
  stayAtEnd() {
    this.#atEnd = true
    this.below = false
    this.requestUpdate()
  }

  /** Opens an earlier conversation of the same customer above this one, or closes it again. */
  async openPast(about) {
    if (this.past.some(known => known.conversation === about.conversation)) return this.#closePast(about.conversation)
    const opened = { conversation: about.conversation, about }
    this.past = [...this.past, opened].sort((a, b) => a.about.at.localeCompare(b.about.at))
    try {
      opened.data = await get('/api/conversations/' + encodeURIComponent(about.conversation))
    } catch (problem) {
      opened.problem = problem
    }
    this.past = [...this.past]
    await this.updateComplete
    this.#atEnd = false
    const head = this.renderRoot.getElementById(`past-${about.conversation}`)
    head?.scrollIntoView({ block: 'start' })
    head?.focus({ preventScroll: true })
  }

  willUpdate() {
    if (this.#shown === line.current) return
    this.#shown = line.current
    this.#atEnd = true
    this.#last = 0
    this.past = []
    this.below = false
  }

  updated() {
    const thread = line.thread()
    const scroll = this.renderRoot.querySelector('.scroll')
    if (!scroll || !thread) return
    if (this.#watched !== scroll) {
      this.#sizes.disconnect()
      this.#sizes.observe(scroll)
      this.#sizes.observe(scroll.firstElementChild)
      this.#watched = scroll
    }
    const grew = thread.last > this.#last
    if (this.#atEnd) this.#toEnd()
    else if (grew && this.#last > 0) this.below = true
    this.#last = thread.last
  }

  render() {
    const thread = line.thread()
    if (!thread) return nothing
    if (thread.problem) return broken(thread.problem, () => line.open(thread.conversation))
    if (!thread.loaded) return html`<div class="scroll">${loading(6)}</div>`
    files.arrived(thread.entries)
    return html`
      <div class="scroll" @picture=${this.#large} @scroll=${this.#scrolled} tabindex="0" role="region" aria-label=${t('Transcript')}>
        <div class="log">
          ${this.#before(thread)}
          ${this.past.map(past => this.#past(past))}
          ${this.#episodes(thread)}
          <ol>${line.outbox.of(thread.conversation).filter(item => item.frame.text).map(item => pendingEntry(item, {
            connected: line.connected,
            on: { again: () => line.outbox.again(item.clientId), discard: () => line.outbox.discard(item.clientId) },
          }))}${files.of(thread.conversation).map(uploadEntry)}</ol>
          ${thread.typing ? html`<div class="typing"><i></i><i></i><i></i>${t('{name} is typing', { name: this.#typist(thread) })}</div>` : nothing}
        </div>
      </div>
      ${this.below ? html`<button class="button newer" type="button" @click=${this.stayAtEnd}>${icons.down}${t('New messages')}</button>` : nothing}
      <ramah-picture></ramah-picture>`
  }

  /** Episodes run from opening or reopening to resolving; each but the first begins with a divider. */
  #episodes({ conversation, entries, language, seen }) {
    const thumbs = new Map(entries.filter(entry => entry.kind === 'thumbed').map(entry => [entry.target, entry.up]))
    const lastOurs = entries.findLast(entry => ['said', 'attached'].includes(entry.kind) && entry.by.role === 'agent')
    const state = lastOurs && (seen.customer >= lastOurs.seq ? html`${icons.checks} ${t('Seen')}`
      : seen.delivered >= lastOurs.seq ? html`${icons.checks} ${t('Delivered')}` : html`${icons.check} ${t('Sent')}`)
    const groups = []
    for (const entry of entries) {
      if (groups.length === 0 || entry.kind === 'reopened' || entry.episode > groups.at(-1).episode) {
        groups.push({ episode: entry.episode, entries: [] })
      }
      groups.at(-1).entries.push(entry)
    }
    return repeat(groups, (group, index) => index, (group, index) => html`
      <h2 class="divider">${groups.length > 1 ? t('Episode {n}', { n: index + 1 }) + ' · ' : ''}${day(group.entries[0].at)}</h2>
      <ol>${this.#entries(group.entries, { conversation, thumbs, language, lastOurs, state, ids: true })}</ol>`)
  }

  #entries(entries, { conversation, thumbs, language, lastOurs, state, ids }) {
    return repeat(entries, entry => entry.seq, (entry, index) => {
      const how = { mine: line.board.isMe(entry.by), id: ids ? `entry-${entry.seq}` : undefined, language, conversation }
      if (!isWords(entry)) return lineEntry(entry, how)
      return wordsEntry(entry, {
        ...how,
        joined: continues(entry, entries[index - 1]),
        thumb: thumbs.get(entry.seq),
        state: entry === lastOurs ? state : null,
      })
    })
  }

  #past({ conversation, about, data, problem }) {
    return html`<section class="past" aria-label=${t('Earlier conversation')}>
      <div class="past-head" id=${`past-${conversation}`} tabindex="-1">${icons.history}<b>${t('Earlier conversation')}</b>
        <span class="hint">${day(about.at)}${about.ending ? ` · ${endingOf(about.ending)}` : ''}</span>
        <button class="button quiet" type="button" @click=${() => this.#closePast(conversation)}>${t('Close')}</button></div>
      ${problem ? broken(problem) : data ? html`<ol>${this.#entries(data.entries, {
        thumbs: new Map(data.entries.filter(entry => entry.kind === 'thumbed').map(entry => [entry.target, entry.up])),
        language: data.language,
        conversation,
      })}</ol>` : loading(3)}
    </section>`
  }

  #large = event => this.renderRoot.querySelector('ramah-picture').show(event.detail)

  /** The way further back: the newest of those before this one that is not open here yet. */
  #before({ customer, entries }) {
    const next = (customer?.conversations ?? []).find(each => each.at < entries[0]?.at
      && !this.past.some(known => known.conversation === each.conversation))
    return next ? html`<button class="button quiet before" type="button" @click=${() => this.openPast(next)}>${icons.history}${t('Earlier conversation')} · ${day(next.at)}</button>` : nothing
  }

  #closePast(conversation) {
    this.past = this.past.filter(known => known.conversation !== conversation)
  }

  #typist({ typing, customer }) {
    return typing.by.role === 'customer' ? typing.by.name || customer?.name || t('Visitor') : typing.by.name
  }

  #toEnd() {
    const scroll = this.renderRoot.querySelector('.scroll')
    if (this.#atEnd && scroll) scroll.scrollTop = scroll.scrollHeight
  }

  #scrolled = event => {
    const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR
    if (this.#atEnd) this.below = false
  }
}

customElements.define('ramah-transcript', RamahTranscript)
