import { html, nothing } from 'lit'
import { empty } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { opens } from './behind.js'
import { interval, marks, spread } from './interval.js'
import { FEW } from './wilson.js'

/**
 * A table of the satisfaction report. Rows come in the order given, by name or by day, and no heading
 * sorts: people and teams are not ranked by figures whose intervals overlap.
 * @param name `row => string`, the first column
 * @param link `row => address` where the first column leads somewhere
 */
export function breakdown(rows, { heading, caption, name, by, link, drawn = true }) {
  if (!rows.length) return empty(t('Nobody was asked in these days.'))
  return html`
    <table class="folds figures ${drawn ? 'drawn' : 'listed'}">
      <caption class="unseen">${caption}</caption>
      <colgroup><col class="of-name"><col class="of-share"><col class="of-where"><col class="of-answers"><col class="of-rate"><col class="of-marks"><col class="of-repeated"></colgroup>
      <thead><tr>
        <th scope="col">${heading}</th>
        <th scope="col" class="number">${t('Good (4 or 5)')}</th>
        <th scope="col">${t('95% interval')}</th>
        <th scope="col" class="number">${t('Answers of asked')}</th>
        <th scope="col" class="number">${t('Response rate')}</th>
        <th scope="col">${t('Marks 1 to 5')}</th>
        <th scope="col" class="number">${t('Repeated')}</th>
      </tr></thead>
      <tbody>${rows.map((row) => line(row, name(row), row.part ?? by, drawn, link?.(row)))}</tbody>
    </table>`
}

const causeNames = { answer: 'the answer', wait: 'the wait', rule: 'our rules', person: 'the person', product: 'the product' }

/** What low marks were for, the most frequent first: "low marks: the wait 3, the person 1". */
export function causesOf({ causes = {} }) {
  const named = Object.entries(causes).sort(([, a], [, b]) => b - a)
  if (!named.length) return ''
  return t('low marks: {causes}', { causes: named.map(([cause, n]) => `${t(causeNames[cause])} ${number(n)}`).join(', ') })
}

function line(row, name, by, drawn, address) {
  const few = row.answers < FEW
  const causes = causesOf(row)
  return html`
    <tr class=${few ? 'few' : ''}>
      <th scope="row">${address ? html`<a href=${address}>${name}</a>` : name}${few ? html` <span class="chip">${t('few answers')}</span>` : nothing}${causes ? html`<span class="hint causes">${causes}</span>` : nothing}</th>
      <td class="number of-share"><span class="share">${percent(row.csat)}</span></td>
      <td class="of-where"><span class="where">${drawn ? interval(row, few) : nothing}<span class="number">${spread(row)}</span></span></td>
      <td class="number of-answers" data-label=${t('Answers of asked')}>${opens(by ? row.answers : 0, { what: 'rated', by, key: row.key, heading: name }, t('{answers} of {asked}', { answers: number(row.answers), asked: number(row.asked) }))}</td>
      <td class="number of-rate" data-label=${t('Response rate')}>${percent(row.responseRate)}</td>
      <td class="of-marks" data-label=${t('Marks 1 to 5')}>${drawn ? marks(row.distribution) : html`<span class="number">${row.distribution.join(' · ')}</span>`}</td>
      <td class="number of-repeated" data-label=${t('Repeated')}>${row.repeatedOf ? t('{n} of {of}', { n: row.repeated, of: row.repeatedOf }) : '–'}</td>
    </tr>`
}
