import { LitElement, css, html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { base, empty } from '../shared/base.js'
import { languageName, number } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { Load } from '../insight/common/load.js'
import { sheet } from '../insight/common/sheet.js'
import { hardName, stateName, stateTone } from './names.js'

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/** `<ramah-practice-scenarios from=…>`: for managers, the scenarios there are and conversations to make one of. */
class PracticeScenarios extends LitElement {
  static properties = { from: {}, making: { state: true }, problem: { state: true } }

  static styles = [base, sheet, css`
    section { margin-bottom: var(--r-8); }
    section > h2, section > h3 { margin-bottom: var(--r-2); }
    form { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--r-2); align-items: end; max-width: 680px; margin: var(--r-3) 0 var(--r-4); }
    .preview { overflow-wrap: anywhere; }
    @media (max-width: 560px) { form { grid-template-columns: minmax(0, 1fr); } }
  `]

  constructor() {
    super()
    this.from = ''
    this.making = false
    this.problem = null
    this.all = new Load(this, (signal) => get('/api/practice/scenarios', { signal }))
    this.hard = new Load(this, (signal) => get('/api/practice/scenarios/suggestions', { signal }))
    this.all.run()
    this.hard.run()
  }

  render() {
    return html`
      <div class="page-head"><div><h1>${t('Scenarios')}</h1>
        <p>${t('Choose a conversation that was hard. Names, numbers and addresses are replaced; you read both sides, and nobody else sees it until you approve it.')}</p></div></div>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <section><h2>${t('What there is')}</h2><div aria-busy=${this.all.busy}>${this.all.show((all) => this.#all(all), { lines: 3 })}</div></section>
      <section><h2>${t('Make one')}</h2>
        <form @submit=${this.#byLink}><label class="field">${t('Link or number of a conversation')}
          <input class="input" name="link" required autocomplete="off" .value=${this.from} placeholder="/desk#…"></label>
          <button class="button primary" ?disabled=${this.making}>${t('Make a draft')}</button></form>
        <h3>${t('These were hard')}</h3>
        <div aria-busy=${this.hard.busy}>${this.hard.show((hard) => this.#hard(hard), { lines: 5 })}</div></section>`
  }

  #all(all) {
    if (!all.length) return empty(t('There is none yet.'), t('Make the first of a conversation below.'), icons.chat)
    return html`<div class="card"><table class="folds"><thead><tr><th>${t('Scenario')}</th><th>${t('State')}</th><th>${t('Language')}</th><th class="number">${t('Lines')}</th><th class="number">${t('Branches')}</th><th><span class="unseen">${t('Open')}</span></th></tr></thead>
      <tbody>${all.map((each) => html`<tr><th scope="row" dir="auto">${each.title}</th>
        <td data-label=${t('State')}><span class="chip ${stateTone(each.state)}">${stateName(each.state)}</span></td>
        <td data-label=${t('Language')}>${languageName(each.language)}</td>
        <td class="number" data-label=${t('Lines')}>${number(each.lines)}</td>
        <td class="number" data-label=${t('Branches')}>${number(each.branches)}</td>
        <td class="acts"><a class="button" href="#scenario/${each.id}">${each.state === 'draft' ? t('Check') : t('Open')}<span class="unseen"> “${each.title}”</span></a></td></tr>`)}</tbody></table></div>`
  }

  #hard(hard) {
    if (!hard.length) return empty(t('None of the last months was.'), t('Low rated, long, handed on or asked again: those are suggested here.'))
    return html`<div class="card"><table class="folds"><thead><tr><th>${t('Conversation')}</th><th>${t('Why')}</th><th>${t('When')}</th><th><span class="unseen">${t('Make a draft')}</span></th></tr></thead>
      <tbody>${hard.map((each) => html`<tr><th scope="row" class="preview" dir="auto">${each.preview}</th>
        <td data-label=${t('Why')}><span class="row">${each.reasons.map((reason) => html`<span class="chip ${reason === 'LOW_RATED' ? 'bad' : ''}">${hardName(reason)}</span>`)}</span></td>
        <td data-label=${t('When')}><ramah-time at=${each.at}></ramah-time></td>
        <td class="acts"><span class="row"><a class="button quiet" href="/desk#${each.conversation}" target="_blank">${t('Read it')}<span class="unseen"> “${each.preview}”</span></a>
          <button class="button" type="button" ?disabled=${this.making} @click=${() => this.#make(each.conversation, each.episode)}>${t('Make a draft')}<span class="unseen"> “${each.preview}”</span></button></span></td></tr>`)}</tbody></table></div>`
  }

  #byLink = (event) => {
    event.preventDefault()
    const found = ID.exec(event.target.link.value)
    if (!found) {
      this.problem = { message: t('This names no conversation. Copy its address from the desk or from a report.') }
      return
    }
    this.#make(found[0])
  }

  async #make(conversation, episode) {
    this.making = true
    this.problem = null
    try {
      const { scenario } = await post('/api/practice/scenarios', { conversation, episode })
      location.hash = `scenario/${scenario.id}`
    } catch (problem) {
      this.problem = problem
    }
    this.making = false
  }
}

customElements.define('ramah-practice-scenarios', PracticeScenarios)
