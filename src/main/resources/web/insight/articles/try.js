import { LitElement, css, html, nothing } from 'lit'
import { post } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { languageName, percent } from '../../shared/format.js'
import { announce } from '../../shared/page.js'
import { language, languages, t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { ruleName } from '../common/names.js'
import { sheet } from '../common/sheet.js'

const decisions = {
  answer: { tone: 'good', text: 'The bot would answer.' },
  clarify: { tone: 'warn', text: 'The bot would ask back.' },
  escalate: { tone: 'info', text: 'The bot would ask for a person.' },
}
const risks = [0.05, 0.1, 0.2, 0.3]

/** `<ramah-article-try>`: ask as a customer would, and see what the bot would do and why. Nothing is stored. */
class ArticleTry extends LitElement {
  static properties = { asked: { state: true } }

  static styles = [base, sheet, css`
    :host { display: grid; grid-template-columns: minmax(0, 360px) minmax(0, 1fr); gap: var(--r-6); align-items: start; }
    form { display: grid; gap: var(--r-4); }
    .result { display: grid; gap: var(--r-4); min-width: 0; }
    .asked { justify-self: end; max-width: 85%; padding: var(--r-2) var(--r-4); border-radius: var(--r-radius-l) var(--r-radius-l) 4px; background: var(--r-accent-soft); overflow-wrap: anywhere; }
    .said { justify-self: start; max-width: 92%; padding: var(--r-3) var(--r-4); border: 1px solid var(--r-line); border-radius: var(--r-radius-l) var(--r-radius-l) var(--r-radius-l) 4px;
      background: var(--r-surface); overflow-wrap: anywhere; }
    .said p { white-space: pre-line; }
    .said p + p { margin-top: var(--r-2); }
    dl { display: grid; grid-template-columns: auto 1fr; gap: var(--r-1) var(--r-4); }
    dt { color: var(--r-ink-2); }
    svg.bar { width: 110px; vertical-align: -1px; margin-inline-end: var(--r-2); }
    svg .track { fill: var(--r-sunken); }
    svg .fill { fill: var(--r-accent); opacity: 0.82; }
    code { font: var(--r-text-s) var(--r-mono); color: var(--r-ink-3); }
    @media (max-width: 900px) { :host { grid-template-columns: minmax(0, 1fr); } }
  `]

  constructor() {
    super()
    this.asked = null
    this.answer = new Load(this, (question, signal) => post('/api/bot/ask', question, { signal }))
  }

  render() {
    return html`
      <form class="card" @submit=${this.#submit}>
        <label class="field">${t('Ask as a customer would')}
          <textarea name="text" rows="4" required maxlength="4000" @keydown=${this.#enter}></textarea></label>
        <label class="field">${t('Language')}
          <select name="language">
            ${Object.keys(languages).map((code) => html`<option value=${code} ?selected=${code === language}>${languageName(code)}</option>`)}</select></label>
        <label class="field">${t('How bold')}
          <select name="risk"><option value="">${t('As set')}</option>
            ${risks.map((risk) => html`<option value=${risk}>${t('{share} of unanswerable questions may be answered', { share: percent(risk) })}</option>`)}</select></label>
        <div class="row"><button class="button primary" ?disabled=${this.answer.busy}>${t('Ask')}</button>
          <span class="hint">${t('Nothing is stored.')}</span></div>
      </form>
      <div class="result" aria-busy=${this.answer.busy}>${this.asked ? this.#conversation() : this.#nothingAsked()}</div>`
  }

  #nothingAsked() {
    return html`<div class="state"><strong>${t('See what the bot would do')}</strong>
      <span>${t('Its decision and the rule behind it, the words it would use, and the articles it weighed.')}</span></div>`
  }

  #conversation() {
    return html`
      <p class="asked"><span class="unseen">${t('Asked')}: </span>${this.asked.text}</p>
      ${this.answer.show((answer) => this.#answered(answer))}`
  }

  #answered(answer) {
    const decision = decisions[answer.decision] ?? { tone: '', text: answer.decision }
    return html`
      ${answer.text ? html`
        <div class="said"><p>${answer.text}</p>
          ${(answer.citations ?? []).map((cited) => html`<p class="hint">${t('From')} ${this.#link(cited.article, cited.title)}</p>`)}</div>` : nothing}
      <div class="card">
        <dl>
          <dt>${t('Decision')}</dt><dd><span class="chip ${decision.tone}">${t(decision.text)}</span></dd>
          <dt>${t('Rule')}</dt><dd>${ruleName(answer.rule)} <code>${answer.rule}</code></dd>
          <dt>${t('Best article')}</dt><dd>${answer.article ? this.#link(answer.article, answer.alternatives?.[0]?.title) : t('none')}</dd>
          <dt>${t('Confidence')}</dt><dd>${bar(answer.confidence)}${percent(answer.confidence)}
            <span class="hint">${t('that this article is right')}</span></dd>
        </dl>
      </div>
      ${answer.alternatives?.length ? html`
        <div><h2>${t('Articles it weighed')}</h2>
          <table><thead><tr><th scope="col">${t('Article')}</th><th scope="col">${t('Confidence')}</th></tr></thead>
            <tbody>${answer.alternatives.map(({ article, title, confidence }) => html`
              <tr><td>${this.#link(article, title)}</td><td>${bar(confidence)}<span class="number">${percent(confidence)}</span></td></tr>`)}</tbody></table></div>` : nothing}`
  }

  #link(article, title) {
    return html`<a href="#${encodeURIComponent(article)}/${this.asked.language}">${title ?? article}</a>`
  }

  #enter = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    event.target.form.requestSubmit()
  }

  #submit = async (event) => {
    event.preventDefault()
    const form = new FormData(event.target)
    const text = form.get('text').trim()
    if (!text) return
    const risk = form.get('risk')
    this.asked = { text, language: form.get('language'), risk: risk ? Number(risk) : undefined }
    this.answer.clear()
    await this.answer.run(this.asked)
    const answer = this.answer.value
    if (answer) announce(`${t(decisions[answer.decision]?.text ?? answer.decision)} ${answer.text ?? ''}`)
  }
}

function bar(share) {
  return html`<svg class="bar" height="10" aria-hidden="true"><rect class="track" width="100%" height="10" rx="3" />
    <rect class="fill" width="${(share ?? 0) * 100}%" height="10" rx="3" /></svg>`
}

customElements.define('ramah-article-try', ArticleTry)
