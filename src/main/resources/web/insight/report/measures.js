import { html, nothing } from 'lit'
import { empty } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { parts, t } from '../../shared/words.js'
import { reach, signed } from './before.js'
import { opens, within } from './behind.js'
import { breakdown } from './breakdown.js'
import { interval } from './interval.js'
import { FEW, ratio, satisfaction } from './wilson.js'

/** What rows are read for each: how it went, or how long it took and how it ended. */
const SATISFACTION = '/api/reports/satisfaction'
const TIMES = '/api/reports/times'

/**
 * The measures that the report is split by. `of` is the figure of a row, `{value, low, high, n}`, null where there is
 * none; `what` are all that it is of, `good` those of them that make the share.
 */
export const measures = {
  csat: { label: 'Good answers', path: SATISFACTION, text: percent, what: 'rated',
    of: (row) => (row.answers ? { ...satisfaction(row), n: row.answers } : null) },
  nps: { label: 'NPS', column: 'NPS, -100 to 100', path: SATISFACTION, text: signed, what: 'nps', place: (score) => (score + 100) / 200,
    of: (row) => (row.npsAnswers ? { value: row.nps, low: row.npsLow, high: row.npsHigh, n: row.npsAnswers } : null) },
  ces: { label: 'Easy (CES)', column: 'Found it easy (5 to 7)', path: SATISFACTION, text: percent, what: 'effort', good: 'easy',
    of: (row) => (row.effortAnswers ? { ...ratio(row.easy, row.effortAnswers), n: row.effortAnswers, some: row.easy } : null),
    note: (row) => t('mean {mean} of 7', { mean: row.effort.toFixed(1) }) },
  contained: { label: 'Solved by the bot', column: 'Solved by the bot alone', path: TIMES, text: percent, what: 'ended', good: 'stayed',
    of: (row) => (row.ended ? { ...ratio(row.stayed, row.ended), n: row.ended, some: row.stayed } : null) },
}

/** A table of one measure; of satisfaction with everything that goes with it. */
export function measured(measure, rows, { heading, caption, name, wanted, link }) {
  if (measure === 'csat') return breakdown(rows, { heading, caption, name, wanted, link })
  const { column, of, text, what, good, place = (share) => share, note } = measures[measure]
  const told = rows.filter(of)
  if (!told.length) return empty(measure === 'contained' ? t('Nothing ended in these days.') : t('Nobody was asked that in these days.'))
  return html`
    <table class="folds figures measured">
      <caption class="unseen">${caption}</caption>
      <colgroup><col class="of-name"><col class="of-share"><col class="of-where"><col class="of-answers"></colgroup>
      <thead><tr><th scope="col">${heading}</th><th scope="col" class="number">${t(column)}</th><th scope="col">${t('95% interval')}</th>
        <th scope="col" class="number">${measure === 'contained' ? t('Episodes') : t('Answers')}</th></tr></thead>
      <tbody>${told.map((row) => {
        const figure = of(row)
        const few = figure.n < FEW
        const behind = (which) => ({ heading: `${name(row)} · ${t(column)}`, ...wanted(row, which) })
        return html`
        <tr class=${few ? 'few' : ''}>
          <th scope="row">${link ? html`<a href=${link(row)}>${name(row)}</a>` : name(row)}${few ? html` <span class="chip">${measure === 'contained' ? t('few') : t('few answers')}</span>` : nothing}</th>
          <td class="number of-share" data-label=${t(column)}><span class="share">${good ? opens(figure.some, behind(good), text(figure.value)) : opens(figure.n, behind(what), text(figure.value))}</span></td>
          <td class="of-where" data-label=${t('95% interval')}><span class="where">${interval({ csat: place(figure.value), csatLow: place(figure.low), csatHigh: place(figure.high) }, few)}<span class="number">${reach(figure, text)}</span></span></td>
          <td class="number of-answers" data-label=${measure === 'contained' ? t('Episodes') : t('Answers')}><span>${good ? parts('{n} of {of}', { n: number(figure.some), of: within(figure.n, behind(what)) }) : opens(figure.n, behind(what))}${note ? html`<span class="hint under">${note(row)}</span>` : nothing}</span></td>
        </tr>`
      })}</tbody>
    </table>`
}
