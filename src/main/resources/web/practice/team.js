import { LitElement, css, html, nothing } from 'lit'
import { del, get, post } from '../shared/api.js'
import { base, empty } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { announce } from '../shared/page.js'
import { t, tn } from '../shared/words.js'
import { Load } from '../insight/common/load.js'
import { sheet } from '../insight/common/sheet.js'
import { dueDay } from './names.js'
import { scoreChip } from './score.js'

/** A week from now, as a date field writes it. */
function nextWeek() {
  const day = new Date(Date.now() + 7 * 86_400_000)
  return new Date(day - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** `<ramah-practice-team>`: for managers, who is to practise what, and how far they are. By name: nobody is ranked. */
class PracticeTeam extends LitElement {
  static properties = { busy: { state: true }, problem: { state: true } }

  static styles = [base, sheet, css`
    form { display: grid; gap: var(--r-3); margin-bottom: var(--r-6); }
    .wish { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: var(--r-3); }
    .people { display: flex; flex-wrap: wrap; gap: var(--r-1) var(--r-4); }
    .who { display: grid; gap: var(--r-2); padding: var(--r-4) 0; border-top: 1px solid var(--r-line); }
    .who ul { display: grid; gap: var(--r-2); }
    .who li { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-1) var(--r-3); }
    .who li > b { font-weight: 600; overflow-wrap: anywhere; }
    .who li .button { min-height: 32px; margin-inline-start: auto; }
    details { font-size: var(--r-text-s); }
    summary { cursor: pointer; color: var(--r-ink-2); padding: var(--r-1) 0; }
    @media (max-width: 560px) { .wish { grid-template-columns: minmax(0, 1fr); } }
  `]

  constructor() {
    super()
    this.busy = false
    this.problem = null
    this.progress = new Load(this, (signal) => get('/api/practice/progress', { signal }))
    this.scenarios = new Load(this, (signal) => get('/api/practice', { signal }))
    this.progress.run()
    this.scenarios.run()
  }

  render() {
    return html`
      <div class="page-head"><div><h1>${t('Progress')}</h1><p>${t('Who is to practise what, and what they got. People stand by name; nobody is ranked.')}</p></div></div>
      ${this.scenarios.show(({ scenarios }) => this.#form(scenarios), { lines: 3 })}
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <div aria-busy=${this.progress.busy}>${this.progress.show(({ people }) => html`${people.map((each) => this.#person(each))}`, { lines: 6 })}</div>`
  }

  #form(scenarios) {
    if (!scenarios.length) return empty(t('There is nothing to practise yet.'), t('Managers make scenarios of conversations and approve them.'), icons.chat)
    const people = this.progress.value?.people ?? []
    return html`<form class="card" @submit=${this.#assign}><h2>${t('Assign')}</h2>
      <div class="wish"><label class="field">${t('Scenario')}<select name="scenario">${scenarios.map((each) => html`<option value=${each.id}>${each.title}</option>`)}</select></label>
        <label class="field">${t('Due on')}<input class="input" type="date" name="due" required value=${nextWeek()}></label></div>
      <fieldset><legend>${t('To whom')}</legend><div class="people">${people.map((each) => html`<label class="choice"><input type="checkbox" name="agent" value=${each.id}>${each.name}</label>`)}</div></fieldset>
      <div class="row"><button class="button primary" ?disabled=${this.busy}>${t('Assign')}</button></div></form>`
  }

  #person({ name, over, assigned, tries }) {
    return html`<section class="who"><div class="spread"><h2>${name}</h2><span class="hint">${tn(over, '{n} rehearsal done', '{n} rehearsals done')}</span></div>
      ${assigned.length ? html`<ul>${assigned.map((each) => html`<li><b dir="auto">${each.title}</b>
        <span class="chip ${each.passed ? 'good' : each.late ? 'bad' : each.done ? 'info' : ''}">${each.passed ? html`${icons.check}${t('Passed')}` : each.done ? t('Done, not passed yet') : each.waits ? html`${icons.clock}${t('Waits: nobody can begin it now')}` : each.late ? html`${icons.warning}${t('Late')}` : t('To do')}</span>
        <span class="hint">${t('due on {day}', { day: dueDay(each.due) })}</span>
        <button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#does(() => del(`/api/practice/assignments/${each.id}`), t('Taken back.'))}>${t('Take back')}<span class="unseen"> “${each.title}”, ${name}</span></button></li>`)}</ul>`
        : html`<p class="hint">${t('Nothing is assigned.')}</p>`}
      ${tries.length ? html`<details><summary>${t('What they did')} (${tries.length})</summary><ul>${tries.map((each) => html`<li><b dir="auto">${each.title}</b>
        ${each.endedAt ? scoreChip(each) : html`<span class="chip info">${t('not over yet')}</span>`}<span class="hint"><ramah-time at=${each.startedAt}></ramah-time></span>
        ${each.endedAt ? html`<a class="button quiet" href="#result/${each.id}">${t('Result')}<span class="unseen"> “${each.title}”, ${name}</span></a>` : nothing}</li>`)}</ul></details>` : nothing}</section>`
  }

  #assign = (event) => {
    event.preventDefault()
    const form = new FormData(event.target)
    const agents = form.getAll('agent')
    if (!agents.length) {
      this.problem = { message: t('Choose somebody.') }
      return
    }
    const boxes = event.target.querySelectorAll('[name=agent]')
    this.#does(() => post('/api/practice/assignments', { scenario: form.get('scenario'), agents, due: form.get('due') }), t('Assigned.'))
      .then((done) => done && boxes.forEach((box) => (box.checked = false)))
  }

  async #does(act, said) {
    this.busy = true
    this.problem = null
    try {
      this.progress.value = await act()
      announce(said)
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
    return !this.problem
  }
}

customElements.define('ramah-practice-team', PracticeTeam)
