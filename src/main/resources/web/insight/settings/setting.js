import { html, nothing } from 'lit'
import { get, put } from '../../shared/api.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'

/**
 * One setting of the server, for the element that changes it: `value` is what is set, `save` sets another in place of
 * the version that was seen. Whoever changed it meanwhile wins, and the form says so and keeps what was typed.
 */
export class Setting {
  problem = null
  saving = false
  #host
  #row
  #opened
  #seen = null
  #draft = null

  /** @param opened makes of a value what is typed into: a copy of it, unless it is to look otherwise */
  constructor(host, name, opened = (value) => structuredClone(value)) {
    this.#host = host
    this.#opened = opened
    this.path = `/api/settings/${name}`
    this.#row = new Load(host, (signal) => get(this.path, { signal }))
    this.#row.run()
  }

  get value() {
    return this.#row.value?.value
  }

  /** What is typed: it stays while the page is drawn again, and goes when another value has come. */
  get draft() {
    if (this.value !== this.#seen) {
      this.#seen = this.value
      this.#draft = this.#opened(this.value)
    }
    return this.#draft
  }

  get mayChange() {
    return this.#row.value?.mayChange ?? false
  }

  async save(value) {
    this.saving = true
    this.problem = null
    this.#host.requestUpdate()
    try {
      this.#row.value = await put(this.path, { value, version: this.#row.value.version })
      announce(t('Saved.'))
    } catch (problem) {
      this.problem = problem
    }
    this.saving = false
    this.#host.requestUpdate()
    return this.problem === null
  }

  /** The form around its fields, with its button, what went wrong, and who set it last; `submit` gets the form's event. */
  form(fields, submit) {
    return this.#row.show(() => html`
      <form class="stack" aria-busy=${this.saving} @submit=${(event) => { event.preventDefault(); submit(event) }}>
        ${fields(this.value)}
        ${this.problem ? html`<div class="notice bad" role="alert"><div><p>${t('This was not saved.')} ${this.problem.message}</p>
          ${this.problem.status === 409 ? html`<p><button class="button" type="button" @click=${this.again}>${t('Load it again')}</button></p>` : nothing}</div></div>` : nothing}
        <div class="row ends">
          ${this.mayChange ? html`<button class="button primary" type="submit" ?disabled=${this.saving}>${t('Save')}</button>` : nothing}
          ${this.#last()}
        </div>
      </form>`)
  }

  again = () => {
    this.problem = null
    this.#row.run()
  }

  #last() {
    const { changedAt, changedBy } = this.#row.value
    return changedAt
      ? html`<span class="hint">${t('Set by {name}', { name: changedBy.name })}, <ramah-time at=${changedAt}></ramah-time></span>`
      : html`<span class="hint">${t('As it comes; nobody has set it yet.')}</span>`
  }
}
