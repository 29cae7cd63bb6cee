import { LitElement, css, html, nothing } from 'lit'
import { base } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import { opens, opensStyle } from '../report/behind.js'
import { reportStyle } from '../report/report-style.js'
import { Curves, LINES } from './curves.js'
import { columnOf, groupOf, headingOf } from './words.js'

/** Below this a difference is called one, after it was corrected for all questions. */
const RARE = 0.05

/**
 * `<ramah-comparison>`: the groups of one question beside each other: a sentence, the curves, the table. What is drawn is
 * what there would be if all groups had bought as often before, where that can be said.
 */
class Comparison extends LitElement {
  static properties = {
    comparison: { attribute: false }, themes: { attribute: false }, otherThemes: { type: Number },
    within: { type: Number }, questions: { type: Number }, groups: { type: Number }, level: { type: Number },
  }

  static styles = [base, sheet, reportStyle, opensStyle, css`
    :host { display: block; min-width: 0; }
    h2 { margin-bottom: var(--r-2); }
    .said { max-width: 70ch; color: var(--r-ink-2); }
    .curves { height: 300px; margin: var(--r-3) 0 var(--r-2); }
    .drawn { max-width: 80ch; margin-bottom: var(--r-3); }
    .key { display: inline-block; width: 28px; height: 10px; margin-inline-end: var(--r-2); vertical-align: middle; }
    .key line { stroke-width: 3; }
    td .hint { display: block; }
    .hidden { color: var(--r-ink-2); }
    @media print, (min-width: 961px) {
      .compared { table-layout: fixed; }
      .compared th:first-child { width: 24%; }
      .compared th.number { width: 11%; }
      .compared thead th { white-space: normal; }
    }
    @media (max-width: 560px) { .curves { height: 240px; } }
    /* As the curves: see LINES. */
    .line-0 { stroke: var(--r-accent); }
    .line-1 { stroke: var(--r-info); stroke-dasharray: 7 4; }
    .line-2 { stroke: var(--r-good); stroke-dasharray: 2 3; }
    .line-3 { stroke: var(--r-ink-2); stroke-dasharray: 10 3 2 3; }
  `]

  constructor() {
    super()
    this.curves = new Curves()
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.curves.leave()
  }

  /** Whether the groups can be evened out by what they had bought before. */
  get #isEven() {
    return this.comparison.groups.some((group) => group.adjusted)
  }

  get #shown() {
    const { question, groups } = this.comparison
    return groups.filter((group) => !group.hidden).map((group, line) => ({
      ...group, line: line < LINES.length ? line : null, name: groupOf(question, group.key, this.themes), plain: group.curve,
      curve: this.#isEven ? group.adjusted.curve : group.curve,
    }))
  }

  /** As many as can be told apart in a picture. */
  get #drawn() {
    return this.#shown.filter((group) => group.line !== null && group.curve.length)
  }

  updated() {
    const place = this.renderRoot.querySelector('.curves')
    if (place) this.curves.draw(place, { groups: this.#drawn, axis: t('Days since the conversation ended') })
    else this.curves.leave()
  }

  render() {
    const { comparison } = this
    const heading = headingOf(comparison.question)
    return html`
      <h2>${heading}</h2>
      <p class="said">${this.#said()}</p>
      ${this.#drawn.length ? html`
        <div class="curves" role="img" aria-label=${t('{heading}: the share that had bought again, day by day. The tables below have every figure.', { heading })}></div>
        <p class="hint drawn">${this.#how()}</p>` : nothing}
      ${this.#table(heading)}
      ${this.otherThemes ? html`<p class="hint">${t('{n} smaller themes stand together as one group.', { n: number(this.otherThemes) })}</p>` : nothing}
      ${this.#drawn.length ? this.#days(heading) : nothing}`
  }

  /** What is drawn, and how sure it is. */
  #how() {
    const { groups, level } = this
    const covered = this.#shown.find((group) => group.adjusted)?.adjusted.covered
    return [
      this.#isEven
        ? t('Drawn is what there would be if all groups had bought as often before; the tables have the curves as they are beside it.')
        : t('Drawn as they are: too few can be compared with others who had bought as often before.'),
      covered < 1 ? t('That can be said of {share} of them.', { share: percent(covered) }) : '',
      this.#shown.length > LINES.length ? t('Only the first {n} are drawn.', { n: LINES.length }) : '',
      t('Bands and intervals are of {level} certainty each, so that those of all {n} groups on this page hold together with 95%.', { level: exactly(level), n: number(groups) }),
    ].filter(Boolean).join(' ')
  }

  #said() {
    const { plain, adjusted } = this.comparison
    if (!adjusted) return t('There are not two groups yet that are large enough to be set beside each other.')
    if (adjusted.corrected < RARE) {
      return t('Among customers who had bought as often before, these groups differ by more than chance (p {p} with {n} questions looked at). It does not say why.', { p: chance(adjusted.corrected), n: this.questions })
    }
    if (plain?.corrected < RARE) {
      return t('These groups differ (p {plain}), but not among customers who had bought as often before (p {p}): who buys often was in one group rather than in the other.', { plain: chance(plain.corrected), p: chance(adjusted.corrected) })
    }
    return t('Nothing here that chance would not bring about as well (p {p} with {n} questions looked at).', { p: chance(adjusted.corrected), n: this.questions })
  }

  #table(heading) {
    const { within } = this
    const again = t('Bought again within {n} days', { n: within })
    const evened = t('If all had bought as often before')
    const median = t('Half had bought again after')
    const lines = new Map(this.#shown.map(({ key, line }) => [key, line]))
    return html`
      <table class="folds figures compared">
        <caption class="unseen">${heading}</caption>
        <thead><tr><th scope="col">${columnOf(this.comparison.question)}</th><th scope="col" class="number">${t('Customers')}</th>
          <th scope="col" class="number">${t('Bought again so far')}</th><th scope="col">${again}</th><th scope="col">${evened}</th><th scope="col">${median}</th></tr></thead>
        <tbody>${this.comparison.groups.map((group) => html`
          <tr><th scope="row">${(lines.get(group.key) ?? null) === null ? nothing : html`<svg class="key" viewBox="0 0 28 10" aria-hidden="true"><line class=${`line-${lines.get(group.key)}`} x1="0" x2="28" y1="5" y2="5" /></svg>`}${groupOf(this.comparison.question, group.key, this.themes)}</th>
            ${group.hidden ? html`<td colspan="5" class="hidden">${t('Not shown: fewer than {n} customers or {m} who bought again, or it would tell of a group of fewer.', { n: 100, m: 30 })}</td>` : html`
            <td class="number" data-label=${t('Customers')}>${this.#opens(group, group.customers, 'customers', t('Customers'))}</td>
            <td class="number" data-label=${t('Bought again so far')}>${this.#opens(group, group.orders, 'bought', t('Bought again so far'))}</td>
            <td data-label=${again}>${group.rate ? html`<span><strong>${percent(group.rate.share)}</strong> <span class="hint">${this.#opens(group, group.rate.bought, 'within', again)} ${t('of')} ${this.#opens(group, group.rate.of, 'followed', t('Followed for {n} days', { n: number(within) }))} · ${span(group.rate)}</span></span>` : html`<span class="hint">${t('too few were followed for as long, here or in another group')}</span>`}</td>
            <td data-label=${evened}>${group.evened ? html`<span><strong>${percent(group.evened.share)}</strong> <span class="hint">${span(group.evened)}</span></span>` : '–'}</td>
            <td data-label=${median}>${group.adjusted ? days(group.adjusted.median, group.median) : days(group.median)}</td>`}</tr>`)}</tbody>
      </table>`
  }

  /** The episodes of those of a group whom a number counts. */
  #opens(group, count, which, name, text = number(count), day = null) {
    const { question } = this.comparison
    const heading = `${groupOf(question, group.key, this.themes)} · ${name}`
    return opens(count, { what: which, heading, query: { question, group: group.key, which, ...(day && { day }) } }, text)
  }

  #days(heading) {
    const shown = this.#drawn
    const last = Math.max(...shown.map((group) => group.curve.at(-1).day))
    const marks = [7, 14, 30, 60, 90, 120, 180, 270, 365, 545, 730].filter((day) => day <= last)
    if (!marks.length) return nothing
    return html`
      <details>
        <summary>${t('The same as a table')}</summary>
        <table class="folds figures">
          <caption class="unseen">${t('{heading}, by day', { heading })}</caption>
          <thead><tr><th scope="col">${t('Days')}</th>${shown.map((group) => html`<th scope="col">${group.name}</th>`)}</tr></thead>
          <tbody>${marks.map((day) => html`<tr><th scope="row">${number(day)}</th>${shown.map((group) => {
            const point = at(group.curve, day)
            const plain = at(group.plain, day)
            const opened = plain && this.#opens(group, plain.share, 'by', t('Bought again within {n} days', { n: number(day) }), percent(plain.share), day)
            if (!this.#isEven) return html`<td data-label=${group.name}>${point ? html`<span><strong>${opened}</strong> <span class="hint">${span(point)}</span></span>` : '–'}</td>`
            return html`<td data-label=${group.name}><span>${point ? html`<strong>${percent(point.share)}</strong> <span class="hint">${span(point)}</span>` : '–'}
              ${plain ? html`<span class="hint">${t('as they are:')} ${opened}</span>` : nothing}</span></td>`
          })}</tr>`)}</tbody>
        </table>
      </details>`
  }
}

const span = ({ low, high }) => t('{low} to {high}', { low: percent(low), high: percent(high) })

/** What had been reached on a day; nothing where the curve has ended before. */
function at(curve, day) {
  if (!curve.length || day > curve.at(-1).day) return null
  return curve.findLast((point) => point.day <= day) ?? { share: 0, low: 0, high: 0 }
}

/** @param plain the same as it is, where the first is evened out */
function days(median, plain) {
  const beside = plain === undefined ? nothing : html`<span class="hint">${t('as they are:')} ${plain ? t('{n} days', { n: number(plain.days) }) : t('fewer than half so far')}</span>`
  if (!median) return html`<span><span class="hint">${t('fewer than half so far')}</span> ${beside}</span>`
  const { low, high } = median
  return html`<span><strong>${t('{n} days', { n: number(median.days) })}</strong>
    <span class="hint">${low === null ? nothing : high === null ? t('{low} or more', { low: number(low) }) : t('{low} to {high}', { low: number(low), high: number(high) })}</span> ${beside}</span>`
}

/** Of 1 as a percentage that isn't rounded to all of it. */
export const exactly = (level) => `${number(Math.floor(level * 1000) / 10)}%`

/** A p-value as it is read: "= 0.03", "< 0.001". */
export function chance(p) {
  return p < 0.001 ? '< 0.001' : `= ${p < 0.01 ? p.toFixed(3) : p.toFixed(2)}`
}

customElements.define('ramah-comparison', Comparison)
