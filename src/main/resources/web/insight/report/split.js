import { t } from '../../shared/words.js'
import { breakdown } from './breakdown.js'
import { SplitTable } from './split-table.js'

/** `<ramah-split by="agent">`: satisfaction split by one thing; rows sorted by name. */
class Split extends SplitTable {
  static path = '/api/reports/satisfaction'
  static file = 'satisfaction'

  table(rows) {
    const name = (row) => this.nameOf(row)
    const sorted = [...rows].sort((a, b) => name(a).localeCompare(name(b)))
    return breakdown(sorted, { heading: this.column, caption: t('Satisfaction, {heading}', { heading: this.heading }), name, wanted: (row, what) => ({ what, by: this.by, key: row.key }) })
  }
}

customElements.define('ramah-split', Split)
