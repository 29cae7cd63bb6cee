import { LitElement, css, html } from 'lit'
import { base } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import { PRESETS, between, lastDays, today } from './range.js'

/** `<ramah-range-bar>`: chooses the days of the report; tells them with the event `range`. */
class RangeBar extends LitElement {
  static properties = { range: { attribute: false }, presets: { attribute: false } }

  static styles = [base, sheet, css`
    :host { display: flex; flex-wrap: wrap; align-items: end; gap: var(--r-2) var(--r-3); }
    .dates { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2); }
    .dates label { display: flex; align-items: center; gap: var(--r-2); font-weight: 400; color: var(--r-ink-2); }
    .dates .input { width: auto; padding-block: var(--r-1); font-size: var(--r-text-s); }
    @media (max-width: 560px) {
      .segments, .segments button { flex: 1; white-space: nowrap; padding-inline: var(--r-1); }
      :host, .segments, .dates { width: 100%; }
      .dates label { flex: 1; display: grid; gap: 2px; }
      .dates .input { width: 100%; }
    }
  `]

  constructor() {
    super()
    this.presets = PRESETS
  }

  render() {
    const { range, presets } = this
    return html`
      <div class="segments" role="group" aria-label=${t('Days')}>
        ${presets.map((preset) => html`
          <button type="button" aria-pressed=${preset.days === range.days}
            @click=${() => this.#choose(lastDays(preset.days))}>${t(preset.label)}</button>`)}
      </div>
      <div class="dates" role="group" aria-label=${t('From and until')}>
        <label>${t('From')} <input class="input" type="date" required max=${today()} .value=${range.from} @change=${this.#named}></label>
        <label>${t('until')} <input class="input" type="date" required max=${today()} .value=${range.until} @change=${this.#named}></label>
      </div>`
  }

  #named = () => {
    const [from, until] = [...this.renderRoot.querySelectorAll('input')].map((input) => input.value)
    if (from && until) this.#choose(between(from, until))
  }

  #choose(range) {
    this.dispatchEvent(new CustomEvent('range', { detail: range }))
  }
}

customElements.define('ramah-range-bar', RangeBar)
