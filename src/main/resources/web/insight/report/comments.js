import { LitElement, css, html, nothing } from 'lit'
import { faceOf, reasonOf } from '../../desk/reasons.js'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { languageName } from '../../shared/format.js'
import { t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { causes, keyName } from '../common/names.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { asQuery, fileName } from './range.js'

const COMMENTS = '/api/reports/comments'

/** `<ramah-comments>`: what customers wrote, newest first, each with the way to its conversation. */
class Comments extends LitElement {
  static properties = { range: { attribute: false }, stamp: { type: Number }, cause: { state: true } }

  static styles = [base, sheet, css`
    ramah-save { margin-inline-end: calc(-1 * var(--r-3)); }
    li { padding: var(--r-4) 0; border-bottom: 1px solid var(--r-line); display: grid; grid-template-columns: 112px 1fr auto; gap: var(--r-1) var(--r-4); }
    li:last-child { border-bottom: 0; }
    blockquote { margin: 0; font-size: var(--r-text); line-height: 1.55; overflow-wrap: anywhere; max-width: 68ch; }
    .about { grid-column: 2; }
    .to { grid-column: 3; grid-row: 1 / span 2; align-self: center; }
    @media (max-width: 760px) {
      li { grid-template-columns: 1fr; gap: var(--r-2); }
      .about, .to { grid-column: 1; grid-row: auto; justify-self: start; }
    }
    @media print { .to { display: none; } li { break-inside: avoid; } }
  `]

  constructor() {
    super()
    this.stamp = 0
    this.pages = 1
    this.cause = ''
    this.list = new Load(this, (wanted, pages, signal) => read(wanted, pages, signal))
  }

  willUpdate(changed) {
    if (!changed.has('range') && !changed.has('stamp')) return
    if (changed.has('range')) {
      this.pages = 1
      this.list.clear()
    }
    this.list.run(this.#wanted, this.pages)
  }

  /** The days, and what the low mark was for where that was chosen. */
  get #wanted() {
    return { ...asQuery(this.range), cause: this.cause }
  }

  #choose = ({ target }) => {
    this.cause = target.value
    this.pages = 1
    this.list.clear()
    this.list.run(this.#wanted, this.pages)
  }

  render() {
    return html`
      <div class="spread">
        <h2>${t('What customers wrote')}</h2>
        <label class="row hint no-print">${t('What the low mark was for')}<select @change=${this.#choose}>
          <option value="" ?selected=${!this.cause}>${t('All comments')}</option>
          ${Object.keys(causes).map((each) => html`<option value=${each} ?selected=${each === this.cause}>${keyName('cause', each)}</option>`)}</select></label>
        <ramah-save class="no-print" path=${withQuery(COMMENTS, this.#wanted)} name=${fileName('comments', this.range)}
          of=${t('What customers wrote')}></ramah-save>
      </div>
      <div aria-busy=${this.list.busy}>${this.list.show((found) => this.#found(found))}</div>`
  }

  #found({ total, items }) {
    if (!total) return empty(t('No comments in these days.'), t('Customers may leave a line with their mark.'))
    return html`
      <p class="hint">${tn(total, '{n} comment', '{n} comments')}</p>
      <ul>${items.map(comment)}</ul>
      ${items.length < total ? html`
        <button class="button no-print" type="button" ?disabled=${this.list.busy} @click=${this.#more}>
          ${tn(total - items.length, 'Show {n} more', 'Show more ({n})')}</button>` : nothing}`
  }

  #more = () => this.list.run(this.#wanted, ++this.pages)
}

/** All pages up to the one asked for, so that a live re-reading does not fold the list up again. */
async function read(wanted, pages, signal) {
  const asked = Array.from({ length: pages }, (_, page) =>
    get(withQuery(COMMENTS, { ...wanted, page }), { signal }))
  const answers = await Promise.all(asked)
  return { total: answers.at(-1).total, items: answers.flatMap((answer) => answer.items) }
}

function comment(item) {
  const tone = item.csat >= 4 ? 'good' : item.csat <= 2 ? 'bad' : 'warn'
  const who = item.agents.length ? item.agents.join(', ') : t('bot alone')
  return html`
    <li>
      <span>${item.csat ? html`<span class="chip ${tone}">${item.csat} · ${faceOf(item.csat)}</span>` : html`<span class="chip">${t('no mark')}</span>`}</span>
      <blockquote>${item.comment}</blockquote>
      <p class="about hint"><ramah-time at=${item.at}></ramah-time> · ${who} · ${languageName(item.language)}${item.reason ? ` · ${reasonOf(item.reason).text}` : ''}${item.cause ? ` · ${keyName('cause', item.cause)}` : ''}</p>
      <a class="to" href="/desk#${item.conversation}">${t('Open')}<span class="unseen"> ${t('the conversation of this comment')}</span></a>
    </li>`
}

customElements.define('ramah-comments', Comments)
