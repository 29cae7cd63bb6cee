/** `<ramah-pending>`: promises the customer when somebody comes back to them, and says to colleagues for whom it waits. */
import { css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { Dialog, look } from './dialogs.js'
import { line } from './line.js'

/** The hour at which a day at the desk begins; a promise for "tomorrow" means then. */
const MORNING = 9

/** For whom it waits; anything else is written. */
const whom = ['The warehouse', 'The customer', 'The workshop', 'The carrier']

class RamahPending extends Dialog {
  static properties = { missing: { state: true } }
  static styles = [base, look, css`
    .soon { display: flex; flex-wrap: wrap; gap: var(--r-2); }
  `]

  constructor() {
    super()
    this.missing = {}
  }

  async show() {
    this.missing = {}
    this.dialog.showModal()
    const form = this.renderRoot.querySelector('form')
    form.reset()
    form.until.value = local(days(1))
    form.reason.focus()
  }

  render() {
    const { until, reason } = this.missing
    return html`<dialog aria-labelledby="title" @click=${this.backdrop}>
      <form novalidate @submit=${this.#submit}>
        <h2 id="title">${t('Wait for somebody else')}</h2>
        <div class="field"><label for="reason">${t('For whom')}</label>
          <input class="input" id="reason" name="reason" list="whom" maxlength="200" required autocomplete="off" aria-invalid=${reason ? 'true' : nothing} aria-describedby="reason-hint reason-error">
          <datalist id="whom">${whom.map(each => html`<option value=${t(each)}></option>`)}</datalist>
          <span class="hint" id="reason-hint">${t('Colleagues see it. The customer does not.')}</span>
          <span class="error" id="reason-error">${reason ?? ''}</span></div>
        <div class="field"><label for="until">${t('Until')}</label>
          <input class="input" type="datetime-local" id="until" name="until" required aria-invalid=${until ? 'true' : nothing} aria-describedby="until-hint until-error">
          <div class="soon">${[[t('In two hours'), hours(2)], [t('Tomorrow'), days(1)], [t('In three days'), days(3)], [t('In a week'), days(7)]].map(([name, at]) => html`
            <button class="button" type="button" @click=${() => this.#at(at)}>${name}</button>`)}</div>
          <span class="hint" id="until-hint">${t('The customer is told that we come back to them by then. It returns to you at that moment, or when they write.')}</span>
          <span class="error" id="until-error">${until ?? ''}</span></div>
        <div class="ends"><button class="button" type="button" @click=${this.close}>${t('Cancel')}</button>
          <button class="button primary">${icons.clock}${t('Promise')}</button></div>
      </form></dialog>`
  }

  #at(when) {
    this.renderRoot.querySelector('#until').value = local(when)
  }

  #submit = event => {
    event.preventDefault()
    const form = event.target
    const reason = form.reason.value.trim()
    const until = new Date(form.until.value)
    this.missing = {
      ...(reason ? {} : { reason: t('Say for whom, in a few words.') }),
      ...(until > new Date() ? {} : { until: t('Choose a moment to come.') }),
    }
    if (this.missing.reason) return form.reason.focus()
    if (this.missing.until) return form.until.focus()
    line.pend(line.current, until.toISOString(), reason)
    this.close()
  }
}

const hours = n => new Date(Date.now() + n * 3_600_000)

function days(n) {
  const day = new Date()
  day.setDate(day.getDate() + n)
  day.setHours(MORNING, 0, 0, 0)
  return day
}

/** As the input writes it: the time of the place, without its zone. */
function local(when) {
  return new Date(when - when.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

customElements.define('ramah-pending', RamahPending)
