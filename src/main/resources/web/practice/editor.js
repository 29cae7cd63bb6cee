import { LitElement, css, html, nothing } from 'lit'
import { del, get, post, put } from '../shared/api.js'
import { base } from '../shared/base.js'
import { languageName } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { announce, title } from '../shared/page.js'
import { t } from '../shared/words.js'
import { Load } from '../insight/common/load.js'
import { sheet } from '../insight/common/sheet.js'
import { rowsLook } from '../insight/settings/rows.js'
import { markingFields } from './marking-fields.js'
import { kindNames, sideName, stateName, stateTone } from './names.js'

/** `<ramah-practice-editor key=…>`: a scenario as managers check it: before and after side by side, and all of it to be changed. */
class PracticeEditor extends LitElement {
  static properties = { key: {}, busy: { state: true }, problem: { state: true }, changed: { state: true }, articles: { state: true } }

  static styles = [base, sheet, rowsLook, css`
    section { padding: var(--r-5) 0; border-top: 1px solid var(--r-line); }
    section > h2 { margin-bottom: var(--r-1); }
    section > .hint { margin-bottom: var(--r-3); }
    .numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: var(--r-3); }
    .lines { display: grid; gap: var(--r-2); }
    .line { display: grid; grid-template-columns: 92px minmax(0, 1fr) minmax(0, 1fr) auto; gap: var(--r-2) var(--r-3); align-items: start; padding: var(--r-2); border-radius: var(--r-radius-s); }
    .line.ours { background: var(--r-sunken); }
    .line.whole { grid-template-columns: 92px minmax(0, 1fr) auto; }
    .line .by { padding-top: var(--r-2); font-weight: 600; font-size: var(--r-text-s); }
    .was { padding: var(--r-2) 0; color: var(--r-ink-2); white-space: pre-line; overflow-wrap: anywhere; }
    .was.same { color: var(--r-ink-3); }
    .one { display: grid; grid-template-columns: 150px minmax(0, 1fr) 90px auto; gap: var(--r-2); align-items: end; margin-bottom: var(--r-2); }
    .branch { display: grid; grid-template-columns: 190px minmax(0, 1fr) minmax(0, 1fr) auto; gap: var(--r-2) var(--r-3); align-items: start; margin-bottom: var(--r-3); }
    .ends { position: sticky; bottom: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: var(--r-2); align-items: center; padding: var(--r-3) 0; border-top: 1px solid var(--r-line); background: var(--r-bg); }
    .ends .gap { margin-inline-start: auto; }
    textarea { min-height: 38px; field-sizing: content; }
    @media (max-width: 860px) {
      .line, .line.whole, .branch { grid-template-columns: minmax(0, 1fr); }
      .one { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
      .line .by { padding: 0; }
    }
  `]

  #draft = null
  #seen = null

  constructor() {
    super()
    this.busy = false
    this.problem = null
    this.changed = false
    this.articles = []
    this.scenario = new Load(this, (id, signal) => get('/api/practice/scenarios/' + encodeURIComponent(id), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('key')) {
      this.scenario.clear()
      this.scenario.run(this.key)
    }
    const value = this.scenario.value
    if (value && value !== this.#seen) {
      if (this.#seen?.plot.language !== value.plot.language) this.#find(value.plot.language)
      this.#seen = value
      this.#draft = structuredClone(value.plot)
      this.changed = false
      title(value.plot.title)
    }
  }

  async #find(language) {
    this.articles = await get(`/api/articles?size=200&language=${encodeURIComponent(language)}`).then(({ items }) => items, () => [])
  }

  render() {
    return html`<p><a class="button quiet" href="#scenarios">${icons.back}${t('Scenarios')}</a></p>
      <div aria-busy=${this.scenario.busy}>${this.scenario.show((value) => this.#form(value), { lines: 8 })}</div>`
  }

  #form({ scenario, before, doubts }) {
    const draft = this.#draft
    const { state, wasApproved } = scenario
    return html`<form @input=${() => (this.changed = true)} @change=${() => (this.changed = true)} @submit=${this.#save}>
      <div class="page-head"><div><h1 dir="auto">${scenario.title}</h1>
        <p class="row"><span class="chip ${stateTone(state)}">${stateName(state)}</span><span class="chip">${languageName(scenario.language)}</span>
          ${scenario.approvedBy ? html`<span>${t('Approved by {name}', { name: scenario.approvedBy })} <ramah-time at=${scenario.approvedAt}></ramah-time></span>` : nothing}</p></div></div>
      ${state === 'draft' && wasApproved ? html`<div class="notice warn">${icons.eye}<p>${t('It was approved, and has been changed since: nobody can begin it, and what is assigned of it waits, until it is approved again.')}</p></div>` : nothing}
      ${doubts.length ? html`<div class="notice warn" role="status">${icons.warning}<p>${t('These words look like somebody’s and are new. Take them out, or approve if they are made up:')} <b dir="auto">${doubts.join(', ')}</b></p></div>` : nothing}
      ${state === 'draft' && !wasApproved ? html`<div class="notice warn">${icons.eye}<div><p>${t('Only managers see this draft. Read every line: what a program did not know as a name is still there. Once approved, nothing leads back to the conversation.')}</p></div></div>` : nothing}
      <section><div class="numbers">
        <label class="field">${t('Title')}<input class="input" required maxlength="120" dir="auto" .value=${draft.title} @input=${(event) => (draft.title = event.target.value)}></label>
        <label class="field">${t('What the customer is called')}<input class="input" maxlength="120" dir="auto" .value=${draft.customer} @input=${(event) => (draft.customer = event.target.value)}></label></div></section>
      ${this.#lines(draft, before)}
      ${this.#facts(draft)}
      ${this.#article(draft)}
      ${this.#branches(draft)}
      ${this.#marking(draft)}
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <div class="ends">
        <button class="button primary" ?disabled=${this.busy || !this.changed}>${state === 'approved' ? t('Save as a draft') : t('Save')}</button>
        ${state !== 'approved' || this.changed ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${this.#approve}>${icons.check}${this.changed ? t('Save and approve') : t('Approve')}</button>` : nothing}
        <span class="hint" role="status">${!this.changed ? '' : state === 'approved' ? t('Not saved yet. Once saved it is a draft again: nobody can begin it until it is approved again.') : t('Not saved yet.')}</span>
        ${wasApproved && state !== 'retired' ? html`<button class="button danger gap" type="button" ?disabled=${this.busy} @click=${this.#retire}>${t('Put away')}</button>`
          : !wasApproved ? html`<button class="button danger gap" type="button" ?disabled=${this.busy} @click=${this.#drop}>${t('Throw away')}</button>` : nothing}
      </div></form>`
  }

  #change(act) {
    act()
    this.changed = true
    this.requestUpdate()
  }

  #lines(draft, before) {
    const was = new Map(before.map((line) => [line.seq, line.text]))
    // Lines that were taken out move the others up; each knows what it was.
    const rows = draft.lines.map((line) => ({ line, was: before.length ? was.get(line.was) : undefined }))
    return html`<section aria-labelledby="lines"><h2 id="lines">${t('What was said')}</h2>
      <p class="hint">${t('What comes before the first line of a colleague is there when somebody begins. After each answer the customer goes on with their next lines, unless a branch fits.')}</p>
      <ol class="lines">${rows.map(({ line, was: text }, index) => html`<li class="line ${line.by === 'customer' ? '' : 'ours'} ${before.length ? '' : 'whole'}">
        <span class="by">${index + 1} ${sideName(line.by)}</span>
        ${before.length ? html`<div class="was ${text === line.text ? 'same' : ''}" dir="auto"><span class="unseen">${t('Before:')} </span>${text ?? ''}</div>` : nothing}
        <textarea class="input" rows="1" dir="auto" required maxlength="4000" aria-label=${t('Line {n}, {who}', { n: index + 1, who: sideName(line.by) })} .value=${line.text} @input=${(event) => (line.text = event.target.value)}></textarea>
        <button class="button quiet icon-only" type="button" title=${t('Take line {n} out', { n: index + 1 })} aria-label=${t('Take line {n} out', { n: index + 1 })} @click=${() => this.#change(() => takeOut(draft, index))}>${icons.close}</button></li>`)}</ol></section>`
  }

  #facts(draft) {
    return html`<section aria-labelledby="facts"><h2 id="facts">${t('What is known already')}</h2>
      <p class="hint">${t('Asking for one of these again costs points. A line says where the customer told it.')}</p>
      ${draft.facts.map((fact, index) => html`<div class="one">
        <label class="field">${t('What')}<select @change=${(event) => (fact.kind = event.target.value)}>${kindNames().map(([key, name]) => html`<option value=${key} ?selected=${key === fact.kind}>${name}</option>`)}
          ${kindNames().some(([key]) => key === fact.kind) ? nothing : html`<option value=${fact.kind} selected>${fact.kind}</option>`}</select></label>
        <label class="field">${t('Its value')}<input class="input" required maxlength="200" dir="auto" .value=${fact.value} @input=${(event) => (fact.value = event.target.value)}></label>
        <label class="field">${t('In line')}<input class="input" type="number" min="1" max=${draft.lines.length} .value=${fact.seq === null ? '' : String(fact.seq)} @input=${(event) => (fact.seq = event.target.value ? event.target.valueAsNumber : null)}></label>
        <button class="button quiet icon-only" type="button" aria-label=${t('Take out: {what}', { what: fact.value })} @click=${() => this.#change(() => draft.facts.splice(index, 1))}>${icons.close}</button></div>`)}
      <button class="button" type="button" @click=${() => this.#change(() => draft.facts.push({ kind: 'order', value: '', seq: null }))}>${t('Add a fact')}</button></section>`
  }

  #article(draft) {
    const chosen = draft.article?.article ?? ''
    return html`<section aria-labelledby="article"><h2 id="article">${t('The right article')}</h2>
      <label class="field">${t('Article that has the answer')}<select @change=${(event) => {
        const found = this.articles.find((each) => each.article === event.target.value)
        draft.article = found ? { article: found.article, title: found.title } : null
      }}><option value="" ?selected=${!chosen}>${t('None')}</option>
        ${chosen && !this.articles.some((each) => each.article === chosen) ? html`<option value=${chosen} selected>${draft.article.title}</option>` : nothing}
        ${this.articles.map((each) => html`<option value=${each.article} ?selected=${each.article === chosen}>${each.title}</option>`)}</select></label></section>`
  }

  #branches(draft) {
    return html`<section aria-labelledby="branches"><h2 id="branches">${t('Branches')}</h2>
      <p class="hint">${t('What the customer says if an answer has this in it; the first that fits is said, each once. By words: alternatives between commas, all words of one have to be there, refund* for any ending. By meaning: a sentence a line.')}</p>
      ${draft.branches.map((branch, index) => html`<div class="branch">
        <label class="field">${t('If the answer')}<select @change=${(event) => (branch.when = event.target.value)}>
          <option value="words" ?selected=${branch.when === 'words'}>${t('has these words')}</option>
          <option value="meaning" ?selected=${branch.when === 'meaning'}>${t('means this')}</option></select>
          <span class="choice"><input type="checkbox" id="ends-${index}" .checked=${branch.ends} @change=${(event) => (branch.ends = event.target.checked)}><label for="ends-${index}">${t('and it is over')}</label></span></label>
        <label class="field">${t('Looked for')}<textarea rows="2" class="input" required maxlength="500" dir="auto" .value=${branch.match} @input=${(event) => (branch.match = event.target.value)}></textarea></label>
        <label class="field">${t('The customer says')}<textarea rows="2" class="input" required maxlength="4000" dir="auto" .value=${branch.reply} @input=${(event) => (branch.reply = event.target.value)}></textarea></label>
        <button class="button quiet icon-only" type="button" aria-label=${t('Take branch {n} out', { n: index + 1 })} @click=${() => this.#change(() => draft.branches.splice(index, 1))}>${icons.close}</button></div>`)}
      <button class="button" type="button" @click=${() => this.#change(() => draft.branches.push({ when: 'words', match: '', reply: '', ends: false }))}>${t('Add a branch')}</button>
      <div class="numbers"><label class="field">${t('When nothing fits, the customer says')}<input class="input" maxlength="4000" dir="auto" .value=${draft.fallback} @input=${(event) => (draft.fallback = event.target.value)}></label>
        <label class="field">${t('Over after so many answers')}<input class="input" type="number" required min="1" max="40" .value=${String(draft.answers)} @input=${(event) => (draft.answers = event.target.valueAsNumber)}></label></div></section>`
  }

  #marking(draft) {
    const usual = { facts: 30, article: 30, tone: 20, time: 20, seconds: 120, passes: 70 }
    return html`<section aria-labelledby="marking"><h2 id="marking">${t('Marking')}</h2>
      <span class="choice"><input type="checkbox" id="own" .checked=${Boolean(draft.marking)} @change=${(event) => this.#change(() => (draft.marking = event.target.checked ? usual : null))}><label for="own">${t('A marking of its own')}</label></span>
      ${draft.marking ? markingFields(draft.marking) : nothing}</section>`
  }

  get #plot() {
    return { ...this.#draft, lines: this.#draft.lines.map(({ by, text, was }, index) => ({ seq: index + 1, by, text, was })) }
  }

  #save = (event) => {
    event.preventDefault()
    return this.#does(async () => this.#put())
  }

  async #put() {
    const { id, version } = this.scenario.value.scenario
    const value = await put(`/api/practice/scenarios/${id}`, { version, plot: this.#plot })
    return value
  }

  /** What looks like somebody's is seen first, and approved with the next click. */
  #approve = () => {
    if (!this.renderRoot.querySelector('form').reportValidity()) return null
    return this.#does(async () => {
      const seen = this.scenario.value.doubts
      if (this.changed) this.scenario.value = await this.#put()
      const { scenario: { id, version }, doubts } = this.scenario.value
      if (doubts.some((each) => !seen.includes(each))) return this.scenario.value
      return post(`/api/practice/scenarios/${id}/approve`, { version, sure: true })
    })
  }

  #retire = () => this.#does(() => {
    const { id, version } = this.scenario.value.scenario
    return post(`/api/practice/scenarios/${id}/retire`, { version })
  })

  #drop = () => this.#does(async () => {
    await del(`/api/practice/scenarios/${this.key}`)
    location.hash = 'scenarios'
    return this.scenario.value
  })

  async #does(act) {
    this.busy = true
    this.problem = null
    try {
      this.scenario.value = await act()
      announce(this.scenario.value.scenario.state === 'approved' ? t('Approved: anybody of staff may practise it.') : t('Saved.'))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

/** Facts that were told in the line are known from before then; those behind it move up. */
function takeOut(draft, index) {
  draft.lines.splice(index, 1)
  for (const fact of draft.facts) {
    if (fact.seq === index + 1) fact.seq = null
    else if (fact.seq > index + 1) fact.seq -= 1
  }
}

customElements.define('ramah-practice-editor', PracticeEditor)
