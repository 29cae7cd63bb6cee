/**
 * The list at the caret: `/` and letters find a canned reply, `:` and letters an emoji,
 * and in a note `@` and letters a colleague. Arrows choose, Enter or
 * Tab inserts, Escape leaves the text as it is. One list for all, so that the hands learn it once.
 */
import { html, nothing } from 'lit'
import { get, withQuery } from '../shared/api.js'
import { languageName } from '../shared/format.js'
import { t } from '../shared/words.js'
import { emojiNamed } from './emoji.js'
import { line } from './line.js'

/** A sign at the beginning of a word, and what was typed behind it so far. */
const TOKEN = /(?:^|\s)([/:@])([^\s/:@]{0,30})$/u
const SHOWN = 8

export class Completions {
  #host
  #asked = null
  #from = -1
  #sign = ''
  /** @type {{key: string, label: string, detail: string, text: string, chip?: string, missing?: string[]}[]} */
  items = []
  active = 0

  constructor(host) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected() {
    this.close()
  }

  get open() {
    return this.items.length > 0
  }

  /** The text or the caret has moved. */
  async typed(area, note) {
    const found = TOKEN.exec(area.value.slice(0, area.selectionStart))
    if (!found || area.selectionStart !== area.selectionEnd) return this.close()
    const [, sign, letters] = found
    this.#asked?.abort()
    const asked = (this.#asked = new AbortController())
    const items = await this.#find(sign, letters, note, asked.signal).catch(() => [])
    if (asked.signal.aborted) return
    this.#from = area.selectionStart - letters.length - 1
    this.#sign = sign
    this.items = items.slice(0, SHOWN)
    this.active = 0
    this.#host.requestUpdate()
  }

  async #find(sign, letters, note, signal) {
    if (sign === ':') return letters.length < 2 ? [] : emojiNamed(letters).map(({ emoji, names }) => ({ key: emoji, label: `${emoji} ${names[0]}`, detail: '', text: emoji }))
    const conversation = encodeURIComponent(line.current)
    if (sign === '@') return note && !line.rehearsal ? this.#colleagues(conversation, letters, signal) : []
    const path = line.rehearsal ? '/api/replies/said' : `/api/conversations/${conversation}/replies`
    const { replies } = await get(withQuery(path, { ...line.rehearsal?.known, q: letters }), { signal })
    return replies.map(asItem)
  }

  /** Only those who may read it can be called into it. */
  async #colleagues(conversation, letters, signal) {
    const { colleagues } = await get(`/api/conversations/${conversation}/colleagues`, { signal })
    const wanted = letters.toLocaleLowerCase()
    return colleagues.filter(({ name }) => name.toLocaleLowerCase().split(/\s+/).some(part => part.startsWith(wanted)))
      .map(({ id, name }) => ({ key: id, label: name, detail: '', text: `@${name} ` }))
  }

  /** True where the key was for the list. */
  keydown(event) {
    if (!this.open || event.isComposing) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) this.active = (this.active + step + this.items.length) % this.items.length
    else if (event.key === 'Escape') this.close()
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') this.#choose(this.items[this.active])
    else return false
    event.preventDefault()
    event.stopPropagation()
    this.#host.requestUpdate()
    return true
  }

  close() {
    this.#asked?.abort()
    if (!this.open) return
    this.items = []
    this.#host.requestUpdate()
  }

  #choose(item) {
    const from = this.#from
    this.close()
    this.#host.insert(item.text, from)
  }

  /** What the box tells those who listen to the page instead of looking at it. */
  get described() {
    return this.open ? `choice-${this.active}` : nothing
  }

  list() {
    const name = { '/': t('Canned replies'), ':': t('Emoji'), '@': t('Colleagues') }[this.#sign] ?? ''
    return html`<span class="unseen" role="status">${this.open ? `${name}: ${this.items[this.active].label}` : ''}</span>
      ${this.open ? html`<ul class="choices" id="choices" role="listbox" aria-label=${name}>${this.items.map((item, index) => html`
        <li id=${`choice-${index}`} role="option" aria-selected=${index === this.active} @mousedown=${event => event.preventDefault()} @click=${() => this.#choose(item)}>
          <strong>${item.label}</strong><span class="what">${item.detail}</span>${item.chip ? html`<span class="chip warn">${item.chip}</span>` : nothing}</li>`)}</ul>` : nothing}`
  }
}

/** A canned reply as a choice; one that is not in the customer's language, or lacks something, says so. */
export function asItem(reply) {
  const chips = [
    ...(reply.theirs ? [] : [t('in {language}', { language: languageName(reply.language) })]),
    ...(reply.missing.length ? [t('not known: {names}', { names: reply.missing.join(', ') })] : []),
  ]
  return { key: reply.id, label: `/${reply.shortcut}`, title: reply.title, detail: `${reply.title} – ${reply.text}`, text: reply.text, chip: chips.join(' · ') }
}
