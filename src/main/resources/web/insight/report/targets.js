import { LitElement, css, html, nothing } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { duration, number, percent } from '../../shared/format.js'
import { parts, t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { keyName } from '../common/names.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { opens, opensStyle, within } from './behind.js'
import { interval } from './interval.js'
import { asQuery, fileName } from './range.js'
import { reportStyle } from './report-style.js'
import './targets-words-id.js'

const TARGETS = '/api/reports/targets'

const sides = { target: 'Team', day: 'Day', opening: 'Opening hours', reason: 'Reason', topic: 'Topic', language: 'Language', page: 'Page' }

const counts = { kept: 'Kept', missed: 'Missed', due: 'Kept or missed' }

/** Below so many a share says little. */
const FEW = 10

/** `<ramah-targets>`: how often people were as fast as they had promised themselves, and who was not. */
class TargetsKept extends LitElement {
  static properties = { range: { attribute: false }, stamp: { type: Number }, by: { state: true } }

  static styles = [base, sheet, reportStyle, opensStyle, css`
    .segments { flex-wrap: wrap; }
    .row { min-width: 0; }
    td .hint { display: block; }
    tbody th .hint { display: block; font-weight: 400; }
    .kept { display: inline-flex; align-items: center; gap: var(--r-3); }
    @media (max-width: 860px) { svg.interval { display: none; } }
  `]

  constructor() {
    super()
    this.stamp = 0
    this.by = 'target'
    this.table = new Load(this, (range, by, signal) => get(withQuery(TARGETS, { ...asQuery(range), by }), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('range') || changed.has('by')) this.table.clear()
    if (changed.has('range') || changed.has('by') || changed.has('stamp')) this.table.run(this.range, this.by)
  }

  render() {
    return html`
      <div class="spread">
        <h2>${t('Targets kept')}</h2>
        <div class="row no-print">
          <div class="segments" role="group" aria-label=${t('Split by')}>${Object.entries(sides).map(([by, name]) => html`
            <button type="button" aria-pressed=${this.by === by} @click=${() => (this.by = by)}>${t(name)}</button>`)}</div>
          <ramah-save path=${withQuery(TARGETS, { ...asQuery(this.range), by: this.by })} name=${fileName(`targets-by-${this.by}`, this.range)} of=${t('Targets kept')}></ramah-save>
        </div>
      </div>
      <div aria-busy=${this.table.busy}>${this.table.show((table) => this.#shown(table), { lines: 4 })}</div>`
  }

  #shown({ targets, rows }) {
    if (![targets.house, ...Object.values(targets.teams)].some((each) => each.firstResponse || each.resolution)) {
      return empty(t('No targets are set.'), html`<a href="/settings#targets">${t('Say how fast customers are to be helped')}</a>`)
    }
    if (!rows.length) return empty(t('Nothing was due in these days.'))
    const name = (row) => (this.by === 'target' && row.key === '-' ? t('The house') : keyName(this.by === 'target' ? 'team' : this.by, row.key))
    const sorted = [...rows].sort((a, b) => name(a).localeCompare(name(b)))
    return html`
      <p class="hint">${t('A first response is due from the moment somebody asks for a person; whoever left before it was due does not count. A resolution is due from opening or reopening, where a person took part. All are judged by the targets and hours of now.')}</p>
      <table class="folds figures">
        <caption class="unseen">${t('Targets kept')}</caption>
        <thead><tr><th scope="col">${t(sides[this.by])}</th><th scope="col">${t('First response')}</th><th scope="col" class="number">${t('Missed')}</th>
          <th scope="col">${t('Resolution')}</th><th scope="col" class="number">${t('Missed')}</th></tr></thead>
        <tbody>${sorted.map((row) => html`
          <tr><th scope="row">${name(row)}${this.by === 'target' ? this.#goal(targets, row.key) : nothing}</th>
            ${this.#cells(row, row.firstResponse, t('First response'), 'first', name(row))}
            ${this.#cells(row, row.resolution, t('Resolution'), 'resolution', name(row))}</tr>`)}</tbody>
      </table>`
  }

  #goal({ house, teams }, team) {
    const { firstResponse, resolution, openHours } = teams[team] ?? house
    const parts = [firstResponse && t('{time} to the first word', { time: duration(firstResponse * 60) }), resolution && t('{time} to the end', { time: duration(resolution * 60) })]
    return html`<span class="hint">${parts.filter(Boolean).join(', ')}${firstResponse || resolution ? `, ${openHours ? t('of working hours') : t('by the clock')}` : ''}</span>`
  }

  #cells(row, { kept, of, share, low, high }, label, what, name) {
    const wanted = (which) => ({ what: `${what}_${which}`, by: this.by, key: row.key, heading: `${name} · ${label} · ${t(counts[which])}` })
    const few = of < FEW
    return html`
      <td data-label=${label} class=${few ? 'few' : ''}>${of ? html`<span class="kept">${interval({ csat: share, csatLow: low, csatHigh: high }, few)}<span><strong>${percent(share)}</strong>
        <span class="hint">${parts('{n} of {of}', { n: within(kept, wanted('kept')), of: within(of, wanted('due')) })}</span><span class="hint">${t('{low} to {high}', { low: percent(low), high: percent(high) })}</span></span></span>` : '–'}</td>
      <td class="number" data-label=${t('Missed')}>${of ? opens(of - kept, wanted('missed')) : '–'}</td>`
  }
}

customElements.define('ramah-targets', TargetsKept)
