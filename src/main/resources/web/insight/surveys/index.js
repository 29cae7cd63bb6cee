import { LitElement, css, html, nothing } from 'lit'
import '../common/words-id.js'
import './words-id.js'
import { get, post } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { languageName, number, percent } from '../../shared/format.js'
import { announce } from '../../shared/page.js'
import { t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import { Setting } from '../settings/setting.js'
import './builder.js'
import { drafts, textsOf, when } from './words.js'

const PATH = '/api/surveys'

/** A survey that nobody has written yet: one question, asked when it was resolved. */
const fresh = () => ({
  name: '',
  on: true,
  form: { language: 'en', primary: 'csat', standard: false, questions: [{ key: 'csat', kind: 'csat', text: { ...drafts.csat }, required: true, options: [] }] },
  rules: { on: ['resolved'], afterDays: 0, share: 100, languages: [], teams: [], reasons: [], pauseDays: 14, channel: 'widget', remindAfterDays: null },
})

/** `<ramah-surveys>`: what customers are asked, in which order that is looked at, and how often anybody is asked at most. */
class Surveys extends LitElement {
  static properties = { edited: { state: true }, problem: { state: true } }

  static styles = [base, sheet, css`
    .parts { display: grid; gap: var(--r-8); }
    .parts > section { display: grid; gap: var(--r-3); }
    ol { display: grid; gap: var(--r-3); }
    li { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: var(--r-2) var(--r-4); align-items: start; }
    li h3 { margin: 0; font-size: var(--r-text); overflow-wrap: anywhere; }
    li .off { color: var(--r-ink-3); }
    li .row { justify-content: flex-end; }
    .cap { display: flex; flex-wrap: wrap; gap: var(--r-4); }
    .cap .input { width: 110px; }
    @media (max-width: 640px) { li { grid-template-columns: minmax(0, 1fr); } li .row { justify-content: flex-start; } }
  `]

  constructor() {
    super()
    this.edited = null
    this.cap = new Setting(this, 'asking')
    this.all = new Load(this, (signal) => get(PATH, { signal }))
    this.all.run()
  }

  render() {
    if (this.edited) {
      return html`<ramah-survey-builder .survey=${this.edited} .mail=${this.all.value?.mail ?? false} @closed=${this.#closed}></ramah-survey-builder>`
    }
    return html`<div class="parts">
      <section>
        <div class="spread"><p class="hint">${t('When an episode is over, the first survey whose rules let it is asked, once. The others are not.')}</p>
          <button class="button primary" type="button" @click=${() => (this.edited = fresh())}>${t('New survey')}</button></div>
        ${this.problem ? html`<div class="notice bad" role="alert">${this.problem.message}</div>` : nothing}
        ${this.all.show(({ surveys }) => (surveys.length ? html`<ol>${surveys.map((each, i) => this.#one(each, i))}</ol>` : empty(t('Nothing is asked.'))))}</section>
      <section><h3>${t('How often anybody is asked')}</h3>
        ${this.cap.form((value) => html`<div class="cap">
          <label class="field">${t('At most so often')}<input class="input" name="most" type="number" min="1" max="20" required .value=${String(value.most)} ?disabled=${!this.cap.mayChange}></label>
          <label class="field">${t('In so many days')}<input class="input" name="days" type="number" min="1" max="365" required .value=${String(value.days)} ?disabled=${!this.cap.mayChange}></label></div>
          <p class="hint">${t('Over all surveys, and also when a colleague asks by hand. NPS is asked once a quarter at most and never on the day of a chat. Whoever was given something in an episode is not asked about it.')}</p>`, this.#saveCap)}</section>
    </div>`
  }

  #one(survey, i) {
    const { form, rules, on } = survey
    const whole = Object.keys(form.questions[0].text).filter((language) => isWhole(form, language))
    return html`<li class="card">
      <div class=${on ? '' : 'off'}>
        <h3>${survey.name} ${on ? nothing : html`<span class="chip">${t('off')}</span>`}${form.standard ? html` <span class="chip">${t('comes with Ramah')}</span>` : nothing}</h3>
        <p class="hint">${when(rules)} · ${tn(form.questions.length, '{n} question', '{n} questions')} · ${whole.map(languageName).join(', ')} · ${t('version {n}', { n: survey.number })}</p>
        <p class="hint">${survey.asked ? t('{answered} of {asked} answered ({share})', { answered: number(survey.answered), asked: number(survey.asked), share: percent(survey.answered / survey.asked) }) : t('asked nobody yet')}</p>
      </div>
      <div class="row">
        ${i > 0 ? html`<button class="button quiet" type="button" @click=${() => this.#first(survey)}>${t('Put first')}<span class="unseen"> “${survey.name}”</span></button>` : nothing}
        <button class="button" type="button" aria-label=${t('Change “{name}”', { name: survey.name })} @click=${() => (this.edited = structuredClone(survey))}>${t('Change')}</button>
      </div></li>`
  }

  #first = async ({ id, name }) => {
    this.problem = null
    try {
      this.all.value = await post(`${PATH}/${id}/first`)
      announce(t('“{name}” stands first now.', { name }))
    } catch (problem) {
      this.problem = problem
    }
    this.requestUpdate()
  }

  #saveCap = ({ target }) => {
    const { most, days } = Object.fromEntries(new FormData(target))
    this.cap.save({ most: Number(most), days: Number(days) })
  }

  #closed = () => {
    this.edited = null
    this.all.run()
  }
}

/** Whether nothing is missing in a language: who reads another gets the survey's own. */
export function isWhole(form, language) {
  return textsOf(form).every((each) => each[language]?.trim())
}

customElements.define('ramah-surveys', Surveys)
