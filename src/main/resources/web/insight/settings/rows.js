import { css, html, nothing } from 'lit'
import { t } from '../../shared/words.js'

export const rowsLook = css`
  .rows { display: grid; gap: var(--r-2); margin-top: var(--r-2); }
  .rows > .line { display: flex; flex-wrap: wrap; align-items: start; gap: var(--r-2); }
  .rows > .line > .button, .rows > .line > .spans { align-self: end; }
  .rows > .line > .field { flex: 1 1 150px; }
  .rows > .line > .field.small { flex: 0 1 110px; }
  .rows > .line > .button { flex: none; }
  fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  legend { padding: 0; font-weight: 700; font-size: var(--r-text); }
  form.stack { display: grid; gap: var(--r-5); padding: var(--r-5); border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-surface); }
  form.stack p { max-width: 72ch; }
  form.stack > fieldset { padding-top: var(--r-5); border-top: 1px solid var(--r-line); }
  /* Floated it stands in its fieldset and not on the line above it. */
  form.stack > fieldset > legend { float: inline-start; width: 100%; margin-bottom: var(--r-2); }
  form.stack > fieldset > legend + * { clear: both; }
  @media (max-width: 560px) { form.stack { padding: var(--r-4); } }
  .numbers { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(210px, 100%), 1fr)); gap: var(--r-3) var(--r-4); margin-top: var(--r-2); align-items: end; }
`

/**
 * A list that people add lines to and take lines from.
 * @param name the legend
 * @param hint what it is for
 * @param items the array that is changed
 * @param line draws one line's fields
 * @param fresh makes a new line
 * @param host the element to draw again
 */
export function rows({ name, hint, items, line, fresh, host, disabled, add = t('Add') }) {
  const change = (act) => {
    act()
    host.requestUpdate()
  }
  return html`<fieldset><legend>${name}</legend>${hint ? html`<p class="hint">${hint}</p>` : nothing}
    <div class="rows">${items.map((item, index) => html`<div class="line">${line(item, index)}
      ${disabled ? nothing : html`<button class="button quiet" type="button" @click=${() => change(() => items.splice(index, 1))}>${t('Take away')}<span class="unseen"> ${name} ${index + 1}</span></button>`}</div>`)}
      ${disabled ? nothing : html`<div><button class="button" type="button" @click=${() => change(() => items.push(fresh()))}>${add}</button></div>`}</div></fieldset>`
}

/** A whole number between two others. */
export const number = (item, field, label, least, most, { hint, disabled } = {}) => html`
  <label class="field small">${label}<input class="input" type="number" inputmode="numeric" required min=${least} max=${most} ?disabled=${disabled}
    .value=${String(item[field] ?? '')} @input=${(event) => (item[field] = event.target.valueAsNumber)}>${hint ? html`<span class="hint">${hint}</span>` : nothing}</label>`

/** A line of text; `list` is the id of a datalist. */
export const line = (item, field, label, { required, list, disabled, most = 200 } = {}) => html`
  <label class="field">${label}<input class="input" maxlength=${most} autocomplete="off" ?required=${required} ?disabled=${disabled} list=${list ?? nothing}
    .value=${item[field] ?? ''} @input=${(event) => (item[field] = event.target.value)}></label>`

/** One of these, or none. */
export const choice = (item, field, label, options, none, { disabled } = {}) => html`
  <label class="field">${label}<select ?disabled=${disabled} @change=${(event) => (item[field] = event.target.value || null)}>
    <option value="">${none}</option>
    ${[...new Set([...options, item[field]].filter(Boolean))].map((each) => html`<option value=${each} ?selected=${each === item[field]}>${each}</option>`)}</select></label>`
