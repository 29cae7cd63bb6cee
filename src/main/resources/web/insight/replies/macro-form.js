import { LitElement, css, html, nothing } from 'lit'
import { get, post, put } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { icons } from '../../shared/icons.js'
import { t } from '../../shared/words.js'
import '../common/dialog.js'
import { sheet } from '../common/sheet.js'
import { audienceOf, chooseAudience, scopeField } from './scopes.js'
import { ends, kinds } from './steps.js'

/** One that nobody has made yet. */
export const newMacro = { id: null, title: '', key: null, scope: 'personal', steps: [{ kind: 'say' }], version: 0 }

/** `<ramah-macro-form>`: the steps of a macro. Tells `saved {title}`. */
class MacroForm extends LitElement {
  static properties = {
    macro: { attribute: false }, self: { attribute: false }, replies: { attribute: false },
    steps: { state: true }, teams: { state: true }, busy: { state: true }, problem: { state: true },
  }

  static styles = [base, sheet, css`
    form { display: grid; gap: var(--r-4); }
    .two { display: grid; grid-template-columns: 1fr 120px; gap: var(--r-4); }
    ol { display: grid; gap: var(--r-2); counter-reset: step; }
    li { display: grid; grid-template-columns: 1.5em minmax(150px, 230px) minmax(0, 1fr) auto; gap: var(--r-2); align-items: start; padding: var(--r-2); border-radius: var(--r-radius-s); background: var(--r-sunken); }
    li::before { counter-increment: step; content: counter(step) "."; padding-top: 8px; color: var(--r-ink-3); font-size: var(--r-text-s); }
    .what { display: flex; gap: var(--r-2); }
    .what .hours { width: 96px; flex: none; }
    @media (max-width: 640px) {
      .two { grid-template-columns: 1fr; }
      li { grid-template-columns: 1.5em minmax(0, 1fr) auto; }
      .what { grid-column: 2 / -1; grid-row: 2; }
    }
  `]

  constructor() {
    super()
    this.macro = null
    this.self = null
    this.replies = []
    this.steps = []
    this.teams = []
    this.busy = false
    this.problem = null
  }

  willUpdate(changed) {
    if (!changed.has('macro') || !this.macro) return
    this.problem = null
    this.steps = this.macro.steps.map((step) => ({ ...step }))
    get('/api/teams').then((teams) => (this.teams = teams), (problem) => (this.problem = problem))
  }

  /** The fields of the whole; the steps have their values by themselves. */
  updated(changed) {
    if (!changed.has('macro') || !this.macro) return
    const { title, key } = this.renderRoot.querySelector('form').elements
    title.value = this.macro.title
    key.value = this.macro.key ?? ''
    chooseAudience(this.renderRoot, this.macro)
  }

  render() {
    const macro = this.macro ?? newMacro
    const done = this.steps.some(ends)
    return html`<ramah-dialog heading=${macro.id ? t('Change “{title}”', { title: macro.title }) : t('Make a macro')} wide ?open=${this.macro !== null} @dismiss=${this.#dismiss}>
      <form id="macro" @submit=${this.#send}>
        <div class="two">
          <label class="field">${t('Title')}<input class="input" name="title" required maxlength="100" autocomplete="off" .defaultValue=${macro.title} autofocus></label>
          <label class="field">${t('Key')}<select name="key"><option value="">${t('None')}</option>
            ${[...'123456789'].map((key) => html`<option value=${key} ?selected=${key === macro.key}>${key}</option>`)}</select></label>
        </div>
        ${scopeField(macro, this.self, this.teams)}
        <fieldset><legend>${t('Steps')}</legend>
          <ol>${this.steps.map((step, index) => this.#step(step, index))}</ol></fieldset>
        ${done || this.steps.length >= 10 ? nothing : html`<div><button class="button" type="button" @click=${this.#add}>${t('Another step')}</button></div>`}
        ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      </form>
      <button slot="foot" class="button" type="button" @click=${this.#dismiss}>${t('Cancel')}</button>
      <button slot="foot" class="button primary" type="submit" form="macro" ?disabled=${this.busy}>${t('Save')}</button>
    </ramah-dialog>`
  }

  #step(step, index) {
    const last = index === this.steps.length - 1
    const number = t('Step {n}', { n: index + 1 })
    return html`<li>
      <select aria-label=${number} @change=${(event) => this.#set(index, { kind: event.target.value })}>${kinds.filter((each) => last || !each.ends).map(({ kind, name }) => html`
        <option value=${kind} ?selected=${kind === step.kind}>${t(name)}</option>`)}</select>
      <div class="what">${this.#what(step, index)}</div>
      <button class="button quiet icon-only" type="button" aria-label=${t('Leave out step {n}', { n: index + 1 })} ?disabled=${this.steps.length === 1} @click=${() => this.#without(index)}>${icons.close}</button></li>`
  }

  #what(step, index) {
    const field = (name, label, most) => html`<input class="input" required maxlength=${most} autocomplete="off" aria-label=${label} placeholder=${label} .value=${step[name] ?? ''}
      @input=${(event) => this.#with(index, name, event.target.value)}>`
    if (step.kind === 'say') return html`<select required aria-label=${t('Canned reply')} @change=${(event) => this.#with(index, 'reply', event.target.value)}>
      <option value="">${t('Choose…')}</option>${this.replies.map(({ id, shortcut, title }) => html`<option value=${id} ?selected=${id === step.reply}>/${shortcut} – ${title}</option>`)}</select>`
    if (step.kind === 'note') return field('text', t('The note'), 4000)
    if (step.kind === 'tag') return field('text', t('What it was about'), 60)
    if (step.kind === 'pending') return html`<input class="input hours" type="number" required min="1" max="2160" aria-label=${t('Hours')} placeholder=${t('Hours')} .value=${step.hours ?? ''}
      @input=${(event) => this.#with(index, 'hours', Number(event.target.value))}>${field('text', t('For whom it waits'), 200)}`
    if (step.kind === 'transfer') return html`<select required aria-label=${t('Team')} @change=${(event) => this.#with(index, 'team', event.target.value)}>
      <option value="">${t('Choose…')}</option>${this.teams.map((team) => html`<option value=${team} ?selected=${team === step.team}>${team}</option>`)}</select>${field('text', t('Why'), 200)}`
    return nothing
  }

  #add = () => (this.steps = [...this.steps, { kind: 'say' }])

  #set(index, step) {
    this.steps = this.steps.map((each, at) => (at === index ? step : each))
  }

  #with(index, name, value) {
    this.#set(index, { ...this.steps[index], [name]: value })
  }

  #without(index) {
    this.steps = this.steps.filter((each, at) => at !== index)
  }

  #dismiss = () => this.dispatchEvent(new Event('dismiss'))

  #send = async (event) => {
    event.preventDefault()
    const data = new FormData(event.target)
    const { id, version } = this.macro
    const wish = { title: data.get('title').trim(), key: data.get('key') || null, steps: this.steps, ...audienceOf(data.get('audience')), version }
    this.busy = true
    this.problem = null
    try {
      const saved = id ? await put(`/api/macros/${encodeURIComponent(id)}`, wish) : await post('/api/macros', wish)
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-macro-form', MacroForm)
