import { LitElement, css, html } from 'lit'
import './words-id.js'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import { Setting } from '../settings/setting.js'

const MARKS = [1, 2, 3, 4]

/** `<ramah-follow-up-rule>`: which ratings somebody answers, and how soon. */
class FollowUpRule extends LitElement {
  static styles = [base, sheet, css`
    form.stack { padding: var(--r-5); border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-surface); }
    label.field { max-width: 320px; }
    p { max-width: 68ch; margin-bottom: var(--r-4); color: var(--r-ink-2); }
  `]

  constructor() {
    super()
    this.rule = new Setting(this, 'follow-up')
  }

  render() {
    return html`
      <p>${t('A low mark is given to a manager or administrator who took no part in the conversation. They answer; whoever is late is relieved by somebody else.')}</p>
      <p>${t('Where it was asked instead whether they would recommend us, or whether it was easy, a 0 to 6 or a 1 to 3 is low.')}</p>
      ${this.rule.form(({ upTo, hours }) => html`
        <label class="field">${t('Answer marks up to')}
          <select name="upTo">${MARKS.map((mark) => html`<option value=${mark} ?selected=${mark === upTo}>${mark}</option>`)}</select></label>
        <label class="field">${t('Within this many hours')}
          <input class="input" name="hours" type="number" required min="1" max="720" .value=${String(hours)}></label>`, this.#save)}`
  }

  #save = ({ target }) => {
    const { upTo, hours } = Object.fromEntries(new FormData(target))
    this.rule.save({ upTo: Number(upTo), hours: Number(hours) })
  }
}

customElements.define('ramah-follow-up-rule', FollowUpRule)
