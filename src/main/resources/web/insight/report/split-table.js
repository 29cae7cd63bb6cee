import { LitElement, html } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { Load } from '../common/load.js'
import { rowName } from '../common/names.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { opensStyle } from './behind.js'
import { asQuery, fileName } from './range.js'
import { reportStyle } from './report-style.js'

/**
 * A table of the report that is split by one thing (`by`). It reads itself when the days change, keeps what it knows
 * while it reads again, and can be saved. Who extends it says where it is read and draws the rows.
 */
export class SplitTable extends LitElement {
  static properties = {
    by: {},
    heading: {},
    column: {},
    note: {},
    range: { attribute: false },
    stamp: { type: Number },
  }

  static styles = [base, sheet, reportStyle, opensStyle]

  /** Where the rows are read; who extends it may say so anew, as `path` of the element. */
  static path = ''

  /** What a saved table is called, before what it is split by. */
  static file = ''

  constructor() {
    super()
    this.stamp = 0
    this.rows = new Load(this, (range, signal) => get(this.#query(range), { signal }))
  }

  #query(range) {
    return withQuery(this.path, { ...asQuery(range), by: this.by })
  }

  get path() {
    return this.constructor.path
  }

  willUpdate(changed) {
    const elsewhere = this.path !== this.read
    if (changed.has('range') || elsewhere) this.rows.clear()
    if (changed.has('range') || changed.has('stamp') || elsewhere) this.rows.run(this.range)
    this.read = this.path
  }

  render() {
    const heading = this.heading || this.column
    return html`
      <div class="spread">
        <h3>${heading}</h3>
        <ramah-save class="no-print" path=${this.#query(this.range)}
          name=${fileName(`${this.constructor.file}-by-${this.by}`, this.range)} of=${heading}></ramah-save>
      </div>
      ${this.note ? html`<p class="hint">${this.note}</p>` : ''}
      <div aria-busy=${this.rows.busy}>${this.rows.show(({ rows }) => this.table(rows), { lines: 3 })}</div>`
  }

  /** What a row is called. */
  nameOf(row) {
    return rowName(this.by, row)
  }

  /** The rows as a template. */
  table(_rows) {
    return html``
  }
}
