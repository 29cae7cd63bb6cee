import { LitElement, css, html, nothing } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { duration, percent } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import { reach } from './before.js'
import { opens, opensStyle } from './behind.js'
import { asQuery } from './range.js'
import { reportStyle } from './report-style.js'
import { ratio } from './wilson.js'
import './waits-words-id.js'

/** `<ramah-waits>`: whether customers waited as long as they were told when they began to. */
class Waits extends LitElement {
  static properties = { range: { attribute: false }, stamp: { type: Number } }
  static styles = [base, sheet, reportStyle, opensStyle, css`p { margin-bottom: var(--r-3); }`]

  constructor() {
    super()
    this.stamp = 0
    this.balance = new Load(this, (range, signal) => get(withQuery('/api/reports/waits', asQuery(range)), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('range')) this.balance.clear()
    if (changed.has('range') || changed.has('stamp')) this.balance.run(this.range)
  }

  render() {
    return html`<div aria-busy=${this.balance.busy}>${this.balance.show((balance) => this.#table(balance), { lines: 3 })}</div>`
  }

  #table(balance) {
    if (!balance.told) return empty(t('Nobody was told how long they would wait in these days.'))
    const { kept, broken } = balance
    const rows = [
      [t('Had a person in time'), kept, 'wait_kept'],
      [t('Waited longer than told'), broken, 'wait_broken'],
      [t('Left before'), balance.left, 'wait_left'],
      [t('Still wait, within what they were told'), balance.open, 'wait_open'],
    ]
    return html`
      <p>${kept + broken
        ? t('{share} of those who waited to the end had a person no later than they were told. In the median they were told {likely} to {most}, and waited {waited}.', { share: percent(kept / (kept + broken)), likely: duration(balance.likely), most: duration(balance.most), waited: duration(balance.waited) })
        : t('Nothing is decided yet.')}
        ${kept + broken ? html`<span class="hint">${t('The share: {spread} with 95% certainty.', { spread: reach(ratio(kept, kept + broken), percent) })}</span>` : nothing}</p>
      <table class="folds figures">
        <caption class="unseen">${t('Waits that were told')}</caption>
        <thead><tr><th scope="col">${t('What became of it')}</th><th scope="col" class="number">${t('Customers')}</th></tr></thead>
        <tbody>${rows.map(([name, count, what]) => html`<tr><th scope="row">${name}</th><td class="number" data-label=${t('Customers')}>${opens(count, { what, heading: name })}</td></tr>`)}</tbody>
      </table>`
  }
}

customElements.define('ramah-waits', Waits)
