import { LitElement, html } from 'lit'
import { base } from '../shared/base.js'
import { t } from '../shared/words.js'
import { sheet } from '../insight/common/sheet.js'
import '../insight/settings/routing-words-id.js'
import { rowsLook } from '../insight/settings/rows.js'
import { Setting } from '../insight/settings/setting.js'
import { markingFields } from './marking-fields.js'

/** `<ramah-practice-marking>`: how rehearsals are marked, unless a scenario says otherwise. */
class PracticeMarking extends LitElement {
  static styles = [base, sheet, rowsLook]

  #seen = null
  #draft = null

  constructor() {
    super()
    this.setting = new Setting(this, 'practice')
  }

  render() {
    return html`<div class="page-head"><div><h1>${t('Marking')}</h1>
      <p>${t('What counts how much in a rehearsal. What can’t be judged is left out, and the rest counts for the whole; a scenario may have a marking of its own.')}</p></div></div>
      ${this.setting.form((value) => markingFields(this.#edited(value), { disabled: !this.setting.mayChange }), () => this.setting.save(this.#draft))}`
  }

  #edited(value) {
    if (value !== this.#seen) {
      this.#seen = value
      this.#draft = structuredClone(value)
    }
    return this.#draft
  }
}

customElements.define('ramah-practice-marking', PracticeMarking)
