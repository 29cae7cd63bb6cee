import { LitElement, css, html, nothing } from 'lit'
import { del, get, post, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { languageName } from '../../shared/format.js'
import { icons } from '../../shared/icons.js'
import { announce } from '../../shared/page.js'
import { language, languages, t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'

const decisions = { answer: 'answers', clarify: 'asks back', escalate: 'a person' }

/** `<ramah-bench>`: questions whose answer somebody has decided, asked of the bot in one click. */
class Bench extends LitElement {
  static properties = { drafts: { state: true }, busy: { state: true }, problem: { state: true }, articles: { state: true } }

  static styles = [base, sheet, css`
    td > .chip { justify-self: start; }
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-5); }
    .intro { max-width: 68ch; color: var(--r-ink-2); }
    form { display: grid; grid-template-columns: minmax(0, 2fr) 150px minmax(0, 1.4fr) auto; gap: var(--r-3); align-items: end; }
    td, th { overflow-wrap: anywhere; }
    .changed { font-weight: 600; }
    @media (max-width: 900px) { form { grid-template-columns: minmax(0, 1fr); align-items: stretch; } form .button { justify-self: start; } }
  `]

  constructor() {
    super()
    this.drafts = false
    this.busy = false
    this.problem = null
    this.articles = []
    this.rows = new Load(this, (drafts, signal) => get(withQuery('/api/bench', { drafts: drafts || '' }), { signal }))
    this.rows.run(false)
    get('/api/articles?size=200').then(({ items }) => (this.articles = items), () => {})
  }

  render() {
    return html`
      <p class="intro">${t('Questions that the bot must get right, each with the article expected or a person. Run them after a change, or with the drafts before they are published.')}</p>
      <form class="card" @submit=${this.#add}>
        <label class="field">${t('Question')}<input class="input" name="text" required maxlength="1000"></label>
        <label class="field">${t('Language')}<select name="language">${Object.keys(languages).map((code) => html`
          <option value=${code} ?selected=${code === language}>${languageName(code)}</option>`)}</select></label>
        <label class="field">${t('Should get')}<input class="input" name="article" list="articles" placeholder=${t('a person')}></label>
        <button class="button" ?disabled=${this.busy}>${t('Add')}</button>
        <datalist id="articles">${this.articles.map(({ article, title }) => html`<option value=${article}>${title}</option>`)}</datalist>
      </form>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <div aria-busy=${this.rows.busy || this.busy}>${this.rows.show((rows) => this.#table(rows), { lines: 6 })}</div>`
  }

  #table(rows) {
    const asked = rows.filter(({ result }) => result)
    const passed = asked.filter(({ result }) => result.passed).length
    const changed = asked.filter(({ result }) => result.passedBefore !== null && result.passedBefore !== result.passed).length
    return html`
      <div class="spread">
        <p role="status">${asked.length
          ? html`<strong>${t('{passed} of {all} pass', { passed, all: asked.length })}</strong> · ${tn(changed, '{n} changed since the last run', '{n} changed since the last run')} · <ramah-time at=${latest(asked)}></ramah-time>`
          : html`<span class="hint">${t('Not run yet.')}</span>`}</p>
        <div class="row">
          <div class="segments" role="group" aria-label=${t('Which articles')}>
            <button type="button" aria-pressed=${!this.drafts} @click=${() => this.#of(false)}>${t('Published')}</button>
            <button type="button" aria-pressed=${this.drafts} @click=${() => this.#of(true)}>${t('With drafts')}</button></div>
          <button class="button primary" type="button" ?disabled=${this.busy || !rows.length} @click=${this.#run}>${this.busy ? t('Running …') : t('Run all')}</button></div>
      </div>
      ${rows.length ? html`
        <table class="folds">
          <thead><tr><th scope="col">${t('Question')}</th><th scope="col">${t('Should get')}</th><th scope="col">${t('Gets')}</th><th scope="col">${t('Result')}</th><td></td></tr></thead>
          <tbody>${[...rows].sort(worstFirst).map((row) => this.#row(row))}</tbody>
        </table>` : empty(t('No questions yet.'), t('Add what customers ask most, and what must never go wrong.'))}`
  }

  #row({ question, text, language: code, article, result }) {
    return html`
      <tr><th scope="row" lang=${code}>${text}</th>
        <td data-label=${t('Should get')}>${article ?? t('a person')}</td>
        <td data-label=${t('Gets')}>${result ? (result.article ?? t(decisions[result.decision] ?? result.decision)) : '–'}</td>
        <td data-label=${t('Result')}>${result ? outcome(result) : html`<span class="chip">${t('not asked yet')}</span>`}</td>
        <td class="acts"><div class="row"><button class="button quiet" type="button" @click=${() => this.#remove(question)}>${t('Remove')}<span class="unseen"> “${text}”</span></button></div></td></tr>`
  }

  #of(drafts) {
    this.drafts = drafts
    this.rows.run(drafts)
  }

  async #does(work) {
    this.busy = true
    this.problem = null
    try {
      await work()
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }

  #run = () =>
    this.#does(async () => {
      this.rows.value = await post(withQuery('/api/bench/run', { drafts: this.drafts || '' }))
      const asked = this.rows.value.filter(({ result }) => result)
      announce(t('{passed} of {all} pass', { passed: asked.filter(({ result }) => result.passed).length, all: asked.length }))
    })

  #add = (event) => {
    event.preventDefault()
    const form = event.target
    const question = Object.fromEntries(new FormData(form))
    return this.#does(async () => {
      await post('/api/bench', [question])
      form.reset()
      await this.rows.run(this.drafts)
    })
  }

  #remove = (question) =>
    this.#does(async () => {
      await del(`/api/bench/${question}`)
      await this.rows.run(this.drafts)
    })
}

function outcome({ passed, passedBefore }) {
  const news = passedBefore !== null && passedBefore !== passed
  return html`<span class="chip ${passed ? 'good' : 'bad'}">${passed ? icons.check : icons.warning}${passed ? t('passes') : t('fails')}</span>
    ${news ? html`<span class="chip warn">${passed ? t('new: failed before') : t('new: passed before')}</span>` : nothing}`
}

const rank = ({ result }) => (!result ? 2 : result.passed ? 3 : result.passedBefore ? 0 : 1)
const worstFirst = (a, b) => rank(a) - rank(b)
const latest = (rows) => rows.map(({ result }) => result.at).sort().at(-1)

customElements.define('ramah-bench', Bench)
