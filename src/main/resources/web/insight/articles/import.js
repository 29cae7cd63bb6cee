import { LitElement, css, html, nothing } from 'lit'
import { base } from '../../shared/base.js'
import { announce } from '../../shared/page.js'
import { t, tn } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import { upload } from '../common/upload.js'

const EXAMPLE = '{"id": "delivery-time", "title": "How long does delivery take?", "body": "One to three days.", "questions": ["when will it come"], "language": "en", "tags": ["delivery"]}'

/** How much of a rejected line is shown; enough to find it. */
const GLIMPSE = 120

/** `<ramah-article-import>`: many articles from a file, a line each; bad lines are told, the others are in. */
class ArticleImport extends LitElement {
  static properties = { busy: { state: true }, result: { state: true }, problem: { state: true }, file: { state: true } }

  static styles = [base, sheet, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); max-width: 760px; }
    form { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); justify-items: start; }
    form .button { max-width: 100%; min-height: 36px; white-space: normal; overflow-wrap: anywhere; }
    .drop > * { min-width: 0; }
    .drop { display: grid; gap: var(--r-2); justify-items: center; width: 100%; padding: var(--r-8) var(--r-4); border: 1.5px dashed var(--r-line-strong); border-radius: var(--r-radius);
      text-align: center; font-weight: 400; }
    .drop.over { background: var(--r-accent-soft); border-color: var(--r-accent); }
    input[type='file'] { max-width: 100%; font: inherit; font-size: var(--r-text-s); }
    input[type='file']::file-selector-button { min-height: 36px; margin-inline-end: var(--r-3); padding: 0 var(--r-3); border: 1px solid var(--r-line-strong); border-radius: var(--r-radius-s);
      background: var(--r-surface); color: var(--r-ink); font: 600 var(--r-text-s) var(--r-font); cursor: pointer; }
    pre { margin: 0; padding: var(--r-3); overflow-x: auto; border-radius: var(--r-radius-s); background: var(--r-sunken); font: var(--r-text-s)/1.6 var(--r-mono); white-space: pre-wrap; overflow-wrap: anywhere; }
    td code { font: var(--r-text-s) var(--r-mono); color: var(--r-ink-2); overflow-wrap: anywhere; }
  `]

  constructor() {
    super()
    this.busy = false
    this.result = null
    this.problem = null
    this.file = null
  }

  render() {
    return html`
      <p>${t('A file with one article a line, as JSON. An article with the same id and language is replaced; a line that is not understood is left out and the others are taken.')}</p>
      <pre tabindex="0" aria-label=${t('Example of a line')}>${EXAMPLE}</pre>
      <form class="card" @submit=${this.#send}>
        <label class="drop" @dragover=${this.#over} @dragleave=${this.#out} @drop=${this.#drop}>
          <strong>${t('Choose a file or drop it here')}</strong>
          <input type="file" name="file" accept=".ndjson,.jsonl,.json,.txt,application/x-ndjson" @change=${(event) => (this.file = event.target.files[0] ?? null)}>
        </label>
        <button class="button primary" ?disabled=${!this.file || this.busy}>${this.busy ? t('Importing …') : this.file ? t('Import {file}', { file: this.file.name }) : t('Import')}</button>
      </form>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${t('Nothing was imported.')} ${this.problem.message}</p></div>` : nothing}
      ${this.result ? this.#told(this.result) : nothing}`
  }

  #told({ rejected }) {
    return html`
      <div class="notice ${rejected.length ? 'warn' : 'good'}"><p>${told(this.result)}</p></div>
      ${rejected.length ? html`
        <table class="folds">
          <caption class="unseen">${t('Lines left out')}</caption>
          <thead><tr><th scope="col" class="number">${t('Line')}</th><th scope="col">${t('Why')}</th><th scope="col">${t('What it says')}</th></tr></thead>
          <tbody>${rejected.map(({ line, reason }) => html`
            <tr><td class="number" data-label=${t('Line')}>${line}</td><td data-label=${t('Why')}>${reason}</td>
              <td data-label=${t('What it says')}><code>${this.#glimpse(line)}</code></td></tr>`)}</tbody>
        </table>` : nothing}`
  }

  #glimpse(line) {
    const text = this.lines[line - 1] ?? ''
    return text.length > GLIMPSE ? `${text.slice(0, GLIMPSE)}…` : text
  }

  #over = (event) => {
    event.preventDefault()
    event.currentTarget.classList.add('over')
  }

  #out = (event) => event.currentTarget.classList.remove('over')

  #drop = (event) => {
    event.preventDefault()
    this.#out(event)
    const input = this.renderRoot.querySelector('input')
    input.files = event.dataTransfer.files
    this.file = input.files[0] ?? null
  }

  #send = async (event) => {
    event.preventDefault()
    this.busy = true
    this.problem = null
    this.result = null
    try {
      const text = await this.file.text()
      this.lines = text.split('\n')
      this.result = await upload('/api/articles/import', text, 'application/x-ndjson')
      announce(told(this.result))
      this.dispatchEvent(new Event('saved'))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

function told({ imported, updated, rejected }) {
  return [
    tn(imported, '{n} article is new.', '{n} articles are new.'),
    tn(updated, '{n} was updated.', '{n} were updated.'),
    rejected.length ? tn(rejected.length, '{n} line was left out.', '{n} lines were left out.') : t('No line was left out.'),
  ].join(' ')
}

customElements.define('ramah-article-import', ArticleImport)
