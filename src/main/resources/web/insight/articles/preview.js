import { LitElement, html } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import { post } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { paper } from '../common/paper.js'

/** The preview follows the writing at this distance (ms). */
const PAUSE = 250

/**
 * `<ramah-article-preview>`: Markdown as customers will see it. The server renders it, for the widget
 * too, with raw HTML escaped and addresses checked: only therefore may its answer become elements.
 */
class ArticlePreview extends LitElement {
  static properties = { body: { attribute: false }, language: {} }

  static styles = [base, paper]

  constructor() {
    super()
    this.body = ''
    this.drawn = new Load(this, (body, signal) => post('/api/articles/preview', { body }, { signal }))
  }

  willUpdate(changed) {
    if (!changed.has('body')) return
    clearTimeout(this.pause)
    if (!this.body.trim()) this.drawn.clear()
    else this.pause = setTimeout(() => this.drawn.run(this.body), this.drawn.value ? PAUSE : 0)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.pause)
  }

  render() {
    if (!this.body.trim()) return html`<p class="hint">${t('Nothing written yet.')}</p>`
    return this.drawn.show((answer) => html`<div class="paper" lang=${this.language}>${unsafeHTML(answer.html)}</div>`)
  }
}

customElements.define('ramah-article-preview', ArticlePreview)
