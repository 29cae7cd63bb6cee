import { LitElement, css, html, nothing } from 'lit'
import { get, post } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { icons } from '../../shared/icons.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import './routing-words-id.js'
import { rows, rowsLook } from './rows.js'
import { Setting } from './setting.js'

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const dayName = (day) => new Intl.DateTimeFormat(document.documentElement.lang || undefined, { weekday: 'long', timeZone: 'UTC' })
  .format(new Date(Date.UTC(2026, 10, 23 + days.indexOf(day))))
const zones = Intl.supportedValuesOf?.('timeZone') ?? []
/** How long after the last key the preview is asked for. */
const PAUSE = 400

/** `<ramah-hours-setting>`: when people are at work, of the house and of teams, and when it opens next. */
class HoursSetting extends LitElement {
  static properties = { team: { state: true }, staff: { state: true }, names: { state: true }, preview: { state: true } }
  static styles = [base, sheet, rowsLook, css`
    .tabs { display: flex; flex-wrap: wrap; gap: var(--r-2); }
    .tabs .button[aria-pressed="true"] { background: var(--r-accent-soft); color: var(--r-accent-strong); border-color: transparent; }
    .day { display: grid; grid-template-columns: 110px minmax(0, 1fr); gap: var(--r-2) var(--r-3); padding: var(--r-2) 0; border-bottom: 1px solid var(--r-line); align-items: center; }
    .day:last-child { border-bottom: 0; }
    .spans { display: flex; flex-wrap: wrap; gap: var(--r-2); align-items: center; }
    .span { display: inline-flex; flex-wrap: wrap; align-items: center; gap: var(--r-1); }
    .span .input { width: 132px; }
    label.zone { max-width: 320px; }
    @media (max-width: 560px) { .day { grid-template-columns: minmax(0, 1fr); } }
  `]

  #asked = 0

  constructor() {
    super()
    /** The team that is shown; null is the house. */
    this.team = null
    this.staff = []
    this.names = []
    this.preview = null
    this.setting = new Setting(this, 'hours', (value) => {
      this.#foresee()
      return structuredClone(value)
    })
    Promise.all([get('/api/teams'), get('/api/staff')]).then(([names, staff]) => {
      this.names = names
      this.staff = staff
    }, () => {})
  }

  render() {
    return this.setting.form(() => this.#fields(this.setting.draft), () => this.setting.save(this.setting.draft))
  }

  get #shown() {
    return this.team ? this.setting.draft.teams[this.team] : this.setting.draft.house
  }

  /** What was just changed, drawn again, and what it means for now. */
  #change(act) {
    act()
    this.requestUpdate()
    this.#foresee()
  }

  #foresee() {
    clearTimeout(this.#asked)
    this.#asked = setTimeout(async () => {
      try {
        // A day that is still being typed has no date yet.
        const holidays = this.#shown?.holidays.filter((day) => day.date)
        this.preview = this.#shown ? await post('/api/hours/preview', { ...this.#shown, holidays }) : null
      } catch (problem) {
        this.preview = { problem }
      }
    }, PAUSE)
  }

  #fields(all) {
    const disabled = !this.setting.mayChange
    const teams = [...new Set([...this.names, ...Object.keys(all.teams)])].sort()
    const show = (team) => {
      this.team = team
      this.preview = null
      this.#foresee()
    }
    return html`
      <div class="tabs" role="group" aria-label=${t('Whose hours')}>
        <button class="button" type="button" aria-pressed=${String(this.team === null)} @click=${() => show(null)}>${t('The house')}</button>
        ${teams.map((team) => html`<button class="button" type="button" aria-pressed=${String(this.team === team)} @click=${() => show(team)}>${team}</button>`)}</div>
      ${this.team ? this.#members() : nothing}
      ${this.#shown ? this.#hours(this.#shown, disabled) : html`<p>${t('This team has the hours of the house.')}</p>
        ${disabled ? nothing : html`<div><button class="button" type="button" @click=${() => this.#change(() => (all.teams[this.team] = structuredClone(all.house)))}>${t('Give it hours of its own')}</button></div>`}`}
      ${this.team && this.#shown && !disabled ? html`<div><button class="button quiet" type="button" @click=${() => this.#change(() => delete all.teams[this.team])}>${t('Let it have the hours of the house again')}</button></div>` : nothing}`
  }

  #members() {
    const members = this.staff.filter((person) => person.active && person.teams?.includes(this.team))
    return html`<p>${members.length ? html`${t('In this team:')} ${members.map((person) => person.name).join(', ')}.` : t('Nobody is in this team.')}
      <a href="/people">${t('Change who is')}</a></p>`
  }

  #hours(hours, disabled) {
    return html`
      <p class="notice" role="status">${this.#now()}</p>
      <datalist id="zones">${zones.map((zone) => html`<option value=${zone}></option>`)}</datalist>
      <label class="field zone">${t('Time zone')}<input class="input" list="zones" required maxlength="60" ?disabled=${disabled} .value=${hours.zone}
        @change=${(event) => this.#change(() => (hours.zone = event.target.value.trim()))}></label>
      <fieldset><legend>${t('The week')}</legend>${days.map((day) => html`<div class="day"><span>${dayName(day)}</span>
        ${this.#spans((hours.week[day] ??= []), dayName(day), disabled)}</div>`)}</fieldset>
      ${rows({ host: this, disabled, name: t('Holidays and other days'), hint: t('Closed, or open only in these hours, whatever the week says.'), items: hours.holidays,
        fresh: () => ({ date: '', name: '', open: [] }), add: t('Add a day'),
        line: (item) => html`
          <label class="field small">${t('Day')}<input class="input" type="date" required ?disabled=${disabled} .value=${item.date} @change=${(event) => this.#change(() => (item.date = event.target.value))}></label>
          <label class="field">${t('Name')}<input class="input" maxlength="100" ?disabled=${disabled} .value=${item.name} @input=${(event) => (item.name = event.target.value)}></label>
          ${this.#spans(item.open, item.name || t('Day'), disabled)}` })}`
  }

  #spans(spans, of, disabled) {
    const time = (span, field, label) => html`<input class="input" type="time" required aria-label=${`${of}: ${label}`} ?disabled=${disabled}
      .value=${span[field].slice(0, 5)} @change=${(event) => this.#change(() => (span[field] = event.target.value))}>`
    return html`<div class="spans">${spans.length ? spans.map((span, index) => html`<span class="span">${time(span, 'from', t('from'))}–${time(span, 'to', t('to'))}
        ${disabled ? nothing : html`<button class="button quiet icon-only" type="button" aria-label=${t('Take away')} @click=${() => this.#change(() => spans.splice(index, 1))}>${icons.close}</button>`}</span>`)
      : html`<span class="hint">${t('closed')}</span>`}
      ${disabled ? nothing : html`<button class="button quiet" type="button" @click=${() => this.#change(() => spans.push(next(spans)))}>${t('Add hours')}<span class="unseen"> ${of}</span></button>`}</div>`
  }

  #now() {
    const { preview } = this
    if (!preview) return t('Looking when it opens…')
    if (preview.problem) return preview.problem.message
    const moment = (at) => new Intl.DateTimeFormat(document.documentElement.lang || undefined, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: this.#shown.zone, timeZoneName: 'short' }).format(new Date(at))
    if (preview.open) return preview.closes ? t('Open now, until {time}.', { time: moment(preview.closes) }) : t('Always open.')
    return preview.opens ? t('Closed now. Next open: {time}.', { time: moment(preview.opens) }) : t('Never open.')
  }
}

/** The hours after the last ones, or a whole day. */
function next(spans) {
  const last = spans.at(-1)?.to.slice(0, 5)
  if (!last || last === '00:00') return { from: '09:00', to: '17:00' }
  return { from: last, to: '00:00' }
}

customElements.define('ramah-hours-setting', HoursSetting)
