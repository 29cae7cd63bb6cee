import { LitElement, css, html } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import { post } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'

/** The preview follows the writing at this distance (ms). */
const PAUSE = 250

/**
 * `<ramah-article-preview>`: Markdown as customers will see it. The server renders it, for the widget
 * too, with raw HTML escaped and addresses checked: only therefore may its answer become elements.
 */
class ArticlePreview extends LitElement {
  static properties = { body: { attribute: false }, language: {} }

  static styles = [base, css`
    .paper { overflow-wrap: anywhere; line-height: 1.6; }
    .paper > * + * { margin-top: var(--r-3); }
    .paper ul, .paper ol { padding-inline-start: var(--r-5); list-style: revert; }
    .paper li + li { margin-top: var(--r-1); }
    .paper code { font-family: var(--r-mono); font-size: 0.9em; background: var(--r-sunken); padding: 0 4px; border-radius: 4px; }
    .paper pre { overflow-x: auto; padding: var(--r-3); background: var(--r-sunken); border-radius: var(--r-radius-s); }
    .paper blockquote { margin-inline: 0; padding-inline-start: var(--r-3); border-inline-start: 3px solid var(--r-line); color: var(--r-ink-2); }
    .paper img { max-width: 100%; }
  `]

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
