import { LitElement, css, html, nothing } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { day, languageName } from '../../shared/format.js'
import { icons } from '../../shared/icons.js'
import { t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import './draft.js'
import './gap.js'
import { reasonsOf } from './reasons.js'

const spans = [7, 30, 90]

/**
 * `<ramah-gaps>`: what customers ask and the articles do not answer well, the heaviest first; drafts that wait for
 * a person's word; and what became of gaps after their article came.
 */
class Gaps extends LitElement {
  static properties = { days: { state: true }, gap: { state: true }, draft: { state: true } }

  static styles = [base, sheet, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-6); }
    section { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-3); }
    .intro { max-width: 68ch; color: var(--r-ink-2); }
    .list li { border-bottom: 1px solid var(--r-line); }
    .list li:last-child { border-bottom: 0; }
    .item { display: grid; grid-template-columns: 64px minmax(0, 1fr) auto; gap: var(--r-1) var(--r-4); align-items: center; width: 100%; padding: var(--r-3) var(--r-2);
      border: 0; border-radius: var(--r-radius-s); background: none; text-align: start; }
    .item:hover { background: var(--r-sunken); }
    .item strong { overflow-wrap: anywhere; }
    .item .how { display: grid; justify-items: center; color: var(--r-ink-2); font-size: var(--r-text-s); line-height: 1.2; text-align: center; }
    .item .how b { color: var(--r-ink); font-size: var(--r-text-l); font-variant-numeric: tabular-nums; }
    .marks { display: flex; flex-wrap: wrap; gap: var(--r-1) var(--r-2); margin-top: var(--r-1); }
    .item .chevron { color: var(--r-ink-3); transform: scaleX(-1); }
    td { overflow-wrap: anywhere; }
    select { width: auto; }
    .fell { color: var(--r-good); font-weight: 600; }
    @media (max-width: 560px) { .item { grid-template-columns: 64px minmax(0, 1fr); padding-inline: 0; gap: var(--r-3); } .item .chevron { display: none; } }
  `]

  constructor() {
    super()
    this.days = 30
    this.gap = null
    this.draft = null
    this.gaps = new Load(this, (days, signal) => get(withQuery('/api/gaps', { days }), { signal }))
    this.drafts = new Load(this, (signal) => get('/api/drafts', { signal }))
    this.#read()
  }

  #read() {
    this.gaps.run(this.days)
    this.drafts.run()
  }

  render() {
    if (this.draft) {
      return html`<ramah-draft .draft=${this.draft} @closed=${this.#back} @published=${this.#published}></ramah-draft>`
    }
    if (this.gap) {
      return html`<ramah-gap .gap=${this.gap} .days=${this.days} @closed=${this.#back}
        @drafted=${(event) => (this.draft = event.detail)}></ramah-gap>`
    }
    return html`
      ${this.drafts.value?.length ? this.#waiting(this.drafts.value) : nothing}
      <section>
        <div class="spread">
          <h2>${t('What is missing')}</h2>
          <label class="row"><span class="hint">${t('Asked in the last')}</span>
            <select @change=${this.#span}>${spans.map((span) => html`
              <option value=${span} ?selected=${span === this.days}>${tn(span, '{n} day', '{n} days')}</option>`)}</select></label>
        </div>
        <p class="intro">${t('Questions that no article answered, that were answered unsurely, or whose answer did not help, grouped by what they mean. An unhappy customer counts twice.')}</p>
        <div aria-busy=${this.gaps.busy}>${this.gaps.show((gaps) => this.#open(gaps.open), { lines: 8 })}</div>
      </section>
      ${this.gaps.value?.closed.length ? this.#closed(this.gaps.value.closed) : nothing}`
  }

  #open(gaps) {
    if (!gaps.length) return empty(t('Nothing is missing.'), t('Every question of these days found its answer.'), icons.check)
    return html`<ol class="list card">${gaps.map((gap) => html`
      <li><button class="item" type="button" @click=${() => (this.gap = gap)}>
        <span class="how"><b>${gap.customers}</b>${gap.customers === 1 ? t('customer') : t('customers')}</span>
        <span><strong lang=${gap.language}>${gap.question}</strong>
          <span class="marks"><span class="chip">${languageName(gap.language)}</span>
            ${reasonsOf(gap.reasons).map((text) => html`<span class="chip">${text}</span>`)}
            ${gap.unhappy ? html`<span class="chip bad">${tn(gap.unhappy, '{n} unhappy', '{n} unhappy')}</span>` : nothing}
            ${gap.answered ? html`<span class="chip good">${t('a person answered')}</span>` : nothing}
            <span class="hint"><ramah-time at=${gap.last}></ramah-time></span></span></span>
        <span class="chevron">${icons.back}</span></button></li>`)}</ol>`
  }

  #waiting(drafts) {
    return html`
      <section>
        <h2>${t('Drafts that wait for your word')}</h2>
        <ul class="list card">${drafts.map((draft) => html`
          <li><button class="item" type="button" @click=${() => (this.draft = draft.draft)}>
            <span class="how">${icons.clock}</span>
            <span><strong lang=${draft.language}>${draft.title}</strong>
              <span class="marks hint"><span>${languageName(draft.language)}</span><span>${draft.madeBy}</span><ramah-time at=${draft.madeAt}></ramah-time></span></span>
            <span class="chevron">${icons.back}</span></button></li>`)}</ul>
      </section>`
  }

  #closed(closed) {
    return html`
      <section>
        <h2>${t('What became of them')}</h2>
        <table class="folds">
          <thead><tr><th scope="col">${t('Article')}</th><th scope="col">${t('Published')}</th>
            <th scope="col" class="number">${t('Asked in vain before')}</th><th scope="col" class="number">${t('Since')}</th></tr></thead>
          <tbody>${closed.map((each) => html`
            <tr><th scope="row"><a lang=${each.language} href="#${encodeURIComponent(each.article)}/${each.language}">${each.title}</a></th>
              <td data-label=${t('Published')}>${day(each.publishedAt)}</td>
              <td class="number" data-label=${t('Asked in vain before')}>${tn(each.before, '{n} customer', '{n} customers')}</td>
              <td class="number" data-label=${t('Since')}><span class=${each.after < each.before ? 'fell' : ''}>${tn(each.after, '{n} customer', '{n} customers')}</span></td></tr>`)}</tbody>
        </table>
        <p class="hint">${tn(this.days, 'Within {n} day of publishing, before and after.', 'Within {n} days of publishing, before and after.')}</p>
      </section>`
  }

  #span = (event) => {
    this.days = Number(event.target.value)
    this.gaps.run(this.days)
  }

  #back = () => {
    this.gap = null
    this.draft = null
    this.#read()
  }

  #published = () => {
    this.dispatchEvent(new Event('saved'))
    this.#back()
  }
}

customElements.define('ramah-gaps', Gaps)
