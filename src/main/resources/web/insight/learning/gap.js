import { LitElement, css, html, nothing } from 'lit'
import { get, post, withQuery } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { icons } from '../../shared/icons.js'
import { t, tn } from '../../shared/words.js'
import { faceOf } from '../../desk/reasons.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import { reasonsOf } from './reasons.js'

/** `<ramah-gap>`: the questions of one gap, how people answered them, and the way to a draft. */
class Gap extends LitElement {
  static properties = { gap: { attribute: false }, days: { attribute: false }, busy: { state: true }, problem: { state: true } }

  static styles = [base, sheet, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); }
    .back { justify-self: start; margin-inline-start: calc(-1 * var(--r-3)); }
    h2 { overflow-wrap: anywhere; }
    .two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--r-6); align-items: start; }
    .two > * { display: grid; gap: var(--r-3); min-width: 0; }
    li { padding: var(--r-3) 0; border-bottom: 1px solid var(--r-line); overflow-wrap: anywhere; }
    li:last-child { border-bottom: 0; }
    .asked { white-space: pre-line; font-weight: 600; }
    .said { margin-top: var(--r-2); padding: var(--r-2) var(--r-3); border-inline-start: 3px solid var(--r-line); color: var(--r-ink-2); white-space: pre-line; }
    .about { display: flex; flex-wrap: wrap; gap: 0 var(--r-2); }
    textarea { min-height: 220px; }
    @media (max-width: 900px) { .two { grid-template-columns: minmax(0, 1fr); } }
  `]

  constructor() {
    super()
    this.busy = false
    this.problem = null
    this.opened = new Load(this, (gap, days, signal) => get(withQuery(`/api/gaps/${encodeURIComponent(gap)}`, { days }), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('gap')) this.opened.run(this.gap.gap, this.days)
  }

  render() {
    return html`
      <button class="button quiet back" type="button" @click=${() => this.dispatchEvent(new Event('closed'))}>${icons.back}${t('All gaps')}</button>
      <h2 lang=${this.gap.language}>${this.gap.question}</h2>
      ${this.opened.show((opened) => this.#shown(opened), { lines: 6 })}`
  }

  #shown({ gap, questions, answer }) {
    return html`
      <p class="hint">${tn(gap.customers, '{n} customer', '{n} customers')} · ${reasonsOf(gap.reasons).join(' · ')}</p>
      <div class="two">
        <section>
          <h3>${t('What they asked')}</h3>
          <ul>${questions.map((question) => this.#question(question))}</ul>
        </section>
        <form class="card" @submit=${this.#propose}>
          <label class="field">${t('The answer to all of them')}
            <textarea name="answer" required maxlength="100000" .value=${answer}></textarea></label>
          <p class="hint">${answer ? t('This is what a person said when it went best. Take out names and order numbers.') : t('Nobody has answered this yet. Write what you would say.')}</p>
          ${this.problem ? html`<p class="error" role="alert">${this.problem.message}</p>` : nothing}
          <div class="row"><button class="button primary" ?disabled=${this.busy}>${t('Make a draft of it')}</button>
            <span class="hint">${t('Nothing is published yet.')}</span></div>
        </form>
      </div>`
  }

  #question(question) {
    return html`
      <li><p class="asked">${question.text}</p>
        <p class="hint about"><ramah-time at=${question.at}></ramah-time><span>${reasonsOf({ [question.reason]: 1 })}</span>
          ${question.csat ? html`<span>${question.csat} · ${faceOf(question.csat)}</span>` : nothing}
          <a href="/desk#${question.conversation}">${t('Open')}<span class="unseen"> ${t('the conversation of this question')}</span></a></p>
        ${question.answers.map((text) => html`<p class="said">${text}</p>`)}</li>`
  }

  #propose = async (event) => {
    event.preventDefault()
    this.busy = true
    this.problem = null
    try {
      const answer = new FormData(event.target).get('answer')
      const { draft } = await post(withQuery(`/api/gaps/${encodeURIComponent(this.gap.gap)}/draft`, { days: this.days }), { answer })
      this.dispatchEvent(new CustomEvent('drafted', { detail: draft }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-gap', Gap)
