import { LitElement, css, html, nothing } from 'lit'
import { get, post, put } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { languageName } from '../../shared/format.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { mount } from '../../widget/survey/form.js'
import { sheet } from '../common/sheet.js'
import { rowsLook } from '../settings/rows.js'
import { drafts, kinds, measures, occasions, textsOf } from './words.js'

const MOST = 5
const RANGES = { csat: [1, 5], nps: [0, 10], ces: [1, 7], yes_no: [0, 1] }

/** The most that a scale has. */
const STEPS = 11
const LANGUAGES = ['en', 'id', 'ar', 'de', 'es', 'fr', 'nl', 'pt']

/** `<ramah-survey-builder .survey>`: writes one survey; beside it stands what the customer sees. Event: `closed`. */
class Builder extends LitElement {
  static properties = { survey: {}, mail: { type: Boolean }, language: { state: true }, problem: { state: true }, saving: { state: true }, teams: { state: true } }

  static styles = [base, sheet, rowsLook, css`
    .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(280px, 340px); gap: var(--r-6); align-items: start; }
    .side { position: sticky; top: 72px; display: grid; gap: var(--r-2); }
    .preview { padding: var(--r-5) var(--r-4); background: var(--r-surface); border: 1px solid var(--r-line); border-radius: var(--r-radius-l); }
    .question { display: grid; gap: var(--r-3); }
    .question .head { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: var(--r-3); align-items: center; }
    .question .acts { display: flex; flex-wrap: wrap; gap: 0; }
    .option { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: var(--r-2); align-items: end; }
    .options { display: grid; gap: var(--r-2); }
    .short { display: flex; flex-wrap: wrap; gap: var(--r-4); align-items: end; }
    .short .field { flex: 0 1 170px; }
    .short > .hint { flex: 1 0 100%; }
    .rules .numbers { align-items: start; }
    .choices { display: flex; flex-wrap: wrap; gap: var(--r-1) var(--r-4); margin-top: var(--r-1); }
    h3 { margin-bottom: var(--r-1); }
    .foot { position: sticky; bottom: 0; padding: var(--r-3) 0; background: var(--r-surface); border-top: 1px solid var(--r-line); }
    @media (max-width: 900px) { .sides { grid-template-columns: minmax(0, 1fr); } .side { position: static; } }
  `]

  constructor() {
    super()
    this.problem = null
    this.saving = false
    this.teams = []
    get('/api/teams').then((names) => (this.teams = names), () => {})
  }

  willUpdate(changed) {
    if (changed.has('survey')) this.language = this.survey.form.language
  }

  firstUpdated() {
    this.renderRoot.querySelector('input').focus()
  }

  /** The preview is the form itself, which customers get; nothing of it is sent. */
  updated() {
    const { form } = this.survey
    const shown = shownIn(form, this.language)
    const sign = JSON.stringify(shown)
    if (sign === this.drawn) return
    this.drawn = sign
    mount(this.renderRoot.querySelector('.preview'), shown, { send: async () => {}, done: () => (this.drawn = null) })
  }

  #change = (act) => {
    act(this.survey)
    this.requestUpdate()
  }

  render() {
    const { survey } = this
    const { form } = survey
    return html`
      <form class="stack" aria-busy=${this.saving} @submit=${this.#save}>
        <div class="spread"><h3>${survey.id ? t('Change “{name}”', { name: survey.name }) : t('New survey')}</h3>
          <label class="choice"><input type="checkbox" .checked=${survey.on} @change=${({ target }) => this.#change((it) => (it.on = target.checked))}>${t('It is on')}</label></div>
        <label class="field">${t('Name, for colleagues')}<input class="input" required maxlength="80" .value=${survey.name} @input=${({ target }) => this.#change((it) => (it.name = target.value))}></label>
        <div class="sides">
          <div class="stack">
            ${this.#languages(form)}
            ${form.questions.map((question, i) => this.#question(question, i))}
            ${form.questions.length < MOST ? html`<div class="row" role="group" aria-label=${t('Add a question')}>${Object.entries(kinds)
              .filter(([kind]) => !measures.includes(kind) || !form.questions.some((each) => each.kind === kind))
              .map(([kind, name]) => html`<button class="button" type="button" @click=${() => this.#add(kind)}>+ ${t(name)}</button>`)}</div>`
              : html`<p class="hint">${t('Five questions are the most that are asked.')}</p>`}
            ${this.#rules(survey.rules, form)}
          </div>
          <div class="side"><h3 id="preview">${t('What the customer sees')}</h3>
            <div class="preview" role="group" aria-labelledby="preview"></div>
            <p class="hint">${t('Try it: nothing is sent.')}</p></div>
        </div>
        <div class="foot">
          ${this.problem ? html`<p class="error" role="alert">${t('This was not saved.')} ${this.problem.message}</p>` : nothing}
          <div class="row"><button class="button primary" type="submit" ?disabled=${this.saving}>${t('Save')}</button>
            <button class="button" type="button" @click=${this.#close}>${t('Cancel')}</button>
            ${survey.id ? html`<span class="hint">${t('Questions that change are a new version; who was asked the old one answers that.')}</span>` : nothing}</div></div>
      </form>`
  }

  #languages(form) {
    const known = LANGUAGES.filter((language) => language === form.language || language === this.language || form.questions.some(({ text }) => text[language]))
    return html`<div class="short">
      <label class="field">${t('Language to write in')}<select @change=${({ target }) => (this.language = target.value)}>
        ${LANGUAGES.map((language) => html`<option value=${language} ?selected=${language === this.language}>${languageName(language)}${known.includes(language) ? (missing(form, language) ? ` · ${t('{n} missing', { n: missing(form, language) })}` : ' ✓') : ''}</option>`)}</select></label>
      <label class="field">${t('For all other languages')}<select @change=${({ target }) => this.#change((it) => (it.form.language = target.value))}>
        ${known.map((language) => html`<option value=${language} ?selected=${language === form.language}>${languageName(language)}</option>`)}</select></label>
      <p class="hint">${missing(form, this.language)
        ? t('Until nothing is missing in {language}, its readers get {other}.', { language: languageName(this.language), other: languageName(form.language) })
        : t('Everything is there in {language}.', { language: languageName(this.language) })}</p></div>`
  }

  #question(question, i) {
    const { form } = this.survey
    const { language } = this
    const heading = `${i + 1} · ${t(kinds[question.kind])}`
    return html`<fieldset class="card question"><legend class="unseen">${heading}</legend>
      <div class="head"><strong aria-hidden="true">${heading}</strong>
        <span class="acts">
          ${i > 0 ? html`<button class="button quiet" type="button" @click=${() => this.#move(i)}>${t('Up')}<span class="unseen"> ${heading}</span></button>` : nothing}
          ${form.questions.length > 1 ? html`<button class="button quiet" type="button" @click=${() => this.#remove(i)}>${t('Take away')}<span class="unseen"> ${heading}</span></button>` : nothing}</span></div>
      ${this.#text(t('Question'), question.text, language)}
      ${question.kind === 'choice' ? this.#options(question, language) : nothing}
      ${question.kind === 'scale' ? this.#scale(question.scale, language) : nothing}
      <div class="choices">
        <label class="choice"><input type="checkbox" .checked=${question.required} ?disabled=${question.key === form.primary} @change=${({ target }) => this.#change(() => (question.required = target.checked))}>${t('It has to be answered')}</label>
        ${measures.includes(question.kind) ? html`<label class="choice"><input type="radio" name="primary" .checked=${question.key === form.primary} @change=${() => this.#change((it) => { it.form.primary = question.key; question.required = true })}>${t('What the survey is about')}</label>` : nothing}</div>
    </fieldset>`
  }

  #text(label, text, language, needed = language === this.survey.form.language) {
    return html`<label class="field">${label} · ${languageName(language)}<input class="input" maxlength="300" dir="auto" lang=${language} .value=${text[language] ?? ''}
      placeholder=${language === this.survey.form.language ? '' : (text[this.survey.form.language] ?? '')} ?required=${needed}
      @input=${({ target }) => this.#change(() => (text[language] = target.value))}></label>`
  }

  #options(question, language) {
    return html`<div class="options">${question.options.map((option, i) => html`<div class="option">
        ${this.#text(t('Answer {n}', { n: i + 1 }), option.text, language)}
        <button class="button quiet" type="button" ?disabled=${question.options.length < 3} @click=${() => this.#change(() => question.options.splice(i, 1))}>${t('Take away')}<span class="unseen"> ${t('Answer {n}', { n: i + 1 })}</span></button></div>`)}
      ${question.options.length < 10 ? html`<div><button class="button" type="button" @click=${() => this.#change(() => question.options.push(newOption(question)))}>${t('Another answer')}</button></div>` : nothing}</div>`
  }

  #scale(scale, language) {
    const set = (field) => ({ target }) => this.#change(() => {
      scale[field] = Number(target.value)
      scale.max = Math.min(Math.max(scale.max, scale.min + 1), scale.min + STEPS - 1)
    })
    const steps = (field, label, from, to) => html`<label class="field">${label}<select @change=${set(field)}>
      ${Array.from({ length: to - from + 1 }, (_, i) => from + i).map((n) => html`<option value=${n} ?selected=${n === scale[field]}>${n}</option>`)}</select></label>`
    return html`<div class="short">${steps('min', t('From'), 0, 1)}${steps('max', t('To'), scale.min + 1, scale.min + STEPS - 1)}</div>
      <div class="numbers">
        ${this.#text(t('What {n} means', { n: scale.min }), scale.low, language, false)}
        ${this.#text(t('What {n} means', { n: scale.max }), scale.high, language, false)}</div>`
  }

  #rules(rules, form) {
    const set = (field, value) => this.#change(() => (rules[field] = value))
    const count = (field, label, least, most) => html`<label class="field">${label}<input class="input" type="number" required min=${least} max=${most} .value=${String(rules[field] ?? '')} @input=${({ target }) => set(field, target.valueAsNumber)}></label>`
    const names = (field, label, list, hint) => html`<label class="field">${label}<input class="input" .value=${rules[field].join(', ')} list=${list ?? nothing} @change=${({ target }) => set(field, target.value.split(',').map((name) => name.trim()).filter(Boolean))}><span class="hint">${hint}</span></label>`
    const nps = form.questions.some(({ kind }) => kind === 'nps')
    return html`<div class="card stack rules"><h3>${t('When, and whom')}</h3>
      <fieldset><legend>${t('It is asked after')}</legend><div class="choices">${Object.entries(occasions).map(([key, name]) => html`
        <label class="choice"><input type="checkbox" .checked=${rules.on.includes(key)} @change=${({ target }) => set('on', target.checked ? [...rules.on, key] : rules.on.filter((one) => one !== key))}>${t(name)}</label>`)}</div>
        ${rules.on.length ? nothing : html`<p class="hint">${t('By hand only.')}</p>`}</fieldset>
      <fieldset><legend>${t('How')}</legend><div class="choices">
        <label class="choice"><input type="radio" name="channel" .checked=${rules.channel === 'widget'} @change=${() => this.#change(() => Object.assign(rules, { channel: 'widget', remindAfterDays: null }))}>${t('In the chat')}</label>
        <label class="choice"><input type="radio" name="channel" .checked=${rules.channel === 'mail'} ?disabled=${!this.mail} @change=${() => set('channel', 'mail')}>${t('By mail, with a link')}</label></div>
        ${this.mail ? nothing : html`<p class="hint">${t('Mail is off: it needs a mail server and our own address.')}</p>`}</fieldset>
      <div class="short">
        ${count('afterDays', t('Days after the end'), nps ? 1 : 0, 30)}
        ${count('share', t('Share that is asked, %'), 1, 100)}
        ${count('pauseDays', t('Not again within days'), 0, 365)}</div>
      ${nps ? html`<p class="hint">${t('With NPS it is a day later at least: it is about the shop and not about a chat.')}</p>` : nothing}
      ${rules.channel === 'mail' ? html`<div class="short"><label class="choice"><input type="checkbox" .checked=${rules.remindAfterDays !== null} @change=${({ target }) => set('remindAfterDays', target.checked ? 3 : null)}>${t('Remind once')}</label>
        ${rules.remindAfterDays === null ? nothing : count('remindAfterDays', t('after days'), 1, 14)}</div>` : nothing}
      <fieldset><legend>${t('Only in these languages')}</legend><div class="choices">${[...new Set([...LANGUAGES, ...rules.languages])].map((code) => html`
        <label class="choice"><input type="checkbox" .checked=${rules.languages.includes(code)} @change=${({ target }) => set('languages', target.checked ? [...rules.languages, code] : rules.languages.filter((one) => one !== code))}>${languageName(code)}</label>`)}</div>
        <p class="hint">${t('None is all.')}</p></fieldset>
      <div class="numbers">
        ${names('teams', t('Only of these teams'), 'teams', t('Who took part, or to whom it was handed on.'))}
        ${names('reasons', t('Only about'), null, t('What colleagues said it was about, or the rule that asked for a person.'))}</div>
      <datalist id="teams">${this.teams.map((team) => html`<option value=${team}></option>`)}</datalist></div>`
  }

  #add(kind) {
    this.#change(({ form }) => {
      const question = { key: freshKey(form, kind), kind, text: { ...drafts[kind] }, required: measures.includes(kind), options: [] }
      if (kind === 'scale') question.scale = { min: 1, max: 5, low: {}, high: {} }
      if (kind === 'choice') question.options.push(newOption(question), newOption(question))
      form.questions.push(question)
      if (!form.questions.some(({ key }) => key === form.primary) && measures.includes(kind)) form.primary = question.key
      if (kind === 'nps' && this.survey.rules.afterDays < 1) this.survey.rules.afterDays = 1
    })
  }

  #remove(i) {
    this.#change(({ form }) => {
      const [gone] = form.questions.splice(i, 1)
      if (gone.key === form.primary) form.primary = form.questions.find(({ kind }) => measures.includes(kind))?.key ?? ''
    })
  }

  #move(i) {
    this.#change(({ form }) => form.questions.splice(i - 1, 0, ...form.questions.splice(i, 1)))
  }

  #save = async (event) => {
    event.preventDefault()
    this.saving = true
    this.problem = null
    const { id, name, on, form, rules, version } = this.survey
    try {
      await (id ? put(`/api/surveys/${id}`, { name, on, form, rules, version }) : post('/api/surveys', { name, on, form, rules }))
      announce(t('Saved.'))
      this.#close()
    } catch (problem) {
      this.problem = problem
    }
    this.saving = false
  }

  #close = () => this.dispatchEvent(new CustomEvent('closed'))
}

/** As the server shows it; a text that is not written yet is told apart from one that is. */
function shownIn(form, language) {
  const said = (text) => text[language] || text[form.language] || '…'
  return {
    ask: 'preview',
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    questions: form.questions.map(({ key, kind, text, required, options, scale }) => ({
      key, kind, required, text: said(text), min: scale?.min ?? RANGES[kind]?.[0], max: scale?.max ?? RANGES[kind]?.[1],
      ends: scale ? [scale.low, scale.high].map((each) => (Object.values(each).some(Boolean) ? said(each) : '')) : [],
      options: options.map((option) => ({ key: option.key, text: said(option.text) })),
    })),
  }
}

/** How many texts are not there in a language. */
function missing(form, language) {
  return textsOf(form).filter((text) => !text[language]?.trim()).length
}

function freshKey({ questions }, kind) {
  const taken = new Set(questions.map(({ key }) => key))
  for (let i = 1; ; i++) {
    const key = i === 1 ? kind : `${kind}-${i}`
    if (!taken.has(key)) return key
  }
}

function newOption({ options }) {
  const taken = new Set(options.map(({ key }) => key))
  for (let i = 1; ; i++) if (!taken.has(`o${i}`)) return { key: `o${i}`, text: {} }
}

customElements.define('ramah-survey-builder', Builder)
