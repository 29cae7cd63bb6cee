import { t } from '../../shared/words.js'
import { measured, measures } from './measures.js'
import { writeRange } from './range.js'
import { SplitTable } from './split-table.js'

/**
 * `<ramah-split by="agent" measure="csat">`: one measure split by one thing; rows sorted by name. Somebody has a row for
 * what they had alone and one for what they took part in, and both lead to their page.
 */
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
    const wanted = (row, what) => ({ what, by: row.part ?? this.by, key: row.key })
    const link = this.by === 'agent' ? ({ key }) => workOf(key, this.range) : undefined
    return measured(this.measure, sorted, { heading: this.column, caption: t('Satisfaction, {heading}', { heading: this.heading }), name, wanted, link })
  }
}

/** The page of somebody of staff, for managers. */
export function workOf(name, range) {
  return `/my-work${writeRange(range)}&whose=${encodeURIComponent(name)}`
}

customElements.define('ramah-split', Split)
