import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import '../report/words-id.js'
import './words-id.js'
import { get, me, put, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { duration, number } from '../../shared/format.js'
import { announce, title } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { causeName } from '../common/names.js'
import { sheet } from '../common/sheet.js'
import { marks } from '../report/interval.js'
import '../report/range-bar.js'
import { asQuery, readRange, writeRange } from '../report/range.js'
import { reportStyle } from '../report/report-style.js'
import './noted.js'

const MINE = '/api/my-work'

const nothingThere = { low: 'No low marks in these days.', rated: 'Nothing was rated in these days.', all: 'You were in no conversation in these days.' }

/** `<ramah-my-work>`: what I did and what was said about it, for me; for managers also what customers were unhappy with, of one person. */
class MyWork extends LitElement {
  static properties = { range: { state: true }, what: { state: true }, person: { state: true }, whose: { state: true }, staff: { state: true } }

  static styles = [base, sheet, reportStyle, css`
    section { padding: var(--r-6) 0; border-top: 1px solid var(--r-line); min-width: 0; }
    section h2 { margin-bottom: var(--r-2); }
    .sides { display: grid; grid-template-columns: 1fr 1fr; gap: var(--r-6); }
    .side { padding: var(--r-5); border: 1px solid var(--r-line); border-radius: var(--r-radius-l); background: var(--r-surface); }
    .side :is(h2, h3) { font-size: var(--r-text-l); }
    .side dl { display: grid; grid-template-columns: 1fr auto; gap: var(--r-2) var(--r-4); margin: var(--r-4) 0 0; }
    .side dt { color: var(--r-ink-2); }
    .side dd { margin: 0; font-weight: 700; font-variant-numeric: tabular-nums; text-align: end; }
    .side .wide { grid-column: 1 / -1; padding-top: var(--r-3); border-top: 1px solid var(--r-line); font-weight: 600; color: var(--r-ink); }
    p.none { margin-top: var(--r-4); }
    .none { color: var(--r-ink-3); font-weight: 400; }
    .whose { max-width: 20rem; margin-block-end: var(--r-4); }
    ul { display: grid; }
    @media (max-width: 760px) { .sides { grid-template-columns: minmax(0, 1fr); } }
  `]

  constructor() {
    super()
    title(t('My work'))
    this.range = readRange(location.search)
    this.what = 'low'
    this.whose = null
    this.staff = []
    this.pages = 1
    this.work = new Load(this, (range, whose, pages, signal) => (whose ? readOf(range, whose, pages, signal) : get(withQuery(MINE, asQuery(range)), { signal })))
    this.episodes = new Load(this, (range, what, pages, signal) => read(range, what, pages, signal))
    const name = new URLSearchParams(location.search).get('whose')
    if (!name) this.#read()
    me().then((person) => {
      this.person = person
      return person.role === 'agent' ? [] : get('/api/staff')
    }).catch(() => []).then((staff) => this.#know(staff, name))
  }

  /** Whoever comes from the report comes for somebody, by the name that they have there. */
  #know(staff, name) {
    this.staff = staff
    if (!name) return
    const found = staff.find((one) => name === this.#called(one))
    this.whose = found && found.id !== this.person.id ? found.id : null
    this.#read()
  }

  #read() {
    this.pages = 1
    this.work.clear()
    this.episodes.clear()
    this.work.run(this.range, this.whose, this.pages)
    if (!this.whose) this.episodes.run(this.range, this.what, this.pages)
  }

  #choose = (event) => {
    this.range = event.detail
    this.#write()
    this.#read()
  }

  #write() {
    const whose = this.staff.find((one) => one.id === this.whose)
    history.replaceState(null, '', `${writeRange(this.range)}${whose ? `&whose=${encodeURIComponent(this.#called(whose))}` : ''}`)
  }

  /** As reports call them: two who share a name are told apart. */
  #called({ name, email }) {
    return this.staff.filter((one) => one.name === name).length > 1 ? `${name} (${email})` : name
  }

  render() {
    return html`
      <ramah-shell page="my-work">
        <div class="page-head">
          <div><h1>${this.whose ? t('Causes of low marks') : t('My work')}</h1>
            <p class="hint">${this.whose ? t('What customers were unhappy with, and what was noted about it. It is no measure of a person.') : t('Only you see these numbers. Managers see what customers were unhappy with, and the notes you write here.')}</p></div>
          <ramah-range-bar .range=${this.range} @range=${this.#choose}></ramah-range-bar>
        </div>
        ${this.#people()}
        <section aria-busy=${this.work.busy}>${this.work.show((work) => (this.whose ? this.#causes(work) : this.#mine(work)), { lines: 6 })}</section>
        ${this.whose ? nothing : html`<section>${this.#rated()}</section>`}
      </ramah-shell>`
  }

  #people() {
    const others = this.staff.filter((one) => one.id !== this.person?.id).sort((a, b) => a.name.localeCompare(b.name))
    if (!others.length) return nothing
    const choices = (some) => some.map((one) => html`<option value=${one.id} ?selected=${one.id === this.whose}>${this.#called(one)}</option>`)
    const here = others.filter((one) => one.active)
    const gone = others.filter((one) => !one.active)
    return html`<label class="field whose">${t('Whose')}<select @change=${(event) => {
      this.whose = event.target.value || null
      this.#write()
      this.#read()
    }}><option value="">${t('Mine')}</option>${choices(here)}
      ${gone.length ? html`<optgroup label=${t('No longer here')}>${choices(gone)}</optgroup>` : nothing}</select></label>`
  }

  #mine({ alone, tookPart }) {
    return html`<div class="sides">
      ${side(t('Yours alone'), t('No colleague said anything in them.'), alone)}
      ${side(t('You took part'), t('Colleagues were in them too, before you or after you. They are not added to yours.'), tookPart)}</div>`
  }

  #causes({ name, alone, tookPart, low, more }) {
    return html`<h2>${name}</h2>
      <div class="sides">
        ${causes(t('Alone'), alone)}
        ${causes(t('Took part'), tookPart)}</div>
      ${low.length ? html`<ul>${low.map((item) => html`<ramah-noted .item=${item} readonly></ramah-noted>`)}</ul>` : nothing}
      ${more ? html`<button class="button" type="button" ?disabled=${this.work.busy} @click=${this.#moreCauses}>${t('Show more')}</button>` : nothing}`
  }

  #moreCauses = () => this.work.run(this.range, this.whose, ++this.pages)

  #rated() {
    const show = (what) => {
      this.what = what
      this.pages = 1
      this.episodes.clear()
      this.episodes.run(this.range, what, 1)
    }
    return html`
      <div class="spread"><h2>${this.what === 'all' ? t('Conversations') : t('What they said')}</h2>
        <div class="segments" role="group" aria-label=${t('Which')}>${[['low', t('Low marks')], ['rated', t('All that were rated')], ['all', t('All')]].map(([what, name]) => html`
          <button type="button" aria-pressed=${this.what === what} @click=${() => show(what)}>${name}</button>`)}</div></div>
      <div aria-busy=${this.episodes.busy}>${this.episodes.show(({ items, more }) => html`
        ${items.length ? html`<ul>${items.map((item) => html`<ramah-noted .item=${item} @note=${this.#note}></ramah-noted>`)}</ul>`
          : empty(t(nothingThere[this.what]))}
        ${more ? html`<button class="button" type="button" ?disabled=${this.episodes.busy} @click=${this.#more}>${t('Show more')}</button>` : nothing}`)}</div>`
  }

  #more = () => this.episodes.run(this.range, this.what, ++this.pages)

  #note = async ({ target, detail: { item, text } }) => {
    try {
      const { text: kept } = await put(`${MINE}/episodes/${item.conversation}/${item.episode}/note`, { text })
      item.note = kept || null
      target.kept()
      announce(t('Saved.'))
    } catch (problem) {
      target.failed(problem)
    }
  }
}

async function read(range, what, pages, signal) {
  const answers = await Promise.all(Array.from({ length: pages }, (_, page) =>
    get(withQuery(`${MINE}/episodes`, { ...asQuery(range), what, page }), { signal })))
  return { more: answers.at(-1).more, items: answers.flatMap((answer) => answer.items) }
}

/** Of somebody else: the causes, and all pages of low marks up to the one asked for. */
async function readOf(range, whose, pages, signal) {
  const answers = await Promise.all(Array.from({ length: pages }, (_, page) =>
    get(withQuery(`${MINE}/of/${whose}`, { ...asQuery(range), page }), { signal })))
  return { ...answers.at(-1), low: answers.flatMap((answer) => answer.low) }
}

function side(name, hint, share) {
  return html`<div class="side"><h2>${name}</h2><p class="hint">${hint}</p>
    ${share.episodes || share.answers ? html`<dl>
      <dt>${t('Conversations')}</dt><dd>${number(share.episodes)}</dd>
      <dt>${t('First response, median')}</dt><dd>${duration(share.firstResponse.median)}</dd>
      <dt>${t('With a person, median')}</dt><dd>${duration(share.handling.median)}</dd>
      <dt>${t('Marks 1 to 5')}</dt><dd>${share.answers ? marks(share.distribution) : '–'}</dd>
      <dt class="wide">${t('What low marks were for')}</dt>
      ${lines(share.causes, share.unsaid)}</dl>` : html`<p class="none">${t('None in these days.')}</p>`}</div>`
}

const causes = (name, all) => html`<div class="side"><h3>${name}</h3><dl>${lines(all, 0)}</dl></div>`

const lines = (all, unsaid) => html`${Object.entries(all).map(([cause, n]) => html`
  <dt>${causeName(cause)}</dt><dd class=${n ? '' : 'none'}>${number(n)}</dd>`)}
  ${unsaid ? html`<dt>${t('Did not say')}</dt><dd>${number(unsaid)}</dd>` : nothing}`

customElements.define('ramah-my-work', MyWork)
