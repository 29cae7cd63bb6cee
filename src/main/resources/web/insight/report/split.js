import { t } from '../../shared/words.js'
import { measured, measures } from './measures.js'
import { SplitTable } from './split-table.js'

/** `<ramah-split by="agent" measure="csat">`: one measure split by one thing; rows sorted by name. */
class Split extends SplitTable {
  static properties = { ...SplitTable.properties, measure: {} }

  static file = 'satisfaction'

  constructor() {
    super()
    this.measure = 'csat'
  }

  get path() {
    return measures[this.measure].path
  }

  table(rows) {
    const name = (row) => this.nameOf(row)
    const sorted = [...rows].sort((a, b) => name(a).localeCompare(name(b)))
    return measured(this.measure, sorted, { heading: this.column, caption: t('Satisfaction, {heading}', { heading: this.heading }), name, wanted: (row, what) => ({ what, by: this.by, key: row.key }) })
  }
}

customElements.define('ramah-split', Split)
