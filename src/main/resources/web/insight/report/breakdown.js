import { html, nothing } from 'lit'
import { empty } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { parts, t } from '../../shared/words.js'
import { causes as names } from '../common/names.js'
import { reach } from './before.js'
import { opens, within } from './behind.js'
import { interval, marks, spread } from './interval.js'
import { FEW, ratio } from './wilson.js'

/**
 * A table of the satisfaction report. Rows come in the order given, by name or by day, and no heading
 * sorts: people and teams are not ranked by figures whose intervals overlap.
 * @param name `row => string`, the first column
 * @param wanted `(row, what) => object`, the episodes behind a number of a row
 * @param link `row => address` where the first column leads somewhere
 */
export function breakdown(rows, { heading, caption, name, wanted, link, drawn = true }) {
  if (!rows.length) return empty(t('Nobody was asked in these days.'))
  return html`
    <table class="folds figures ${drawn ? 'drawn' : 'listed'}">
      <caption class="unseen">${caption}</caption>
      <colgroup><col class="of-name"><col class="of-share"><col class="of-where"><col class="of-answers"><col class="of-rate"><col class="of-marks"><col class="of-repeated"></colgroup>
      <thead><tr>
        <th scope="col">${heading}</th>
        <th scope="col" class="number">${t('Good (4 or 5)')}</th>
        <th scope="col">${t('95% interval')}</th>
        <th scope="col" class="number">${t('Marks')}</th>
        <th scope="col" class="number">${t('Response rate')}</th>
        <th scope="col">${t('Marks 1 to 5')}</th>
        <th scope="col" class="number">${t('Repeated')}</th>
      </tr></thead>
      <tbody>${rows.map((row) => line(row, name(row), (what, heading) => ({ heading: heading ? `${name(row)} · ${heading}` : name(row), ...wanted(row, what) }), drawn, link?.(row)))}</tbody>
    </table>`
}

/**
 * What low marks were for, the most frequent first: "low marks: the wait 3, the person 1".
 * @param wanted `what => object`, the episodes behind a number of them
 */
export function causesOf({ causes = {} }, wanted = (what) => ({ what })) {
  const named = Object.entries(causes).sort(([, a], [, b]) => b - a)
  if (!named.length) return nothing
  const heading = (cause) => t('low marks: {causes}', { causes: t(names[cause]) })
  return html`<span class="hint causes">${parts('low marks: {causes}', {
    causes: named.map(([cause, n], i) => html`${i ? ', ' : ''}${t(names[cause])} ${within(n, { ...wanted(`cause_${cause}`), heading: heading(cause) })}`) })}</span>`
}

function line(row, name, wanted, drawn, address) {
  const few = row.answers < FEW
  return html`
    <tr class=${few ? 'few' : ''}>
      <th scope="row">${address ? html`<a href=${address}>${name}</a>` : name}${few ? html` <span class="chip">${t('few answers')}</span>` : nothing}${causesOf(row, wanted)}</th>
      <td class="number of-share"><span class="share">${opens(row.distribution[3] + row.distribution[4], wanted('good', t('Good (4 or 5)')), percent(row.csat))}</span></td>
      <td class="of-where"><span class="where">${drawn ? interval(row, few) : nothing}<span class="number">${spread(row)}</span></span></td>
      <td class="number of-answers" data-label=${t('Marks')}><span>${within(row.answers, wanted('rated'))}</span></td>
      <td class="number of-rate" data-label=${t('Response rate')}><span>${opens(row.answered, wanted('answered', t('Response rate')), percent(row.responseRate))}<span class="hint under">${parts('{answers} of {asked}', { answers: number(row.answered), asked: within(row.asked, wanted('asked', t('Everyone who was asked'))) })}</span><span class="hint under">${reach(ratio(row.answered, row.asked), percent)}</span></span></td>
      <td class="of-marks" data-label=${t('Marks 1 to 5')}>${drawn ? marks(row.distribution) : html`<span class="number">${row.distribution.map((n, i) => html`${i ? ' · ' : ''}${opens(n, wanted(`mark_${i + 1}`, t('Marks of {mark}', { mark: i + 1 })))}`)}</span>`}</td>
      <td class="number of-repeated" data-label=${t('Repeated')}>${row.repeatedOf ? html`<span>${parts('{n} of {of}', { n: within(row.repeated, wanted('repeated', t('Repeated'))), of: within(row.repeatedOf, wanted('repeated_or_not', t('Customers who answered'))) })}</span>` : '–'}</td>
    </tr>`
}
