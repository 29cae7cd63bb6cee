import { LitElement, css, html, nothing } from 'lit'
import { faceOf, reasonOf } from '../../desk/reasons.js'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { duration, languageName, number } from '../../shared/format.js'
import { t, tn } from '../../shared/words.js'
import '../common/dialog.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { expectedOf } from './expected.js'
import { asQuery, fileName } from './range.js'

const EPISODES = '/api/reports/episodes'

/**
 * Asks the page for the episodes behind a number: `{what, by?, key?, heading}`; a report that counts them in its own way
 * says where they are to be had, `{what, heading, path, query}`. With `range` they are of those days instead of the page's.
 */
export function behind(element, wanted) {
  element.dispatchEvent(new CustomEvent('behind', { detail: wanted, bubbles: true, composed: true }))
}

/** A number that opens what it counts; nothing to open where it is nothing. */
export function opens(count, wanted, text = number(count)) {
  if (!count) return html`${text}`
  return html`<button class="opens" type="button" @click=${(event) => behind(event.currentTarget, wanted)}
    >${text}<span class="unseen"> ${t('episodes: open them')}</span></button>`
}

/** The same inside of a sentence, which is read aloud as it stands. */
export function within(count, wanted, text = number(count)) {
  if (!count) return html`${text}`
  return html`<button class="opens" type="button" title=${t('Open the episodes')} @click=${(event) => behind(event.currentTarget, wanted)}>${text}</button>`
}

export const opensStyle = css`
  .opens { padding: 0; border: 0; background: none; color: inherit; font: inherit; letter-spacing: inherit; font-variant-numeric: inherit; cursor: pointer;
    text-decoration: underline; text-decoration-color: var(--r-line-strong); text-decoration-thickness: 1px; text-underline-offset: 3px; }
  .opens:hover { color: var(--r-accent-strong); text-decoration-color: currentColor; }
  @media print { .opens { text-decoration: none; } }
`

/** `<ramah-behind>`: the episodes behind a number, each with the way to its conversation. */
class Behind extends LitElement {
  static properties = { range: { attribute: false }, wanted: { state: true } }

  static styles = [base, sheet, css`
    li { padding: var(--r-3) 0; border-bottom: 1px solid var(--r-line); display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px var(--r-4); align-items: center; overflow-wrap: anywhere; }
    li:last-child { border-bottom: 0; }
    .hint { grid-column: 1; }
    a { grid-column: 2; grid-row: 1 / span 2; }
    a:has(+ a) { grid-row: 1; }
    a + a { grid-row: 2; }
    .more { margin-top: var(--r-3); }
  `]

  constructor() {
    super()
    this.wanted = null
    this.pages = 1
    this.list = new Load(this, (path, query, pages, signal) => read(path, query, pages, signal))
  }

  /** Shows the episodes behind this number. */
  open(wanted) {
    this.wanted = wanted
    this.pages = 1
    this.list.clear()
    this.list.run(this.#path, this.#query(), this.pages)
  }

  get #path() {
    return this.wanted.path ?? EPISODES
  }

  get #days() {
    return this.wanted.range ?? this.range
  }

  #query() {
    const { what, by, key, query } = this.wanted
    return { ...asQuery(this.#days), ...(query ?? { what, by, key }) }
  }

  render() {
    const { wanted } = this
    return html`
      <ramah-dialog wide ?open=${wanted !== null} heading=${wanted?.heading ?? ''} @dismiss=${() => (this.wanted = null)}>
        ${wanted === null ? nothing : html`
          <div aria-busy=${this.list.busy}>${this.list.show((found) => this.#found(found), { lines: 6 })}</div>
          <ramah-save slot="foot" path=${withQuery(this.#path, this.#query())} name=${fileName(`episodes-${wanted.what}`, this.#days)}
            of=${wanted.heading}></ramah-save>`}
      </ramah-dialog>`
  }

  #found({ total, more, times, items }) {
    if (!total) return empty(t('No episodes.'))
    const episodes = more ? t('More than {n} episodes, the newest first', { n: number(total) }) : tn(total, '{n} episode', '{n} episodes, the newest first')
    const count = times && times !== total ? t('{times} in {episodes}', { times: number(times), episodes }) : episodes
    return html`
      <p class="hint">${count}</p>
      <ul>${items.map(line)}</ul>
      ${items.length < total ? html`<button class="button more" type="button" ?disabled=${this.list.busy} @click=${this.#more}>${t('Show more')}</button>` : nothing}`
  }

  #more = () => this.list.run(this.#path, this.#query(), ++this.pages)
}

async function read(path, query, pages, signal) {
  const answers = await Promise.all(
    Array.from({ length: pages }, (_, page) => get(withQuery(path, { ...query, page }), { signal })))
  return { ...answers.at(-1), items: answers.flatMap((answer) => answer.items) }
}

const endings = { CONFIRMED: 'Confirmed as solved', HELPED: 'A person helped', LEFT: 'Left in silence', GAVE_UP: 'Gave up waiting' }

function line(item) {
  const tone = item.csat >= 4 ? 'good' : item.csat <= 2 ? 'bad' : 'warn'
  // Beside what is expected nobody is named.
  const who = item.people === null ? t('a person was there') : item.people.length ? item.people.join(', ') : t('bot alone')
  const about = [
    who,
    languageName(item.language),
    item.reason ? reasonOf(item.reason).text : null,
    item.wait === null ? null : t('waited {time}', { time: duration(item.wait) }),
    item.resolution === null ? null : t('took {time}', { time: duration(item.resolution) }),
    item.expected ? expectedOf(item.expected) : null,
  ]
  return html`
    <li>
      <span><ramah-time at=${item.opened}></ramah-time> · ${item.ending ? t(endings[item.ending]) : t('goes on')}
        ${item.csat ? html`<span class="chip ${tone}">${item.csat} · ${faceOf(item.csat)}</span>` : nothing}</span>
      <span class="hint">${about.filter(Boolean).join(' · ')}</span>
      <a href="/desk#${item.conversation}">${t('Open')}<span class="unseen"> ${t('the conversation')}</span></a>
      ${item.people?.length !== 0 ? html`<a href="/practice#new/${item.conversation}">${t('Practise it')}</a>` : ''}
    </li>`
}

customElements.define('ramah-behind', Behind)
