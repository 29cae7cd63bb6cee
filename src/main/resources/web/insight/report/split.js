import { LitElement, html } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { opensStyle } from './behind.js'
import { breakdown } from './breakdown.js'
import { keyName } from '../common/names.js'
import { asQuery, fileName } from './range.js'
import { reportStyle } from './report-style.js'

const SATISFACTION = '/api/reports/satisfaction'

/** `<ramah-split by="agent">`: satisfaction split by one thing; rows sorted by name. */
class Split extends LitElement {
  static properties = {
    by: {},
    heading: {},
    column: {},
    note: {},
    range: { attribute: false },
    stamp: { type: Number },
  }

  static styles = [base, sheet, reportStyle, opensStyle]

  constructor() {
    super()
    this.stamp = 0
    this.rows = new Load(this, (range, signal) => get(withQuery(SATISFACTION, { ...asQuery(range), by: this.by }), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('range')) this.rows.clear()
    if (changed.has('range') || changed.has('stamp')) this.rows.run(this.range)
  }

  render() {
    return html`
      <div class="spread">
        <h3>${this.heading}</h3>
        <ramah-save class="no-print" path=${withQuery(SATISFACTION, { ...asQuery(this.range), by: this.by })}
          name=${fileName(`satisfaction-by-${this.by}`, this.range)} of=${this.heading}></ramah-save>
      </div>
      ${this.note ? html`<p class="hint">${this.note}</p>` : ''}
      <div aria-busy=${this.rows.busy}>${this.rows.show(({ rows }) => this.#table(rows), { lines: 3 })}</div>`
  }

  #table(rows) {
    const name = (row) => keyName(this.by, row.key)
    const sorted = [...rows].sort((a, b) => name(a).localeCompare(name(b)))
    return breakdown(sorted, { heading: this.column, caption: t('Satisfaction, {heading}', { heading: this.heading }), name, by: this.by })
  }
}

customElements.define('ramah-split', Split)
