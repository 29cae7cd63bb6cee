import { LitElement, html, nothing } from 'lit'
import { save } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'

/**
 * `<ramah-save path name accept of>`: downloads an answer of the server as a file, and says so when
 * that fails. `of` names what is saved to those who do not see where the button stands.
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

  static styles = base

  constructor() {
    super()
    this.accept = 'text/csv'
    this.busy = false
    this.problem = null
  }

  render() {
    return html`
      <button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#save}>
        <slot>CSV</slot>${this.of ? html`<span class="unseen">: ${this.of}</span>` : nothing}</button>
      ${this.problem ? html`<span class="error" role="alert">${this.problem.message}</span>` : nothing}`
  }

  #save = async () => {
    this.busy = true
    this.problem = null
    try {
      await save(this.path, this.name, { accept: this.accept })
      announce(t('{name} is saved.', { name: this.name }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

customElements.define('ramah-save', SaveButton)
