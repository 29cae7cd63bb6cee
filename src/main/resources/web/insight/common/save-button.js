import { LitElement, css, html, nothing } from 'lit'
import { save } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'

const arrow = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4v11m-4.5-4.5L12 15l4.500-4.500M5 19.500h14" /></svg>`

const CSV = 'text/csv'

/** The same rows for programs, a JSON object a line. */
const LINES = 'application/x-ndjson'

/**
 * `<ramah-save path name accept of>`: downloads an answer of the server as a file, and says so when
 * that fails. `of` names what is saved to those who do not see where the button stands. A table is
 * there as CSV and as NDJSON.
 */
class SaveButton extends LitElement {
  static properties = {
    path: {},
    name: {},
    accept: {},
    of: {},
    busy: { state: true },
    problem: { state: true },
  }

  static styles = [base, css`
    :host { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0; }
    .button + .button { padding-inline: var(--r-2); margin-inline-start: calc(-1 * var(--r-1)); color: var(--r-ink-3); }
    .error { margin-inline-start: var(--r-2); }
  `]

  constructor() {
    super()
    this.accept = CSV
    this.busy = false
    this.problem = null
  }

  render() {
    return html`
      <button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#save(this.accept, this.name)}>
        ${arrow}<slot>CSV</slot>${this.#named}</button>
      ${this.accept === CSV ? html`<button class="button quiet" type="button" ?disabled=${this.busy}
        title=${t('The same rows for programs, a JSON object a line')} @click=${() => this.#save(LINES, this.name.replace(/\.csv$/, '.ndjson'))}>NDJSON${this.#named}</button>` : nothing}
      ${this.problem ? html`<span class="error" role="alert">${this.problem.message}</span>` : nothing}`
  }

  get #named() {
    return this.of ? html`<span class="unseen"> ${this.of}</span>` : nothing
  }

  async #save(accept, name) {
    this.busy = true
    this.problem = null
    try {
      await save(this.path, name, { accept })
      announce(t('{name} is saved.', { name }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-save', SaveButton)
