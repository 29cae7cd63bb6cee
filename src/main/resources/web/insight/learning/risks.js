import { LitElement, css, html, nothing, svg } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { percent } from '../../shared/format.js'
import { t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import { Setting } from '../settings/setting.js'

const spans = [7, 30, 90]
const values = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5]
const outcomes = {
  answer: { name: 'answered', tone: 'good' },
  clarify: { name: 'asked back', tone: 'warn' },
  escalate: { name: 'to a person', tone: 'info' },
}

/** More examples than this are scrolled over, not read. */
const SHOWN = 30

/** `<ramah-risks>`: what each setting of the risk would have done with what this shop's customers asked. */
class Risks extends LitElement {
  static properties = { asked: { state: true }, only: { state: true } }

  static styles = [base, sheet, css`
    td > .chip { justify-self: start; }
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-5); }
    .intro { max-width: 68ch; color: var(--r-ink-2); }
    .settings { display: flex; flex-wrap: wrap; gap: var(--r-4); }
    .settings select { min-width: 140px; }
    svg { display: block; width: 100%; height: 16px; border-radius: 4px; }
    .answer { fill: var(--r-good); } .clarify { fill: var(--r-warn); } .escalate { fill: var(--r-info); }
    thead .key { display: inline-block; width: 10px; height: 10px; margin-inline-end: var(--r-1); border-radius: 2px; vertical-align: baseline; }
    td.bar { width: 45%; vertical-align: middle; }
    tr.chosen > * { background: var(--r-accent-soft); }
    tbody tr { cursor: default; }
    td { overflow-wrap: anywhere; }
    .asked { white-space: pre-line; }
    .segments { justify-self: start; max-width: 100%; }
    .segments button { white-space: normal; }
    @media (max-width: 960px) { td.bar { width: auto; } tr.chosen { padding-inline: var(--r-2) !important; } }
  `]

  constructor() {
    super()
    this.asked = { days: 30 }
    this.only = 'changed'
    this.tried = new Load(this, (asked, signal) => get(withQuery('/api/bot/risks', asked), { signal }))
    this.tried.run(this.asked)
    this.boldness = new Setting(this, 'boldness')
  }

  render() {
    return html`
      <p class="intro">${t('Of questions that no article answers, some look as if one did. The risk says how many of those the bot may answer: more risk, more answers, right ones and wrong ones. Here is what each value would have done with what your customers asked first.')}</p>
      ${this.tried.show((tried) => this.#shown(tried), { lines: 10 })}`
  }

  #shown(tried) {
    const answer = this.asked.answer ?? tried.risk
    const ask = this.asked.ask ?? tried.askRisk
    if (!tried.questions.length) return empty(t('Nobody asked anything in these days.'), t('Come back when customers did.'))
    return html`
      <div class="settings">
        ${this.#select(t('Risk to answer'), 'answer', answer, tried.risk)}
        ${this.#select(t('Risk to ask back'), 'ask', ask, tried.askRisk)}
        <label class="field">${t('Asked in the last')}<select name="days" @change=${this.#change}>${spans.map((span) => html`
          <option value=${span} ?selected=${span === this.asked.days}>${tn(span, '{n} day', '{n} days')}</option>`)}</select></label>
      </div>
      ${this.boldness.form(() => this.#kept(answer, ask), () => this.#keep(answer, ask))}
      <table class="folds" aria-busy=${this.tried.busy}>
        <thead><tr><th scope="col">${t('Risk to answer')}</th><th scope="col" class="number">${key('answer')}${t('answered')}</th><th scope="col" class="number">${key('clarify')}${t('asked back')}</th>
          <th scope="col" class="number">${key('escalate')}${t('to a person')}</th><td></td></tr></thead>
        <tbody>${tried.values.map((value) => this.#row(value, answer, tried.risk, tried.questions.length))}</tbody>
      </table>
      ${this.#examples(tried.questions)}`
  }

  /** What would be saved, beside what is set. */
  #kept(answer, ask) {
    const set = this.boldness.value
    const same = set.answer === answer && set.ask === ask
    return html`<p class="hint">${same
      ? t('This is what the bot does now: {risk} and {ask}.', { risk: percent(set.answer), ask: percent(set.ask) })
      : t('Save to have the bot use {risk} and {ask} from its next answer on; now it is {risk0} and {ask0}.', {
        risk: percent(answer), ask: percent(ask), risk0: percent(set.answer), ask0: percent(set.ask) })}</p>`
  }

  #keep = async (answer, ask) => {
    if (await this.boldness.save({ answer, ask })) this.tried.run(this.asked)
  }

  #select(label, name, value, set) {
    const all = [...new Set([...values, set])].sort((a, b) => a - b)
    return html`<label class="field">${label}<select name=${name} @change=${this.#change}>${all.map((each) => html`
      <option value=${each} ?selected=${each === value}>${percent(each)}${each === set ? ` · ${t('as set')}` : ''}</option>`)}</select></label>`
  }

  #row(value, answer, set, all) {
    return html`
      <tr class=${value.risk === answer ? 'chosen' : ''}><th scope="row">${percent(value.risk)}${value.risk === set ? html` <span class="chip">${t('as set')}</span>` : nothing}</th>
        <td class="number" data-label=${t('answered')}>${percent(value.answered / all)}</td>
        <td class="number" data-label=${t('asked back')}>${percent(value.asked / all)}</td>
        <td class="number" data-label=${t('to a person')}>${percent(value.handedOver / all)}</td>
        <td class="bar">${bar(value, all)}</td></tr>`
  }

  #examples(questions) {
    const changed = questions.filter((question) => question.outcome !== question.outcomeNow)
    const lists = { changed, ...Object.fromEntries(Object.keys(outcomes).map((key) => [key, questions.filter((each) => each.outcome === key)])) }
    const shown = lists[this.only]
    return html`
      <section class="stack">
        <div class="segments" role="group" aria-label=${t('Which questions')}>
          <button type="button" aria-pressed=${this.only === 'changed'} @click=${() => (this.only = 'changed')}>${t('other than now')} (${changed.length})</button>
          ${Object.entries(outcomes).map(([key, { name }]) => html`
            <button type="button" aria-pressed=${this.only === key} @click=${() => (this.only = key)}>${t(name)} (${lists[key].length})</button>`)}
        </div>
        ${shown.length ? html`
          <table class="folds">
            <thead><tr><th scope="col">${t('Question')}</th><th scope="col">${t('Best article')}</th><th scope="col" class="number">${t('Confidence')}</th><th scope="col">${t('Would be')}</th></tr></thead>
            <tbody>${shown.slice(0, SHOWN).map((each) => html`
              <tr><th scope="row" class="asked" lang=${each.language}>${each.text}</th>
                <td data-label=${t('Best article')}>${each.article ? html`<a href="#${encodeURIComponent(each.article)}/${each.language}">${each.title}</a>` : t('none')}</td>
                <td class="number" data-label=${t('Confidence')}>${percent(each.confidence)}</td>
                <td data-label=${t('Would be')}><span class="chip ${outcomes[each.outcome].tone}">${t(outcomes[each.outcome].name)}</span></td></tr>`)}</tbody>
          </table>
          ${shown.length > SHOWN ? html`<p class="hint">${tn(shown.length - SHOWN, 'and {n} more', 'and {n} more')}</p>` : nothing}`
          : html`<p class="hint">${this.only === 'changed' ? t('These values do what is done now. Choose others above.') : t('None.')}</p>`}
      </section>`
  }

  #change = (event) => {
    this.asked = { ...this.asked, [event.target.name]: Number(event.target.value) }
    this.tried.run(this.asked)
  }
}

/** Which part of the bars a column is. */
const key = (name) => html`<svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class=${name} width="10" height="10" /></svg>`

/** The three shares beside each other. */
function bar({ answered, asked, handedOver }, all) {
  const parts = [['answer', answered], ['clarify', asked], ['escalate', handedOver]]
  let x = 0
  return html`<svg aria-hidden="true" viewBox="0 0 100 16" preserveAspectRatio="none">${parts.map(([name, n]) => {
    const from = x
    x += (100 * n) / all
    return svg`<rect class=${name} x=${from} width=${x - from} height="16" />`
  })}</svg>`
}

customElements.define('ramah-risks', Risks)
