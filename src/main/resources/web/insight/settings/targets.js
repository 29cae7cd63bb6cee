import { LitElement, css, html } from 'lit'
import { get } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { addWords, t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import { rowsLook } from './rows.js'
import { Setting } from './setting.js'

addWords('id', {
  'Targets': 'Target',
  'How fast customers are to be helped by people. A row of the desk shows when that is near or was missed; the report shows how often it was kept. Without a number there is no target.':
    'Seberapa cepat pelanggan harus dibantu petugas. Baris di meja menunjukkan bila waktunya hampir habis atau terlewat; laporan menunjukkan seberapa sering tercapai. Tanpa angka berarti tanpa target.',
  'First response, in minutes': 'Tanggapan pertama, dalam menit',
  'Resolution, in minutes': 'Penyelesaian, dalam menit',
  'What counts': 'Yang dihitung',
  'Minutes of working hours': 'Menit dalam jam kerja',
  'Every minute of the clock': 'Setiap menit jam dinding',
  'As the house': 'Seperti kantor',
  'Targets of its own': 'Target sendiri',
  'What was counted before is judged anew by what you save; until that is done the report shows it by the old ones.':
    'Yang sudah dihitung dinilai ulang dengan yang Anda simpan; sampai selesai, laporan memakai yang lama.',
})

/** `<ramah-targets-setting>`: how fast customers are to be helped, by the house and by teams. */
class TargetsSetting extends LitElement {
  static properties = { names: { state: true } }
  static styles = [base, sheet, rowsLook, css`
    .numbers { grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); }
    .choice + .hint { margin-inline-start: var(--r-2); }
    input::placeholder { color: var(--r-ink-3); }
  `]

  constructor() {
    super()
    this.names = []
    this.setting = new Setting(this, 'targets')
    get('/api/teams').then((names) => (this.names = names), () => {})
  }

  render() {
    return this.setting.form(() => this.#fields(this.setting.draft), () => this.setting.save(this.setting.draft))
  }

  #fields(all) {
    const disabled = !this.setting.mayChange
    const teams = [...new Set([...this.names, ...Object.keys(all.teams)])].sort()
    return html`
      <p>${t('How fast customers are to be helped by people. A row of the desk shows when that is near or was missed; the report shows how often it was kept. Without a number there is no target.')}</p>
      <fieldset><legend>${t('The house')}</legend>${this.#target(all.house, disabled)}</fieldset>
      ${teams.map((team) => html`<fieldset><legend>${team}</legend>${this.#team(all, team, disabled)}</fieldset>`)}
      <p class="hint">${t('What was counted before is judged anew by what you save; until that is done the report shows it by the old ones.')}</p>`
  }

  #team(all, team, disabled) {
    const own = team in all.teams
    const change = (act) => {
      act()
      this.requestUpdate()
    }
    return html`
      <label class="choice"><input type="checkbox" .checked=${own} ?disabled=${disabled} @change=${(event) => change(() => {
        if (event.target.checked) all.teams[team] = structuredClone(all.house)
        else delete all.teams[team]
      })}> ${t('Targets of its own')}</label>
      ${own ? this.#target(all.teams[team], disabled) : html` <span class="hint">${t('As the house')}</span>`}`
  }

  #target(target, disabled) {
    const minutes = (field, label) => html`<label class="field small">${label}<input class="input" type="number" inputmode="numeric" min="1" max="525600" placeholder="–"
      ?disabled=${disabled} .value=${String(target[field] ?? '')} @input=${(event) => (target[field] = event.target.value === '' ? null : event.target.valueAsNumber)}></label>`
    return html`<div class="numbers">${minutes('firstResponse', t('First response, in minutes'))}${minutes('resolution', t('Resolution, in minutes'))}
      <label class="field">${t('What counts')}<select ?disabled=${disabled} @change=${(event) => (target.openHours = event.target.value === 'open')}>
        <option value="open" ?selected=${target.openHours}>${t('Minutes of working hours')}</option>
        <option value="clock" ?selected=${!target.openHours}>${t('Every minute of the clock')}</option></select></label></div>`
  }
}

customElements.define('ramah-targets-setting', TargetsSetting)
