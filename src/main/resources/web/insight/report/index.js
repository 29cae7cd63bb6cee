import { LitElement, html, nothing } from 'lit'
import '../common/words-id.js'
import './words-id.js'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { clock } from '../../shared/format.js'
import { announce, title } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import '../common/save-button.js'
import { sheet } from '../common/sheet.js'
import { columnName } from './chart.js'
import './behind.js'
import { opensStyle } from './behind.js'
import './comments.js'
import './contents.js'
import './expected.js'
import { became, distribution, endings, promises, strip, times } from './figures.js'
import './over-time.js'
import './range-bar.js'
import './repeats.js'
import './shift-marks.js'
import './waits.js'
import './recount.js'
import { measures } from './measures.js'
import { asQuery, fileName, readRange, writeRange } from './range.js'
import { pageStyle } from './page-style.js'
import { reportStyle } from './report-style.js'
import { sentences, silent, spoken } from './sentence.js'
import './split.js'
import '../surveys/answers.js'
import '../surveys/figures.js'
import './targets.js'
import './times-split.js'
import './week.js'

const OVERVIEW = '/api/reports/overview'

/** The report is live: it reads itself again this often while somebody looks at it. */
const AGAIN = 60_000

/** `alone`: of these the bot may have been alone; where people were, it solved nothing alone. */
const splits = [
  { by: 'agent', heading: 'By person', column: 'Person', note: 'What somebody had alone, and what colleagues were in as well: the two are never added up. By name, and nobody is ranked: where intervals overlap, a difference may be chance.' },
  { by: 'team', heading: 'By team', column: 'Team' },
  { by: 'handler', heading: 'Bot alone or person', column: 'Who answered' },
  { by: 'language', heading: 'By language', column: 'Language', alone: true },
  { by: 'reason', heading: 'By reason of hand-over', column: 'Reason' },
  { by: 'topic', heading: 'By topic', column: 'Topic', alone: true },
  { by: 'contact', heading: 'By what it was about', column: 'About', note: 'As colleagues said when it was resolved.' },
  { by: 'page', heading: 'By page', column: 'Page', alone: true },
  { by: 'opening', heading: 'Inside and outside opening hours', column: 'Opening hours', note: 'By when the conversation began, in the hours that are set.', alone: true },
  { by: 'goodwill', heading: 'After goodwill', column: 'Goodwill', note: 'Conversations with a person in which the customer got something before they said how it went, beside those in which they got nothing. Who got something often had more to complain about: this compares, it does not prove.' },
]

/** `<ramah-insight>`: a printed report that happens to be live. A sentence, then the chart, then the tables. */
class Insight extends LitElement {
  static properties = { range: { state: true }, stamp: { state: true }, measure: { state: true }, readAt: { state: true } }

  static styles = [base, sheet, reportStyle, pageStyle, opensStyle]

  constructor() {
    super()
    title(t('Satisfaction'))
    this.range = readRange(location.search)
    this.stamp = 0
    this.measure = 'csat'
    this.overview = new Load(this, async (range, signal) => {
      const overview = await get(withQuery(OVERVIEW, asQuery(range)), { signal })
      this.readAt = new Date().toISOString()
      return overview
    })
  }

  connectedCallback() {
    super.connectedCallback()
    addEventListener('popstate', this.#back)
    document.addEventListener('visibilitychange', this.#refresh)
    this.timer = setInterval(this.#refresh, AGAIN)
    this.overview.run(this.range)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('popstate', this.#back)
    document.removeEventListener('visibilitychange', this.#refresh)
    clearInterval(this.timer)
  }

  #back = () => this.#read(readRange(location.search))

  /** A preset moves on at midnight: the range is made anew from the address. */
  #refresh = () => {
    if (document.hidden) return
    const range = readRange(location.search)
    if (range.until !== this.range.until) this.#read(range)
    else this.#read(this.range)
  }

  #choose = async (event) => {
    history.pushState(null, '', writeRange(event.detail))
    await this.#read(event.detail)
    if (this.overview.value) announce(spoken(this.overview.value, this.range))
  }

  #read(range) {
    if (range !== this.range) this.overview.clear()
    this.range = range
    this.stamp++
    return this.overview.run(range)
  }

  render() {
    const { range, stamp } = this
    return html`
      <ramah-shell page="insight" @behind=${this.#behind}>
        <div class="page-head">
          <div>
            <h1>${t('How it went')}</h1>
            <p class="hint">${this.readAt ? t('As of {time}; it reads itself again every minute.', { time: clock(this.readAt) }) : t('Reading …')}</p>
          </div>
          <ramah-range-bar class="no-print" .range=${range} @range=${this.#choose}></ramah-range-bar>
        </div>
        <p class="only-print">${columnName({ key: range.from, until: range.until })}</p>
        <section class="lead" aria-busy=${this.overview.busy}>
          ${this.overview.show((overview) => this.#lead(overview), { lines: 5 })}
        </section>
        ${this.#bare ? nothing : html`
          <ramah-contents></ramah-contents>
          <section><ramah-over-time .range=${range} .stamp=${stamp}></ramah-over-time></section>
          ${this.overview.value ? this.#middle(this.overview.value) : nothing}
          <section><ramah-targets .range=${range} .stamp=${stamp}></ramah-targets></section>
          <section><ramah-expected .range=${range} .stamp=${stamp}></ramah-expected></section>
          <section class="splits">
            <div class="spread"><h2>${t('Satisfaction, split')}</h2>
              <div class="segments no-print" role="group" aria-label=${t('What the tables show')}>${Object.entries(measures).map(([name, { label }]) => html`
                <button type="button" aria-pressed=${this.measure === name} @click=${() => (this.measure = name)}>${t(label)}</button>`)}</div></div>
            ${splits.filter(({ alone }) => alone || this.measure !== 'contained').map(({ by, heading, column, note }) => html`
              <ramah-split by=${by} measure=${this.measure} heading=${t(heading)} column=${t(column)} note=${note ? t(note) : ''} .range=${range} .stamp=${stamp}></ramah-split>`)}
          </section>
          <section class="splits">
            <h2>${t('Said twice')}</h2>
            <p class="hint">${t('Conversations with a person in which something was asked for that the customer had told, as the desk’s own reader found it, and what customers answered when they were asked. It is about teams, topics and what low marks were for, not about people.')}</p>
            <ramah-repeats by="team" column=${t('Team')} .range=${range} .stamp=${stamp}></ramah-repeats>
            <ramah-repeats by="topic" column=${t('Topic')} .range=${range} .stamp=${stamp}></ramah-repeats>
            <ramah-repeats by="cause" column=${t('What the low mark was for')} .range=${range} .stamp=${stamp}></ramah-repeats>
          </section>
          <section class="splits">
            <div class="spread"><h2>${t('What they were told of their wait')}</h2>
              <ramah-save class="no-print" path=${withQuery('/api/reports/waits', asQuery(range))} name=${fileName('waits', range)} of=${t('What they were told of their wait')}></ramah-save></div>
            <p class="hint">${t('When somebody begins to wait for a person they are told how long, as a range. It is kept when a person came no later than its upper end.')}</p>
            <ramah-waits .range=${range} .stamp=${stamp}></ramah-waits>
          </section>
          <section class="splits">
            <div class="spread"><h2>${t('How shifts were')}</h2>
              <ramah-save class="no-print" path="/api/reports/shifts" name="shifts.csv" of=${t('How shifts were')}></ramah-save></div>
            <p class="hint">${t('What people answered when their shift ended: weeks that are over, groups of five or more. It says nothing of one person.')}</p>
            <ramah-shift-marks></ramah-shift-marks>
          </section>
          <section><ramah-asked .range=${range} .stamp=${stamp}></ramah-asked></section>
          <section><ramah-answers .range=${range} .stamp=${stamp}></ramah-answers></section>
          <section><ramah-week .range=${range} .stamp=${stamp}></ramah-week></section>
          <section><ramah-comments .range=${range} .stamp=${stamp}></ramah-comments></section>`}
        <ramah-behind .range=${range}></ramah-behind>
        <footer class="hint">
          <ramah-recount></ramah-recount>
          <p>${t('Satisfaction is the share of 4 and 5 on a scale of 1 to 5. The interval is Wilson’s, 95%: the range that the share truly lies in, as far as this many answers can tell; those who did not answer are not in it. An episode is one conversation from opening or reopening until it ended; days are yours ({zone}).', { zone: asQuery(range).zone })}</p>
        </footer>
      </ramah-shell>`
  }

  #behind = (event) => this.renderRoot.querySelector('ramah-behind').open(event.detail)

  /** Nothing to read, or nothing readable: one sentence says it, instead of every table again. */
  get #bare() {
    const { value, problem } = this.overview
    return value ? silent(value) : problem !== null
  }

  #lead(overview) {
    if (silent(overview)) return empty(t('Nothing happened in these days.'), t('Choose more days, or come back when customers have written.'))
    const [first, ...rest] = sentences(overview, this.range)
    return html`
      <p class="sentence"><strong>${first}</strong> ${rest.map((each) => html`${each} `)}</p>
      ${strip(overview)}`
  }

  #middle(overview) {
    const query = withQuery(OVERVIEW, asQuery(this.range))
    return html`
      <div class="pair">
        <section><h2>${t('All marks')}</h2>${distribution(overview.csat)}</section>
        <section>
          <div class="spread"><h2>${t('How episodes ended')}</h2>
            <ramah-save class="no-print" path=${query} name=${fileName('overview', this.range)} of=${t('How episodes ended')}></ramah-save></div>
          ${endings(overview)}
        </section>
      </div>
      <section>
        <div class="spread"><h2>${t('How long it took')}</h2>
          <ramah-save class="no-print" path=${query} name=${fileName('overview', this.range)} of=${t('How long it took')}></ramah-save></div>
        ${times(overview)}
        <ramah-times-split .range=${this.range} .stamp=${this.stamp}></ramah-times-split>
      </section>
      ${overview.promises.made || overview.promises.late ? html`<section><h2>${t('Promises kept')}</h2>${promises(overview)}</section>` : nothing}
      <section><h2>${t('What became of it')}</h2>${became(overview)}</section>`
  }
}

customElements.define('ramah-insight', Insight)
