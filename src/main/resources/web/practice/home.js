import { LitElement, css, html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { base, empty } from '../shared/base.js'
import { clientId } from '../shared/client-id.js'
import { languageName } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t, tn } from '../shared/words.js'
import { Load } from '../insight/common/load.js'
import { sheet } from '../insight/common/sheet.js'
import { dueDay } from './names.js'
import { scoreChip } from './score.js'

/** `<ramah-practice-home>`: the scenarios there are, and what I did with them. */
class PracticeHome extends LitElement {
  static properties = { beginning: { state: true }, problem: { state: true } }

  static styles = [base, sheet, css`
    ul.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: var(--r-4); margin: var(--r-4) 0 var(--r-8); }
    .cards li { display: grid; gap: var(--r-3); align-content: space-between; }
    .cards h2 { overflow-wrap: anywhere; }
    .what { display: grid; gap: var(--r-2); }
    h2 + .card { margin-top: var(--r-3); }
  `]

  constructor() {
    super()
    this.beginning = null
    this.problem = null
    this.home = new Load(this, (signal) => get('/api/practice', { signal }))
    this.home.run()
  }

  render() {
    return html`
      <div class="page-head"><div><h1>${t('Practice')}</h1>
        <p>${t('Hard conversations of this desk, made anonymous, to be answered again. Nobody outside sees what you write, and no report counts it.')}</p></div></div>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <div aria-busy=${this.home.busy}>${this.home.show((home) => this.#all(home), { lines: 5 })}</div>`
  }

  #all({ scenarios, mine, assigned, model }) {
    const due = new Map(assigned.map((each) => [each.scenario, each]))
    const urgent = (each) => (due.has(each.id) && !due.get(each.id).done ? due.get(each.id).due : '9')
    const ordered = [...scenarios].sort((a, b) => urgent(a).localeCompare(urgent(b)))
    return html`
      ${model ? nothing : html`<p class="hint">${t('No chat model is set up: the customer says what was recorded or written for them, and the tone is not marked.')}</p>`}
      ${scenarios.length === 0 ? empty(t('There is nothing to practise yet.'), t('Managers make scenarios of conversations and approve them.'), icons.chat)
        : html`<ul class="cards">${ordered.map((each) => this.#card(each, mine.filter(({ scenario }) => scenario === each.id), due.get(each.id)))}</ul>`}
      ${mine.length ? html`<h2>${t('What you did')}</h2>
        <div class="card"><table class="folds"><thead><tr><th>${t('Scenario')}</th><th>${t('When')}</th><th>${t('Score')}</th><th><span class="unseen">${t('Open')}</span></th></tr></thead>
        <tbody>${mine.map((each) => html`<tr><th scope="row">${each.title}</th>
          <td data-label=${t('When')}><ramah-time at=${each.startedAt}></ramah-time></td>
          <td data-label=${t('Score')}>${each.endedAt ? scoreChip(each) : html`<span class="chip info">${t('not over yet')}</span>`}</td>
          <td class="acts"><a class="button" href=${each.endedAt ? `#result/${each.id}` : `#run/${each.id}`}>${each.endedAt ? t('Result') : t('Go on')}<span class="unseen"> “${each.title}”</span></a></td></tr>`)}</tbody></table></div>` : nothing}`
  }

  #card(scenario, mine, due) {
    const open = mine.find((each) => !each.endedAt)
    const over = mine.filter((each) => each.endedAt)
    const best = over.reduce((one, other) => (one && one.score >= other.score ? one : other), null)
    return html`<li class="card"><div class="what"><h2 dir="auto">${scenario.title}</h2>
        ${due ? html`<p class="row"><span class="chip ${due.done ? 'good' : due.late ? 'bad' : 'info'}">${due.done ? icons.check : due.late ? icons.warning : icons.clock}${due.done ? t('Assigned, done') : due.late ? t('Assigned, late') : t('Assigned')}</span><span class="hint">${t('due on {day}', { day: dueDay(due.due) })}</span></p>` : nothing}
        <div class="row"><span class="chip">${languageName(scenario.language)}</span>
          ${best ? html`${scoreChip(best)}<span class="hint">${tn(over.length, 'best of {n} try', 'best of {n} tries')}</span>` : nothing}</div></div>
      <div class="row">${open ? html`<a class="button primary" href="#run/${open.id}">${t('Go on')}<span class="unseen"> “${scenario.title}”</span></a>`
        : html`<button class="button ${best ? '' : 'primary'}" type="button" ?disabled=${this.beginning !== null} @click=${() => this.#begin(scenario)}>
          ${best ? t('Practise again') : t('Practise')}<span class="unseen"> “${scenario.title}”</span></button>`}</div></li>`
  }

  /** A click that comes twice begins once: the id is made with the first. */
  async #begin(scenario) {
    this.beginning ??= clientId()
    this.problem = null
    try {
      const { id } = await post('/api/practice/attempts', { scenario: scenario.id, clientId: this.beginning })
      location.hash = `run/${id}`
    } catch (problem) {
      this.problem = problem
    }
    this.beginning = null
  }
}

customElements.define('ramah-practice-home', PracticeHome)
