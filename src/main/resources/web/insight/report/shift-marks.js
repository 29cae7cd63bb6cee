import { LitElement, html } from 'lit'
import { get } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { number } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import { reportStyle } from './report-style.js'
import './waits-words-id.js'

/** `<ramah-shift-marks>`: how people said their shifts were, by weeks that are over and groups of five or more. */
class ShiftMarks extends LitElement {
  static styles = [base, sheet, reportStyle]

  constructor() {
    super()
    this.weeks = new Load(this, (signal) => get('/api/reports/shifts', { signal }))
    this.weeks.run()
  }

  render() {
    return html`<div aria-busy=${this.weeks.busy}>${this.weeks.show(({ weeks }) => this.#table(weeks), { lines: 3 })}</div>`
  }

  #table(weeks) {
    if (!weeks.length) return empty(t('Nothing to show yet.'), t('A group is shown when five people of it answered in a week that is over.'))
    return html`
      <table class="folds figures">
        <caption class="unseen">${t('How shifts were')}</caption>
        <thead><tr><th scope="col">${t('Week from')}</th><th scope="col">${t('Team')}</th><th scope="col" class="number">${t('People')}</th><th scope="col" class="number">${t('On average, of 5')}</th></tr></thead>
        <tbody>${weeks.map((week) => html`<tr><th scope="row"><ramah-time mode="day" at=${`${week.week}T12:00:00Z`}></ramah-time></th>
          <td data-label=${t('Team')}>${week.team || t('Smaller teams together')}</td><td class="number" data-label=${t('People')}>${number(week.people)}</td>
          <td class="number" data-label=${t('On average, of 5')}>${number(Math.round(week.average * 10) / 10)}</td></tr>`)}</tbody>
      </table>`
  }
}

customElements.define('ramah-shift-marks', ShiftMarks)
