import { LitElement, html } from 'lit'
import { get } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import './routing-words-id.js'
import { number, rowsLook } from './rows.js'
import { Setting } from './setting.js'

const reliefs = [['nothing', 'Nothing'], ['easier', 'An easier one next'], ['pause', 'A pause']]

/** `<ramah-relief-setting>`: what people get after an abusive conversation, or after heavy ones in a row. */
class ReliefSetting extends LitElement {
  static properties = { names: { state: true } }
  static styles = [base, sheet, rowsLook]

  constructor() {
    super()
    this.names = []
    this.setting = new Setting(this, 'relief')
    get('/api/teams').then((names) => (this.names = names), () => {})
  }

  render() {
    return this.setting.form(() => this.#fields(this.setting.draft), () => this.setting.save(this.setting.draft))
  }

  #fields(rules) {
    const disabled = !this.setting.mayChange
    const teams = [...new Set([...this.names, ...Object.keys(rules.teams)])].sort()
    const choice = (label, value, none, set) => html`<label class="field">${label}<select ?disabled=${disabled} @change=${(event) => set(event.target.value)}>
      ${none ? html`<option value="" ?selected=${!value}>${none}</option>` : ''}
      ${reliefs.map(([key, name]) => html`<option value=${key} ?selected=${key === value}>${t(name)}</option>`)}</select></label>`
    return html`
      <p>${t('After a conversation that was abusive (its words suggest it, whoever had it confirms it), or after heavy ones in a row, people get:')}</p>
      <div class="numbers">${choice(t('The house'), rules.house, '', (value) => (rules.house = value))}
        ${teams.map((team) => choice(team, rules.teams[team], t('as the house'), (value) => {
          if (value) rules.teams[team] = value
          else delete rules.teams[team]
        }))}</div>
      <div class="numbers">${number(rules, 'heavyInARow', t('Heavy ones in a row'), 2, 10, { disabled })}
        ${number(rules, 'pauseMinutes', t('A pause lasts, in minutes'), 1, 30, { disabled })}</div>
      <p class="hint">${t('Heavy is a conversation with an upset customer or a long one, as “Who gets whom” says. Everybody may end their pause.')}</p>`
  }
}

customElements.define('ramah-relief-setting', ReliefSetting)
