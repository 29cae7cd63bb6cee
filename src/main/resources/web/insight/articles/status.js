import { LitElement, css, html } from 'lit'
import { get } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { icons } from '../../shared/icons.js'
import { t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'

/** While the bot is catching up, its state is asked for again this often (ms). */
const SOON = 2000

const steps = [
  { key: 'embedded', name: 'embedded' },
  { key: 'trained', name: 'trained' },
  { key: 'calibrated', name: 'calibrated' },
]

/** `<ramah-article-status>`: whether the bot answers from the newest articles already. */
class ArticleStatus extends LitElement {
  static properties = { stamp: { type: Number } }

  static styles = [base, css`
    [role='status'] { display: grid; gap: var(--r-1); }
    .line { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-1) var(--r-2); font-size: var(--r-text-s); color: var(--r-ink-2); }
    .chip svg.icon { width: 12px; height: 12px; }
  `]

  constructor() {
    super()
    this.status = new Load(this, (signal) => get('/api/articles/status', { signal }))
  }

  willUpdate(changed) {
    if (changed.has('stamp')) this.#read()
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.soon)
  }

  async #read() {
    clearTimeout(this.soon)
    await this.status.run()
    const { value, problem } = this.status
    if (!problem && value && !steps.every(({ key }) => value[key]) && this.isConnected) this.soon = setTimeout(() => this.#read(), SOON)
  }

  /** Confidences there are read as those of other shops were. */
  #uncalibrated(languages) {
    return html`<p class="line"><span class="chip warn">${t('Not calibrated: {languages}', { languages: languages.join(', ') })}</span>
      ${t('Too few example questions; 40 over 5 articles are enough.')}</p>`
  }

  render() {
    const { value, problem } = this.status
    if (problem) return html`<p class="line" role="status"><span class="chip bad">${t('The bot’s state is unknown')}</span></p>`
    if (!value) return html`<p class="line" role="status">${t('Loading')}</p>`
    const done = steps.every(({ key }) => value[key])
    return html`
      <div role="status">
        <p class="line">${tn(value.articles, '{n} article', '{n} articles')} · ${done ? t('the bot knows the newest') : t('the bot is catching up')}</p>
        <p class="line">${steps.map(({ key, name }) => html`
          <span class="chip ${value[key] ? 'good' : 'warn'}">${value[key] ? icons.check : icons.clock}${t(name)}${value[key] ? '' : html`<span class="unseen"> ${t('not yet')}</span>`}</span>`)}</p>
        ${value.uncalibrated.length && done ? this.#uncalibrated(value.uncalibrated) : ''}
      </div>`
  }
}

customElements.define('ramah-article-status', ArticleStatus)
