import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import './words-id.js'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { icons } from '../../shared/icons.js'
import { title } from '../../shared/page.js'
import { t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { fromTheTop, sheet } from '../common/sheet.js'
import './sheet.js'
import { spark } from './spark.js'
import { stateChip } from './states.js'
import { CAUSES, causeName, heading, markOf } from './words.js'

/** Milliseconds between two looks at what came meanwhile. */
const LOOK_EVERY = 60_000

/** `<ramah-themes>`: what customers complain about, by meaning. The fragment names the theme that is open. */
class Themes extends LitElement {
  static properties = { open: { state: true }, cause: { state: true } }

  static styles = [base, sheet, css`
    .columns { display: grid; grid-template-columns: minmax(300px, 400px) minmax(0, 1fr); gap: var(--r-5); align-items: start; }
    .list { border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-surface); overflow: hidden; }
    .list li + li { border-top: 1px solid var(--r-line); }
    .list a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--r-1) var(--r-3); align-items: center; padding: var(--r-3) var(--r-4);
      color: var(--r-ink); text-decoration: none; border-inline-start: 3px solid transparent; }
    .list a:hover { background: var(--r-sunken); }
    .list a:focus-visible { outline-offset: -2px; }
    .list a[aria-current] { background: var(--r-accent-soft); border-inline-start-color: var(--r-accent); }
    .list strong { overflow-wrap: anywhere; }
    .list .hint { color: var(--r-ink-2); }
    .list .spark { grid-row: 1 / span 2; grid-column: 2; }
    .loose { margin-top: var(--r-3); }
    .of-cause { margin-bottom: var(--r-3); }
    .of-cause select { width: auto; max-width: 100%; }
    .back { display: none; margin-bottom: var(--r-3); }
    @media (max-width: 860px) {
      .columns { grid-template-columns: minmax(0, 1fr); }
      .columns.opened .side, .columns:not(.opened) .sheet { display: none; }
      .back { display: inline-flex; }
    }
  `]

  #timer = 0

  constructor() {
    super()
    title(t('Themes'))
    this.open = location.hash.slice(1)
    this.cause = ''
    this.list = new Load(this, (cause, signal) => get(themesOf(cause), { signal }))
  }

  connectedCallback() {
    super.connectedCallback()
    window.addEventListener('hashchange', this.#went)
    this.#timer = setInterval(() => document.hidden || this.list.busy || this.#look(), LOOK_EVERY)
    this.#look()
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener('hashchange', this.#went)
    clearInterval(this.#timer)
  }

  #went = () => {
    this.open = location.hash.slice(1)
    if (this.open) fromTheTop(this)
  }

  #look = () => this.list.run(this.cause)

  #choose = ({ target }) => {
    this.cause = target.value
    this.#look()
  }

  /** What was decided may have given it another number. */
  #changed = ({ detail }) => {
    if (detail && String(detail) !== this.open) location.hash = detail
    this.#look()
  }

  render() {
    return html`
      <ramah-shell page="themes">
        <div class="page-head"><div><h1>${t('Themes')}</h1>
          <p>${t('What customers complain about, put together by what it means, in any language. A theme keeps its number and its name; you may merge, split and rename, and that stays.')}</p></div></div>
        <div class="columns ${this.open ? 'opened' : ''}">
          <div class="side">${this.#split()}<div aria-busy=${this.list.busy}>${this.list.show((found) => this.#found(found), { lines: 8 })}</div></div>
          <div class="sheet">
            <a class="button back" href="#">${icons.back}${t('Back to the list')}</a>
            ${this.open ? html`<ramah-theme number=${this.open} @changed=${this.#changed}></ramah-theme>`
              : html`<div class="card">${empty(t('Choose one to read it.'), t('Pinned ones stand first, then what rises, then what is complained about most.'), icons.chat)}</div>`}
          </div>
        </div>
      </ramah-shell>`
  }

  /** A queue is not the fault of whoever was at its end: themes can be read by what the low mark was for. */
  #split() {
    return html`
      <div class="spread of-cause">
        <label class="row">${t('What it was for')}<select @change=${this.#choose}>
          <option value="" ?selected=${!this.cause}>${t('All complaints')}</option>
          ${CAUSES.map((each) => html`<option value=${each} ?selected=${each === this.cause}>${causeName(each)}</option>`)}</select></label>
        <ramah-save class="no-print" path=${themesOf(this.cause)} name=${this.cause ? `themes-${this.cause}` : 'themes'} of=${t('Themes')}></ramah-save>
      </div>`
  }

  #found({ themes, loose }) {
    if (!themes.length && this.cause) return html`<div class="list">${empty(t('No theme has a low mark that was for this.'), t('Customers say what it was when they give a low mark.'), icons.chat)}</div>`
    if (!themes.length) return html`<div class="list">${empty(t('There is no theme yet.'), t('Five complaints that mean the same, of three customers, make one.'), icons.chat)}</div>${this.#loose(loose)}`
    return html`
      <p class="unseen" role="status">${tn(themes.length, '{n} theme', '{n} themes')}</p>
      <ul class="list">${themes.map((each) => this.#line(each))}</ul>${this.#loose(loose)}`
  }

  #loose(loose) {
    return loose ? html`<p class="hint loose">${tn(loose, '{n} complaint of the last twelve weeks is in no theme: too few are like it.', '{n} complaints of the last twelve weeks are in no theme: too few are like them.')}</p>` : nothing
  }

  #line(theme) {
    return html`
      <li><a href="#${theme.number}" aria-current=${String(theme.number) === this.open ? 'true' : nothing}>
        <strong dir="auto">${heading(theme)}</strong>
        <span class="hint row">${theme.rise ? html`<span class="chip bad">${icons.warning}${t('rising')}</span>` : theme.risen ? html`<span class="chip bad">${icons.warning}${t('rose')} <ramah-time at=${theme.risen.at}></ramah-time></span>` : nothing}${theme.state === 'open' ? nothing : stateChip(theme)}${theme.pinned ? html`<span class="chip">${icons.pin}${t('pinned')}</span>` : nothing}
          <span>${tn(theme.volume, '{n} complaint', '{n} complaints')}</span>${markOf(theme)}</span>
        <span class="spark">${spark(theme.weeks)}</span>
      </a></li>`
  }
}

const themesOf = (cause) => withQuery('/api/themes', { cause })

customElements.define('ramah-themes', Themes)
