import { LitElement, css, html, nothing } from 'lit'
import { get, post } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import './digest-words-id.js'
import { rowsLook } from './rows.js'
import { Setting } from './setting.js'

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const dayName = (day) => new Intl.DateTimeFormat(document.documentElement.lang || undefined, { weekday: 'long', timeZone: 'UTC' })
  .format(new Date(Date.UTC(2026, 10, 23 + days.indexOf(day))))
const zones = Intl.supportedValuesOf?.('timeZone') ?? []
const rhythms = { OFF: 'Never', DAILY: 'Every day', WEEKLY: 'Every week' }
const languages = { en: 'English', id: 'Bahasa Indonesia' }

/** `<ramah-digest-setting>`: when the digest goes out and to whom, what it would say now, and one for me at once. */
class DigestSetting extends LitElement {
  static properties = { sent: { state: true } }
  static styles = [base, sheet, rowsLook, css`
    pre { overflow-x: auto; margin: 0; padding: var(--r-4); border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-sunken);
      font: var(--r-text-s)/1.5 var(--r-mono); white-space: pre-wrap; }
    .try { display: grid; gap: var(--r-3); margin-top: var(--r-8); padding-top: var(--r-6); border-top: 1px solid var(--r-line); }
  `]

  constructor() {
    super()
    this.sent = null
    this.setting = new Setting(this, 'digest', (value) => ({ ...structuredClone(value), addresses: value.to.join('\n') }))
    this.preview = new Load(this, (signal) => get('/api/digest/preview', { signal }))
    this.preview.run()
  }

  render() {
    return html`${this.setting.form(() => this.#fields(this.setting.draft), this.#save)}
      <div class="try"><h3>${t('What it would say now')}</h3>
        ${this.preview.show((preview) => html`
          <div class="row">
            <button class="button" type="button" ?disabled=${!preview.mail} @click=${this.#send}>${t('Send me one now')}</button>
            <span class="hint" role="status">${this.#told(preview)}</span></div>
          <pre tabindex="0" role="region" aria-label=${t('What it would say now')}>${preview.text}</pre>`)}</div>`
  }

  #told(preview) {
    if (!preview.mail) return t('Mail is not set up. The README says how; webhooks work without it.')
    if (this.sent?.problem) return this.sent.problem.message
    return this.sent ? t('It is on its way to {address}.', { address: preview.to }) : t('To {address}', { address: preview.to })
  }

  #save = async () => {
    const to = this.setting.draft.addresses.split(/[\s,;]+/).filter(Boolean)
    const { addresses, ...rule } = this.setting.draft
    if (await this.setting.save({ ...rule, to })) this.preview.run()
  }

  #send = async () => {
    try {
      await post('/api/digest/send')
      this.sent = {}
      announce(t('It is on its way.'))
    } catch (problem) {
      this.sent = { problem }
    }
  }

  #fields(rule) {
    const disabled = !this.setting.mayChange
    const change = (field, value) => {
      rule[field] = value
      this.requestUpdate()
    }
    const select = (field, label, options, name) => html`<label class="field">${label}<select ?disabled=${disabled} @change=${(event) => change(field, event.target.value)}>
      ${options.map((each) => html`<option value=${each} ?selected=${each === rule[field]}>${name(each)}</option>`)}</select></label>`
    return html`
      <p>${t('The figures of the report’s first page beside those of the days before, for whoever does not come by every day.')}</p>
      <datalist id="zones">${zones.map((zone) => html`<option value=${zone}></option>`)}</datalist>
      <div class="numbers">
        ${select('rhythm', t('When'), Object.keys(rhythms), (each) => t(rhythms[each]))}
        ${rule.rhythm === 'WEEKLY' ? select('day', t('On'), days, dayName) : nothing}
        ${rule.rhythm === 'OFF' ? nothing : html`<label class="field">${t('From this hour on')}<select ?disabled=${disabled} @change=${(event) => change('hour', Number(event.target.value))}>
          ${Array.from({ length: 24 }, (_, hour) => html`<option value=${hour} ?selected=${hour === rule.hour}>${String(hour).padStart(2, '0')}:00</option>`)}</select></label>`}
        <label class="field">${t('Time zone')}<input class="input" list="zones" required maxlength="60" ?disabled=${disabled} .value=${rule.zone} @input=${(event) => (rule.zone = event.target.value.trim())}></label>
        ${select('language', t('Language'), Object.keys(languages), (each) => languages[each])}
      </div>
      <label class="field">${t('By mail to')}<textarea class="input" rows="3" ?disabled=${disabled} placeholder="maya@kopi.example" .value=${rule.addresses} @input=${(event) => (rule.addresses = event.target.value)}></textarea>
        <span class="hint">${t('An address a line.')}</span></label>
      <label class="choice"><input type="checkbox" .checked=${rule.webhooks} ?disabled=${disabled} @change=${(event) => change('webhooks', event.target.checked)}> ${t('Also to webhooks that ask for digests')}</label>`
  }
}

customElements.define('ramah-digest-setting', DigestSetting)
