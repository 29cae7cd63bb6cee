import { LitElement, css, html } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { duration } from '../../shared/format.js'
import { parts, t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { rowName } from '../common/names.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { opens, opensStyle, within } from './behind.js'
import { asQuery, fileName } from './range.js'
import { reportStyle } from './report-style.js'
import { workOf } from './split.js'

const TIMES = '/api/reports/times'

const sides = { team: 'Team', agent: 'Person', reason: 'Reason', topic: 'Topic', opening: 'Opening hours', language: 'Language', page: 'Page', cause: 'What low marks were for' }

/** Which episodes each time was counted of. */
const whats = { firstResponse: 'first_response', wait: 'waited', bot: 'ended', handling: 'handled', resolution: 'ended' }

/** `<ramah-times-split>`: how long it took, by one side at a time; the reader chooses which. */
class TimesSplit extends LitElement {
  static properties = { range: { attribute: false }, stamp: { type: Number }, by: { state: true }, open: { state: true } }

  static styles = [base, sheet, reportStyle, opensStyle, css`
    :host { display: block; margin-top: var(--r-8); }
    .row { min-width: 0; }
    td .hint { display: block; }
    @media print, (min-width: 961px) { .figures td { white-space: nowrap; } }
    tbody th { overflow-wrap: anywhere; }
  `]

  constructor() {
    super()
    this.stamp = 0
    this.by = 'team'
    this.open = false
    this.rows = new Load(this, (range, by, signal) => get(withQuery(TIMES, { ...asQuery(range), by }), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('range') || changed.has('by')) this.rows.clear()
    if (changed.has('range') || changed.has('by') || changed.has('stamp')) this.rows.run(this.range, this.by)
  }

  render() {
    return html`
      <div class="spread">
        <h3>${t('Times, split')}</h3>
        <div class="row no-print">
          <div class="segments" role="group" aria-label=${t('Which time')}>${[false, true].map((open) => html`
            <button type="button" aria-pressed=${this.open === open} @click=${() => (this.open = open)}>${open ? t('In working hours') : t('By the clock')}</button>`)}</div>
          <div class="segments" role="group" aria-label=${t('Split by')}>${Object.entries(sides).map(([by, name]) => html`
            <button type="button" aria-pressed=${this.by === by} @click=${() => (this.by = by)}>${t(name)}</button>`)}</div>
          <ramah-save path=${withQuery(TIMES, { ...asQuery(this.range), by: this.by })} name=${fileName(`times-by-${this.by}`, this.range)} of=${t('Times, split')}></ramah-save>
        </div>
      </div>
      ${this.by === 'agent' ? html`<p class="hint">${t('What somebody had alone and what colleagues were in as well are never added up; an episode that was handed on has the times of all who took part.')}</p>` : ''}
      <div aria-busy=${this.rows.busy}>${this.rows.show(({ rows }) => this.#table(rows), { lines: 3 })}</div>`
  }

  #table(rows) {
    if (!rows.length) return empty(t('Nothing to split in these days.'))
    const name = (row) => rowName(this.by, row)
    const sorted = [...rows].sort((a, b) => name(a).localeCompare(name(b)))
    const figure = (row, field) => (this.open ? row.inHours : row)[field]
    const columns = [[t('First response'), 'firstResponse'], [t('Wait'), 'wait'], ...(this.open ? [] : [[t('With the bot'), 'bot']]), [t('With a person'), 'handling'], [t('Resolution'), 'resolution']]
    return html`
      <table class="folds figures">
        <caption class="unseen">${t('How long it took, by {side}', { side: t(sides[this.by]) })}</caption>
        <thead><tr><th scope="col">${t(sides[this.by])}</th><th scope="col" class="number">${t('Episodes')}</th>
          ${columns.map(([label]) => html`<th scope="col" class="number">${label}</th>`)}</tr></thead>
        <tbody>${sorted.map((row) => html`
          <tr><th scope="row">${this.by === 'agent' ? html`<a href=${workOf(row.key, this.range)}>${name(row)}</a>` : name(row)}</th>
            <td class="number" data-label=${t('Episodes')}>${opens(row.episodes, { what: 'began', by: row.part ?? this.by, key: row.key, heading: name(row) })}</td>
            ${columns.map(([label, field]) => html`<td class="number" data-label=${label}><span><strong>${duration(figure(row, field).median)}</strong>
              <span class="hint">${figure(row, field).n ? html`${t('p90 {time}', { time: duration(figure(row, field).p90) })} · ${parts('of {n}', {
                n: within(figure(row, field).n, { what: whats[field], by: row.part ?? this.by, key: row.key, heading: `${name(row)} · ${label}` }) })}` : ''}</span></span></td>`)}
          </tr>`)}</tbody>
      </table>`
  }
}

customElements.define('ramah-times-split', TimesSplit)
