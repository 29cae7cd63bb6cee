import { t } from '../../shared/words.js'
import { breakdown } from './breakdown.js'
import { writeRange } from './range.js'
import { SplitTable } from './split-table.js'

/**
 * `<ramah-split by="agent">`: satisfaction split by one thing; rows sorted by name. Somebody has a row for what they had
 * alone and one for what they took part in, and both lead to their page.
 */
class Split extends SplitTable {
  static path = '/api/reports/satisfaction'
  static file = 'satisfaction'

  table(rows) {
    const name = (row) => this.nameOf(row)
    const sorted = [...rows].sort((a, b) => name(a).localeCompare(name(b)))
    return breakdown(sorted, { heading: this.column, caption: t('Satisfaction, {heading}', { heading: this.heading }), name, by: this.by, link: this.by === 'agent' ? ({ key }) => workOf(key, this.range) : undefined })
  }
}

/** The page of somebody of staff, for managers. */
export function workOf(name, range) {
  return `/my-work${writeRange(range)}&whose=${encodeURIComponent(name)}`
}

customElements.define('ramah-split', Split)
