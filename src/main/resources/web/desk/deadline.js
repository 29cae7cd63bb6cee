/** `<ramah-deadline>`: by when a customer is to be helped, in a row of a list: nothing while there is time, then a chip. */
import { LitElement, css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { addWords, t } from '../shared/words.js'

addWords('id', {
  'Answer due': 'Jawab sebelum',
  'Resolve due': 'Tuntaskan sebelum',
  'Answer overdue': 'Jawaban terlambat',
  'Resolution overdue': 'Penyelesaian terlambat',
  'since': 'sejak',
})

/** How often it is looked at, in ms: targets are minutes. */
const EVERY = 15_000

class Deadline extends LitElement {
  static properties = { deadlines: { attribute: false }, answered: { type: Boolean } }

  static styles = [base, css`
    :host { display: contents; }
    .chip { white-space: nowrap; }
    svg.icon { width: 12px; height: 12px; }
  `]

  connectedCallback() {
    super.connectedCallback()
    this.timer = setInterval(() => this.requestUpdate(), EVERY)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    clearInterval(this.timer)
  }

  render() {
    // Once we have answered, the first word is no longer due.
    const next = this.deadlines.find(({ what }) => !(this.answered && what === 'first'))
    if (!next || Date.parse(next.near) > Date.now()) return nothing
    const first = next.what === 'first'
    return Date.parse(next.due) <= Date.now()
      ? html`<span class="chip bad">${icons.clock}${first ? t('Answer overdue') : t('Resolution overdue')}<span class="unseen">${t('since')}</span> <ramah-time mode="until" at=${next.due}></ramah-time></span>`
      : html`<span class="chip warn">${icons.clock}${first ? t('Answer due') : t('Resolve due')} <ramah-time mode="until" at=${next.due}></ramah-time></span>`
  }
}

customElements.define('ramah-deadline', Deadline)

/** @param deadlines the first one due first, as the server tells them */
export const deadline = (deadlines, answered = false) =>
  deadlines?.length ? html`<ramah-deadline .deadlines=${deadlines} ?answered=${answered}></ramah-deadline>` : nothing
