import { LitElement, css, html, nothing } from 'lit'
import { get, put } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'

/** `<ramah-topics>`: topics on which the bot always asks for a person, however sure it is. */
class Topics extends LitElement {
  static properties = { stamp: { type: Number }, saving: { state: true }, problem: { state: true } }

  static styles = [base, sheet, css`
    :host { display: grid; gap: var(--r-4); max-width: 640px; }
    label { display: flex; align-items: center; justify-content: space-between; gap: var(--r-4); padding: var(--r-3) 0; font-weight: 600; font-size: var(--r-text); cursor: pointer; }
    li + li { border-top: 1px solid var(--r-line); }
    label span.row { flex-wrap: nowrap; color: var(--r-ink-2); font-weight: 400; font-size: var(--r-text-s); }
    input { appearance: none; flex: none; width: 40px; height: 24px; margin: 0; border: 1px solid var(--r-line-strong); border-radius: var(--r-round);
      background: radial-gradient(circle at 12px 50%, var(--r-line-strong) 7px, transparent 7.5px) var(--r-surface); cursor: pointer; }
    input:checked { border-color: var(--r-accent); background: radial-gradient(circle at 26px 50%, var(--r-on-accent) 7px, transparent 7.5px) var(--r-accent); }
    @media (forced-colors: active) { input { appearance: auto; width: 20px; } }
  `]

  constructor() {
    super()
    this.saving = false
    this.problem = null
    this.topics = new Load(this, (signal) => get('/api/topics', { signal }))
  }

  willUpdate(changed) {
    if (changed.has('stamp')) this.topics.run()
  }

  render() {
    return html`
      <p>${t('An article’s tags are its topics. When a question is about one that is switched on here, the bot does not answer: it asks for a person and says why.')}</p>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${t('This was not saved.')} ${this.problem.message}</p></div>` : nothing}
      <div aria-busy=${this.topics.busy || this.saving}>${this.topics.show((topics) => this.#list(topics))}</div>`
  }

  #list(topics) {
    if (!topics.length) return empty(t('No topics yet.'), t('They come from the tags of the articles.'))
    return html`<ul class="card">${topics.map((topic) => html`
      <li><label>${topic.tag}<span class="row">${topic.needsPerson ? t('needs a person') : t('the bot may answer')}
        <input type="checkbox" role="switch" .checked=${topic.needsPerson} ?disabled=${this.saving}
          @change=${(event) => this.#switch(topic, event.target.checked)}></span></label></li>`)}</ul>`
  }

  async #switch(topic, needsPerson) {
    const before = this.topics.value
    const wish = before.map((other) => (other.tag === topic.tag ? { ...other, needsPerson } : other))
    this.topics.value = wish
    this.saving = true
    this.problem = null
    try {
      await put('/api/topics', wish)
      announce(needsPerson ? t('{topic} needs a person now.', { topic: topic.tag }) : t('The bot may answer about {topic} now.', { topic: topic.tag }))
    } catch (problem) {
      this.topics.value = before
      this.problem = problem
    }
    this.saving = false
  }
}

customElements.define('ramah-topics', Topics)
