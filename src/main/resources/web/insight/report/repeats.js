import { LitElement, html, nothing } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { keyName } from '../common/names.js'
import { asQuery, fileName } from './range.js'
import { reportStyle } from './report-style.js'

const REPEATS = '/api/reports/repeats'

/** The row for everything comes first and has this key. */
const ALL = 'all'

/** `<ramah-repeats by="team">`: how often customers had to say it twice, by two witnesses. Never by person. */
class Repeats extends LitElement {
  static properties = { by: {}, column: {}, range: { attribute: false }, stamp: { type: Number } }

  static styles = [base, sheet, reportStyle]

  constructor() {
    super()
    this.stamp = 0
    this.rows = new Load(this, (range, signal) => get(withQuery(REPEATS, { ...asQuery(range), by: this.by }), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('range')) this.rows.clear()
    if (changed.has('range') || changed.has('stamp')) this.rows.run(this.range)
  }

  render() {
    return html`
      <div class="spread">
        <h3>${this.column}</h3>
        <ramah-save class="no-print" path=${withQuery(REPEATS, { ...asQuery(this.range), by: this.by })}
          name=${fileName(`repeats-by-${this.by}`, this.range)} of=${this.column}></ramah-save>
      </div>
      <div aria-busy=${this.rows.busy}>${this.rows.show(({ rows }) => this.#table(rows), { lines: 3 })}</div>`
  }

  #table(rows) {
    if (!rows[0]?.handedOver) return empty(t('No person had a conversation in these days.'))
    const name = (row) => (row.key === ALL ? t('All') : keyName(this.by, row.key))
    return html`
      <table class="folds figures">
        <caption class="unseen">${t('Asked again, {heading}', { heading: this.column })}</caption>
        <thead><tr>
          <th scope="col">${this.column}</th>
          <th scope="col" class="number">${t('With a person')}</th>
          <th scope="col" class="number">${t('Asked for what was known')}</th>
          <th scope="col" class="number">${t('Customers who said so')}</th>
        </tr></thead>
        <tbody>${rows.map((row) => html`<tr>
          <th scope="row">${row.key === ALL ? html`<b>${name(row)}</b>` : name(row)}</th>
          <td class="number" data-label=${t('With a person')}>${number(row.handedOver)}</td>
          <td class="number" data-label=${t('Asked for what was known')}>${percent(row.share)} <span class="hint">(${number(row.repeated)})</span></td>
          <td class="number" data-label=${t('Customers who said so')}>${row.saidOf ? t('{n} of {of}', { n: row.said, of: row.saidOf }) : nothing}${row.saidOf ? nothing : '–'}</td>
        </tr>`)}</tbody>
      </table>`
  }
}

customElements.define('ramah-repeats', Repeats)
