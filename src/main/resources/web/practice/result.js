import { LitElement, css, html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { base } from '../shared/base.js'
import { clientId } from '../shared/client-id.js'
import { number } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { title } from '../shared/page.js'
import { t } from '../shared/words.js'
import { Load } from '../insight/common/load.js'
import { sheet } from '../insight/common/sheet.js'
import { criterionName, reasonText, seconds, sideName } from './names.js'

/** `<ramah-practice-result key=…>`: what a rehearsal got and why, and its answers beside those of the colleague at the time. */
class PracticeResult extends LitElement {
  static properties = { key: {}, person: {}, problem: { state: true }, busy: { state: true } }

  static styles = [base, sheet, css`
    .score { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--r-2) var(--r-4); margin-bottom: var(--r-5); }
    .score b { font-size: var(--r-text-2xl); font-variant-numeric: tabular-nums; }
    section { padding: var(--r-5) 0; border-top: 1px solid var(--r-line); }
    section > h2 { margin-bottom: var(--r-3); }
    .marks { display: grid; gap: var(--r-3); }
    .marks + .hint { margin-top: var(--r-3); }
    .marks > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--r-1) var(--r-4); }
    .points { font-weight: 700; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .marks > li > p { grid-column: 1 / -1; color: var(--r-ink-2); }
    .places { grid-column: 1 / -1; display: grid; gap: var(--r-1); font-size: var(--r-text-s); }
    meter { grid-column: 1 / -1; width: 100%; height: 10px; }
    .pairs { display: grid; gap: var(--r-4); }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: var(--r-3); }
    .pair > blockquote { grid-column: 1 / -1; margin: 0; padding-inline-start: var(--r-3); border-inline-start: 3px solid var(--r-line-strong); color: var(--r-ink-2); white-space: pre-line; overflow-wrap: anywhere; }
    .answer { padding: var(--r-3); border-radius: var(--r-radius); background: var(--r-sunken); white-space: pre-line; overflow-wrap: anywhere; }
    .answer.mine { background: var(--r-accent-soft); }
    .answer h3 { font-size: var(--r-text-s); color: var(--r-ink-2); }
    .lines { display: grid; gap: var(--r-2); }
    .lines li { display: grid; grid-template-columns: 108px minmax(0, 1fr); gap: var(--r-3); padding: var(--r-1) var(--r-2); border-radius: var(--r-radius-s); scroll-margin-top: 68px; }
    .lines li:focus { outline: 2px solid var(--r-focus); }
    .lines .by { color: var(--r-ink-3); font-size: var(--r-text-s); }
    .lines p { white-space: pre-line; overflow-wrap: anywhere; }
    .lines .agent { background: var(--r-accent-soft); }
    @media (max-width: 760px) { .pair { grid-template-columns: minmax(0, 1fr); } .lines li { grid-template-columns: minmax(0, 1fr); gap: 0; } }
  `]

  constructor() {
    super()
    this.problem = null
    this.busy = false
    this.result = new Load(this, (id, signal) => get('/api/practice/attempts/' + encodeURIComponent(id), { signal }))
  }

  willUpdate(changed) {
    if (!changed.has('key')) return
    this.result.clear()
    this.result.run(this.key)
  }

  render() {
    return html`<p><a class="button quiet" href="#">${icons.back}${t('Practice')}</a></p>
      <div aria-busy=${this.result.busy}>${this.result.show((result) => this.#whole(result), { lines: 8 })}</div>`
  }

  #whole(result) {
    title(`${t('Result')}: ${result.title}`)
    if (!result.endedAt) return html`<div class="notice"><p>${t('This rehearsal is not over yet.')} <a href="#run/${result.id}">${t('Go on')}</a></p></div>`
    const mine = !this.person || result.agent === this.person.id
    return html`
      <div class="page-head"><div><h1 dir="auto">${result.title}</h1>
        <p><ramah-time at=${result.endedAt}></ramah-time></p></div>
        ${mine ? html`<button class="button primary" type="button" ?disabled=${this.busy} @click=${() => this.#again(result)}>${t('Practise again')}</button>` : nothing}</div>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <p class="score"><b>${t('{n} of 100', { n: result.score })}</b>
        <span class="chip ${result.passed ? 'good' : 'warn'}">${result.passed ? icons.check : icons.warning}${result.passed ? t('Passed') : t('Not passed yet')}</span></p>
      <section aria-labelledby="why"><h2 id="why">${t('How it was marked')}</h2><ul class="marks">${result.marks.map((mark) => this.#mark(mark))}</ul>
        ${result.article ? html`<p class="hint">${t('The right article:')} <a href=${`/articles#${encodeURIComponent(result.article.article)}/${result.language}`} target="_blank">${result.article.title}</a></p>` : nothing}</section>
      <section aria-labelledby="beside"><h2 id="beside">${mine ? t('Your answers, and those at the time') : t('The answers, and those at the time')}</h2>
        <ul class="pairs">${result.compared.map((pair) => html`<li class="pair">
          ${pair.asked ? html`<blockquote dir="auto">${pair.asked}</blockquote>` : nothing}
          <div class="answer mine" dir="auto"><h3>${mine ? t('You') : t('The trainee')}</h3>${pair.mine || html`<span class="hint">${t('No answer')}</span>`}</div>
          ${pair.then ? html`<div class="answer" dir="auto"><h3>${t('The colleague then')}</h3>${pair.theirs || html`<span class="hint">${t('No answer')}</span>`}</div>`
            : html`<p class="hint">${t('The customer did not say this at the time, so nobody answered it.')}</p>`}</li>`)}</ul></section>
      <section aria-labelledby="all"><h2 id="all">${t('All that was said')}</h2>
        <ol class="lines">${result.talk.map((each) => html`<li id="line-${each.seq}" class=${each.by} tabindex="-1">
          <span class="by">${number(each.seq)} · ${each.note ? t('Private note') : each.by === 'agent' ? (mine ? t('You') : t('The trainee')) : sideName(each.by)}</span><p dir="auto">${each.text}</p></li>`)}</ol></section>`
  }

  #mark(mark) {
    const counts = mark.points !== null && mark.points !== undefined
    return html`<li class="card"><h3>${criterionName(mark.criterion)} <span class="hint">${t('weight {n}', { n: mark.weight })}</span></h3>
      <span class="points">${counts ? t('{n} of 100', { n: mark.points }) : t('not marked')}</span>
      ${counts ? html`<meter min="0" max="100" low="50" high="80" optimum="100" value=${mark.points} aria-hidden="true"></meter>` : nothing}
      <p>${reasonText(mark)}</p>
      ${mark.places.length ? html`<ul class="places">${mark.places.map((place) => html`<li>
        <a href="#result/${this.key}" @click=${(event) => this.#show(event, place.seq)}>${t('Line {n}', { n: place.seq })}</a>:
        <span dir="auto">${mark.criterion === 'time' ? seconds(Number(place.words)) : place.words}</span>
        ${place.told ? html`(<a href="#result/${this.key}" @click=${(event) => this.#show(event, place.told)}>${t('told in line {n}', { n: place.told })}</a>)` : nothing}</li>`)}</ul>` : nothing}</li>`
  }

  #show(event, seq) {
    event.preventDefault()
    const there = this.renderRoot.getElementById(`line-${seq}`)
    there?.scrollIntoView({ block: 'center' })
    there?.focus({ preventScroll: true })
  }

  async #again(result) {
    this.busy = true
    this.problem = null
    try {
      const { id } = await post('/api/practice/attempts', { scenario: result.scenario, clientId: clientId() })
      location.hash = `run/${id}`
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-practice-result', PracticeResult)
