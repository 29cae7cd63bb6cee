import { LitElement, css, html, nothing } from 'lit'
import { get, me, post } from '../../shared/api.js'
import { base, broken } from '../../shared/base.js'
import { exact, percent } from '../../shared/format.js'
import { announce } from '../../shared/page.js'
import { t } from '../../shared/words.js'

const RECOUNT = '/api/reports/recount'
const AGAIN = 1_500

/** `<ramah-recount>`: since when the figures were counted, and for administrators the way to count them anew. */
class Recount extends LitElement {
  static properties = { state: { state: true }, problem: { state: true }, may: { state: true } }

  static styles = [base, css`
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2) var(--r-3); }
  `]

  constructor() {
    super()
    this.state = null
    this.problem = null
    this.may = false
  }

  connectedCallback() {
    super.connectedCallback()
    this.#read()
    me().then((who) => (this.may = who.role === 'admin'), () => {})
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  #read = () => this.#show(get(RECOUNT))

  #begin = () => this.#show(post(RECOUNT))

  async #show(answer) {
    clearTimeout(this.timer)
    try {
      const counted = this.state?.counting
      this.state = await answer
      this.problem = null
      if (counted && !this.state.counting) announce(t('All figures are counted anew.'))
      if (this.state.counting && this.isConnected) this.timer = setTimeout(this.#read, AGAIN)
    } catch (problem) {
      this.problem = problem
    }
  }

  render() {
    if (this.problem) return broken(this.problem, this.#read)
    if (!this.state) return nothing
    const { since, counting, done, of } = this.state
    return html`
      <span class="hint">${counting ? t('The figures are being counted anew from the log: {share}.', { share: percent(of ? done / of : 0) }) : t('The figures follow the log; counted from its beginning on {at}.', { at: exact(since) })}</span>
      ${this.may ? html`<button class="button quiet no-print" type="button" ?disabled=${counting} @click=${this.#begin}>${t('Count anew')}</button>` : nothing}`
  }
}

customElements.define('ramah-recount', Recount)
