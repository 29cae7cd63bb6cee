import { html } from 'lit'
import { t } from '../shared/words.js'

const fields = [
  ['facts', 'Weight: not asked again', 0, 100],
  ['article', 'Weight: the right article', 0, 100],
  ['tone', 'Weight: tone (with a chat model)', 0, 100],
  ['time', 'Weight: time to answer', 0, 100],
  ['seconds', 'An answer may take, in seconds', 10, 3600],
  ['passes', 'Passed from, of 100', 0, 100],
]

/** The fields of a marking, which they change in place. */
export const markingFields = (marking, { disabled = false } = {}) => html`<div class="numbers">${fields.map(([key, name, min, max]) => html`
  <label class="field">${t(name)}<input class="input" type="number" required min=${min} max=${max} ?disabled=${disabled} .value=${String(marking[key])}
    @input=${(event) => (marking[key] = event.target.valueAsNumber)}></label>`)}</div>`
