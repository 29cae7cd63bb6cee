import { LitElement, html } from 'lit'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import './routing-words-id.js'
import { line, number, rowsLook } from './rows.js'
import { Setting } from './setting.js'

/** `<ramah-blocking-setting>`: for how long visitors may be blocked at most, and how they object. */
class BlockingSetting extends LitElement {
  static styles = [base, sheet, rowsLook]

  constructor() {
    super()
    this.setting = new Setting(this, 'blocking')
  }

  render() {
    return this.setting.form(() => this.#fields(this.setting.draft), () => this.setting.save(this.setting.draft))
  }

  #fields(rules) {
    const disabled = !this.setting.mayChange
    return html`
      <p>${t('Whoever has a conversation, and managers, may keep a visitor from writing for a while. It needs a reason, ends by itself, and the visitor reads why, until when and how to object.')}</p>
      <div class="numbers">${number(rules, 'mostHours', t('For how long at most, in hours'), 1, 720, { disabled })}</div>
      <div>${line(rules, 'objection', t('How to object'), { disabled, most: 300 })}<p class="hint">${t('Without it they are told to ask the shop in another way.')}</p></div>`
  }
}

customElements.define('ramah-blocking-setting', BlockingSetting)
