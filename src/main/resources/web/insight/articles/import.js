import { LitElement, css, html, nothing } from 'lit'
import { base } from '../../shared/base.js'
import { announce } from '../../shared/page.js'
import { languageName, percent } from '../../shared/format.js'
import { language, languages, t, tn } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import { get } from '../../shared/api.js'
import { accepted, importFiles, importPages } from './files.js'

const EXAMPLE = '{"id": "delivery-time", "title": "How long does delivery take?", "body": "One to three days.", "questions": ["when will it come"], "language": "en", "tags": ["delivery"]}'

/** `<ramah-article-import>`: many articles from files of several kinds; what is no article is told, the others are in. */
class ArticleImport extends LitElement {
  static properties = { busy: { state: true }, result: { state: true }, problem: { state: true }, files: { state: true }, pages: { state: true }, hosts: { state: true } }

  static styles = [base, sheet, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); max-width: 760px; }
    form { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); justify-items: start; }
    form .button { max-width: 100%; min-height: 36px; white-space: normal; overflow-wrap: anywhere; }
    .pages { width: 100%; }
    form .hint { margin-top: calc(-1 * var(--r-3)); overflow-wrap: anywhere; }
    .drop > * { min-width: 0; }
    .drop { display: grid; gap: var(--r-2); justify-items: center; width: 100%; padding: var(--r-8) var(--r-4); border: 1.5px dashed var(--r-line-strong); border-radius: var(--r-radius);
      text-align: center; font-weight: 400; }
    .drop.over { background: var(--r-accent-soft); border-color: var(--r-accent); }
    input[type='file'] { max-width: 100%; font: inherit; font-size: var(--r-text-s); }
    input[type='file']::file-selector-button { min-height: 36px; margin-inline-end: var(--r-3); padding: 0 var(--r-3); border: 1px solid var(--r-line-strong); border-radius: var(--r-radius-s);
      background: var(--r-surface); color: var(--r-ink); font: 600 var(--r-text-s) var(--r-font); cursor: pointer; }
    progress { width: 100%; height: 8px; accent-color: var(--r-accent); }
    .two { display: grid; grid-template-columns: minmax(0, 220px); width: 100%; }
    details { width: 100%; }
    summary { font-weight: 600; font-size: var(--r-text-s); cursor: pointer; }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: var(--r-1) var(--r-4); }
    dt { font-weight: 600; } dd { overflow-wrap: anywhere; }
    td { overflow-wrap: anywhere; }
    @media (max-width: 560px) { dl { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: var(--r-2); } }
    pre { margin: 0; padding: var(--r-3); overflow-x: auto; border-radius: var(--r-radius-s); background: var(--r-sunken); font: var(--r-text-s)/1.6 var(--r-mono); white-space: pre-wrap; overflow-wrap: anywhere; }
    td code { font: var(--r-text-s) var(--r-mono); color: var(--r-ink-2); overflow-wrap: anywhere; }
  `]

  constructor() {
    super()
    this.busy = false
    this.result = null
    this.problem = null
    this.files = []
    this.pages = ''
    this.hosts = null
    get('/api/settings').then(({ settings }) => (this.hosts = settings.find(({ name }) => name === 'article-hosts')?.value.hosts ?? []), () => {})
  }

  render() {
    const { files, busy } = this
    const name = files.length === 1 ? `“${files[0].name}”` : tn(files.length, '{n} file', '{n} files')
    return html`
      <p>${t('Files of several kinds, also many at once or a folder in a zip. An article with the same id and language is replaced; what is not understood is left out with the reason, and the rest is taken.')}</p>
      <form class="card" @submit=${this.#send}>
        <label class="drop" @dragover=${this.#over} @dragleave=${this.#out} @drop=${this.#drop}>
          <strong>${t('Choose files or drop them here')}</strong>
          <input type="file" name="file" multiple accept=${accepted} @change=${(event) => (this.files = [...event.target.files])}>
        </label>
        <label class="field pages">${t('Or addresses of pages, one a line')}
          <textarea name="pages" rows="3" inputmode="url" autocapitalize="off" spellcheck="false" placeholder="https://help.example.com/returns" .value=${this.pages}
            aria-describedby="hosts" @input=${(event) => (this.pages = event.target.value)}></textarea></label>
        <p class="hint" id="hosts">${this.#hosts()}</p>
        <div class="two"><label class="field">${t('Language, where a file doesn’t say')}
          <select name="language">${Object.keys(languages).map((code) => html`
            <option value=${code} ?selected=${code === language}>${languageName(code)}</option>`)}</select></label></div>
        <button class="button primary" ?disabled=${!(files.length || this.pages.trim()) || busy}>${busy ? t('Importing …') : files.length ? t('Import {file}', { file: name }) : t('Import')}</button>
        ${busy && this.result ? html`<progress max=${this.result.all || 1} value=${this.result.done} aria-label=${t('Importing …')}>${percent(this.result.done / this.result.all)}</progress>` : nothing}
      </form>
      <details><summary>${t('What the files look like')}</summary>
        <dl>
          <dt>Markdown</dt><dd>${t('A file an article; the first heading is its title. Lines like “tags: delivery” between two lines of --- say more.')}</dd>
          <dt>CSV</dt><dd>${t('A row an article, the first row names the columns: title and body; id, questions, language and tags if you like.')}</dd>
          <dt>HTML</dt><dd>${t('A page as your browser saves it; its main part is taken. A page of questions becomes an article for each.')}</dd>
          <dt>JSON</dt><dd>${t('An article a line:')}<pre tabindex="0" aria-label=${t('Example of a line')}>${EXAMPLE}</pre></dd>
        </dl></details>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${t('The import stopped.')} ${this.problem.message}</p></div>` : nothing}
      ${this.result && !busy ? this.#told(this.result) : nothing}`
  }

  #hosts() {
    if (!this.hosts) return t('The server reads them, from hosts that administrators listed in the settings.')
    if (!this.hosts.length) return html`${t('No host is listed yet from which pages may be read.')} <a href="/settings#pages">${t('Administrators list them in the settings.')}</a>`
    return t('The server reads them, from {hosts}.', { hosts: this.hosts.join(', ') })
  }

  #told({ rejected }) {
    return html`
      <div class="notice ${rejected.length ? 'warn' : 'good'}"><p>${told(this.result)}</p></div>
      ${rejected.length ? html`
        <table class="folds">
          <caption class="unseen">${t('What was left out')}</caption>
          <thead><tr><th scope="col">${t('File')}</th><th scope="col" class="number">${t('Line')}</th><th scope="col">${t('Why')}</th><th scope="col">${t('What it says')}</th></tr></thead>
          <tbody>${rejected.map(({ file, line, reason, says }) => html`
            <tr><td data-label=${t('File')}>${file}</td><td class="number" data-label=${t('Line')}>${line}</td><td data-label=${t('Why')}>${reason}</td>
              <td data-label=${t('What it says')}><code>${says ?? ''}</code></td></tr>`)}</tbody>
        </table>` : nothing}`
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
    this.files = [...input.files]
  }

  #send = async (event) => {
    event.preventDefault()
    const form = new FormData(event.target)
    this.busy = true
    this.problem = null
    this.result = null
    try {
      const language = form.get('language')
      const files = await importFiles(this.files, language, (result) => (this.result = result))
      if (this.pages.trim()) this.result = together(files, await importPages(this.pages, language, (result) => (this.result = together(files, result))))
      announce(told(this.result))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
    this.dispatchEvent(new Event('saved'))
  }
}

/** What came of files, and after them of pages, whose progress is what is told then. */
function together(files, pages) {
  return {
    ...pages,
    imported: files.imported + pages.imported,
    updated: files.updated + pages.updated,
    rejected: [...files.rejected, ...pages.rejected],
  }
}

function told({ imported, updated, rejected }) {
  return [
    tn(imported, '{n} article is new.', '{n} articles are new.'),
    tn(updated, '{n} was updated.', '{n} were updated.'),
    rejected.length ? tn(rejected.length, '{n} was left out.', '{n} were left out.') : t('Nothing was left out.'),
  ].join(' ')
}

customElements.define('ramah-article-import', ArticleImport)
