import { LitElement, css, html, nothing } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { duration, number } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { behind, opens, opensStyle } from './behind.js'
import { HeatMap } from './heat-map.js'
import { measures } from './measures.js'
import { asQuery, fileName } from './range.js'
import { reportStyle } from './report-style.js'

const TIMES = '/api/reports/times'
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const DAYS = [1, 2, 3, 4, 5, 6, 7]

/** Of fewer a square's share is mostly chance: it stays empty. */
const FEWEST = 5

/** A measure of the report as a square shows it; `by=hour` has as many as there are. */
function share(name, heading) {
  const { label, path, of, text, what, good } = measures[name]
  const known = (row) => {
    const figure = of(row)
    return figure && figure.n >= FEWEST ? figure : null
  }
  return { label, path, text, what: good ?? what, heading, least: name === 'nps' ? -100 : 0,
    of: (row) => known(row)?.value ?? null, n: (row) => (good ? of(row)?.some : of(row)?.n) ?? 0, figure: of }
}

/** What a square may show; each is a figure of a report by hour. */
const figures = {
  episodes: { label: 'Conversations that began', of: (row) => row.episodes, n: (row) => row.episodes, text: number, what: 'began', heading: 'Began on {when}' },
  wait: { label: 'Half of the waits were over within', of: (row) => row.wait.median, n: (row) => row.wait.n, text: duration, what: 'waited', heading: 'Waited from {when} on', short: (s) => (s < 100 ? `${Math.round(s)}s` : `${Math.round(s / 60)}m`) },
  csat: share('csat', 'Rated on {when}'),
  nps: share('nps', 'Rated on {when}'),
  ces: share('ces', 'Rated on {when}'),
  contained: share('contained', 'Ended on {when}'),
}

const dayName = (day) => new Intl.DateTimeFormat(document.documentElement.lang || 'en', { weekday: 'short', timeZone: 'UTC' })
  .format(new Date(Date.UTC(2024, 0, day)))
const hourName = (hour) => `${String(hour).padStart(2, '0')}:00`

/** `<ramah-week>`: at which hours of the week customers write and wait, as a map and as a table. */
class Week extends LitElement {
  static properties = { range: { attribute: false }, stamp: { type: Number }, show: { state: true } }

  static styles = [base, sheet, reportStyle, opensStyle, css`
    .row { min-width: 0; }
    select.input { width: auto; max-width: 100%; padding-block: var(--r-1); font-size: var(--r-text-s); }
    .map { height: 268px; margin-top: var(--r-3); }
    .map.narrow { height: 560px; }
    .readout { min-height: 1.5em; color: var(--r-ink-2); font-size: var(--r-text-s); }
    .scroll { overflow-x: auto; }
    table.hours { font-size: var(--r-text-s); }
    table.hours th, table.hours td { padding: 2px var(--r-2); white-space: nowrap; }
  `]

  constructor() {
    super()
    this.stamp = 0
    this.show = 'episodes'
    this.told = ''
    this.rows = new Load(this, (range, path, signal) => get(withQuery(path, { ...asQuery(range), by: 'hour' }), { signal }))
    this.map = new HeatMap({ tell: (at) => this.#tell(at), choose: (at) => this.#open(at) })
  }

  willUpdate(changed) {
    const elsewhere = this.#path !== this.read
    if (changed.has('range') || elsewhere) this.rows.clear()
    if (changed.has('range') || changed.has('stamp') || elsewhere) this.rows.run(this.range, this.#path)
    this.read = this.#path
  }

  get #path() {
    return figures[this.show].path ?? TIMES
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.map.leave()
  }

  render() {
    return html`
      <div class="spread">
        <h2>${t('When they write')}</h2>
        <div class="row no-print">
          <select class="input" aria-label=${t('What the squares show')} @change=${(event) => (this.show = event.target.value)}>${Object.entries(figures).map(([name, { label }]) => html`
            <option value=${name} ?selected=${this.show === name}>${t(label)}</option>`)}</select>
          <ramah-save path=${withQuery(this.#path, { ...asQuery(this.range), by: 'hour' })} name=${fileName('by-hour', this.range)} of=${t('When they write')}></ramah-save>
        </div>
      </div>
      <div aria-busy=${this.rows.busy}>${this.rows.show(({ rows }) => this.#week(rows), { lines: 7 })}</div>`
  }

  updated() {
    const place = this.renderRoot.querySelector('.map')
    const rows = this.rows.value?.rows
    if (place && rows) this.map.draw(place, { days: DAYS.map(dayName), hours: HOURS.map(hourName), value: (day, hour) => this.#value(rows, day, hour), figure: figures[this.show] })
  }

  #week(rows) {
    const figure = figures[this.show]
    if (!rows.some((row) => figure.of(row) !== null)) return empty(this.show === 'episodes' ? t('Nobody wrote in these days.') : t('No hour of the week has enough of them in these days.'))
    const busiest = rows.reduce((most, row) => ((figure.of(row) ?? -Infinity) > (figure.of(most) ?? -Infinity) ? row : most))
    return html`
      <p class="hint">${t('{figure}, by the hour of the week in your time. The darker, the more.', { figure: t(figure.label) })} ${figure.figure ? t('Hours of fewer than {few} stay empty.', { few: FEWEST }) : nothing}</p>
      <div class="map" role="img" aria-label=${t('{figure}: most on {when}, {value}. The table below has every figure.', { figure: t(figure.label), when: whenOf(busiest.key), value: figure.text(figure.of(busiest)) })}></div>
      <p class="readout" aria-hidden="true"></p>
      <details>
        <summary>${t('The same as a table')}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${t('When they write')}>
          <table class="hours"><caption class="unseen">${t(figure.label)}</caption>
            <thead><tr><th scope="col">${t('Hour')}</th>${DAYS.map((day) => html`<th scope="col" class="number">${dayName(day)}</th>`)}</tr></thead>
            <tbody>${HOURS.map((hour) => html`<tr><th scope="row">${hourName(hour)}</th>${DAYS.map((day) => html`<td class="number">${this.#cell(rows, day, hour)}</td>`)}</tr>`)}</tbody>
          </table>
        </div>
      </details>`
  }

  #cell(rows, day, hour) {
    const row = rows.find((one) => one.key === keyOf(day, hour))
    const figure = figures[this.show]
    if (!row || figure.of(row) === null) return html`<span class="hint">${this.show === 'episodes' ? 0 : '–'}</span>`
    return opens(figure.n(row), this.#wanted(row.key), figure.text(figure.of(row)))
  }

  #value(rows, day, hour) {
    const row = rows.find((one) => one.key === keyOf(day + 1, hour))
    return row ? figures[this.show].of(row) : this.show === 'episodes' ? 0 : null
  }

  #wanted(key) {
    const { what, heading } = figures[this.show]
    return { what, by: 'hour', key, heading: t(heading, { when: whenOf(key) }) }
  }

  #tell(at) {
    const row = at && this.rows.value?.rows.find((one) => one.key === keyOf(at.day + 1, at.hour))
    const told = row ? `${whenOf(row.key)}: ${figures[this.show].figure ? this.#reach(row) : `${number(row.episodes)} · ${t('waited {time}', { time: duration(row.wait.median) })}`}` : ''
    const place = this.renderRoot.querySelector('.readout')
    if (place) place.textContent = told
  }

  #reach(row) {
    const { figure, text } = figures[this.show]
    const known = figure(row)
    return known ? `${text(known.value)} (${t('{low} to {high}', { low: text(known.low), high: text(known.high) })}; ${t('of {n}', { n: number(known.n) })})` : '–'
  }

  #open(at) {
    behind(this, this.#wanted(keyOf(at.day + 1, at.hour)))
  }
}

const keyOf = (day, hour) => `${day}-${String(hour).padStart(2, '0')}`
const whenOf = (key) => `${dayName(Number(key[0]))} ${hourName(Number(key.slice(2)))}`

customElements.define('ramah-week', Week)
