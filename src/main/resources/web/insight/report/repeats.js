import { css, html, nothing } from 'lit'
import { empty } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { opens } from './behind.js'
import { interval, spread } from './interval.js'
import { SplitTable } from './split-table.js'
import { FEW } from './wilson.js'

/** `<ramah-repeats by="team">`: how often customers had to say it twice, by two witnesses. Never by person. */
class Repeats extends SplitTable {
  static path = '/api/reports/repeats'
  static file = 'repeats'

  static styles = [...SplitTable.styles, css`
    .of { margin-inline-start: var(--r-1); white-space: nowrap; }
    .witness { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0 var(--r-2); }
    .witness .share { min-width: 4ch; }
    @media (min-width: 961px) {
      table { table-layout: fixed; }
      thead th:first-child { width: 18%; }
      thead th:nth-child(2) { width: 12%; }
    }
    @media print { svg.interval { display: none; } }
  `]

  table(rows) {
    const [all, ...others] = rows
    if (!all?.handedOver) return empty(t('No person had a conversation in these days.'))
    return html`
      <table class="folds figures">
        <caption class="unseen">${t('Asked again, {heading}', { heading: this.column })}</caption>
        <thead><tr>
          <th scope="col">${this.column}</th>
          <th scope="col" class="number">${t('With a person')}</th>
          <th scope="col">${t('Asked for what was known')}</th>
          <th scope="col">${t('Customers who said so')}</th>
        </tr></thead>
        <tbody>${this.#line(all, t('All'), true)}${others.map((row) => this.#line(row, this.nameOf(row), false))}</tbody>
      </table>`
  }

  /** The row for everything opens what no row of the table is asked for. */
  #line(row, name, isAll) {
    const wanted = (what, of) => ({ what, ...(isAll ? {} : { by: this.by, key: row.key }), heading: `${of}: ${name}` })
    const guard = t('Asked for what was known')
    const said = t('Customers who said so')
    return html`
      <tr>
        <th scope="row">${isAll ? html`<b>${name}</b>` : name}</th>
        <td class="number" data-label=${t('With a person')}>${opens(row.handedOver, wanted('met_a_person', t('With a person')))}</td>
        <td data-label=${guard}>${witness({ csat: row.share, csatLow: row.shareLow, csatHigh: row.shareHigh },
          opens(row.repeated, wanted('asked_again', guard)), row.handedOver)}</td>
        <td data-label=${said}>${row.saidOf ? witness({ csat: row.saidShare, csatLow: row.saidLow, csatHigh: row.saidHigh },
          opens(row.said, wanted('said_twice', said)), row.saidOf,
          opens(row.saidOf, wanted('said_whether', t('Customers who answered')))) : '–'}</td>
      </tr>`
  }
}

/** A share, where it truly may lie, and what it is of. */
function witness(share, some, n, of = number(n)) {
  const few = n < FEW
  return html`
    <span class="witness ${few ? 'few' : ''}"><span class="share">${percent(share.csat)}</span>
      ${interval(share, few)}<span class="hint">${spread(share)}</span>
      <span class="hint of">${some} / ${of}${few ? html` <span class="chip">${t('few')}</span>` : nothing}</span></span>`
}

customElements.define('ramah-repeats', Repeats)
