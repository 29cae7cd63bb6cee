import { css, html } from 'lit'
import { t } from '../../shared/words.js'
import { difference } from './difference.js'

/**
 * What somebody else changed while this article was being edited: the fields that differ between the
 * article as it was opened and as it is now, line by line.
 */
const fields = [
  { key: 'title', name: 'Title' },
  { key: 'tags', name: 'Tags' },
  { key: 'body', name: 'Text' },
  { key: 'questions', name: 'Questions' },
]

/** Lines around a change that stay visible; longer stretches of sameness are folded. */
const AROUND = 2

export function theirChanges(opened, theirs) {
  const changed = fields.filter(({ key }) => opened[key] !== theirs[key])
  if (!changed.length) return html`<p>${t('It was saved again without a change to its words.')}</p>`
  return changed.map(({ key, name }) => html`
    <h3>${t(name)}</h3>
    <div class="difference" tabindex="0" role="group" aria-label=${t('Changes to {field}', { field: t(name) })}>
      ${near(difference(opened[key], theirs[key])).map(line)}</div>`)
}

function line({ kind, text }) {
  if (kind === 'fold') return html`<p class="fold">${t('… {n} unchanged lines', { n: text })}</p>`
  const said = { gone: t('removed'), new: t('added') }[kind]
  const sign = { gone: '−', new: '+', same: ' ' }[kind]
  return html`<p class=${kind}><span aria-hidden="true">${sign}</span>${said ? html`<span class="unseen">${said}: </span>` : ''}${text || ' '}</p>`
}

/** The changed lines with a little around them; a fold of one line would save nothing. */
function near(lines) {
  const shown = []
  let hidden = []
  const unfold = () => {
    shown.push(...(hidden.length > 1 ? [{ kind: 'fold', text: hidden.length }] : hidden))
    hidden = []
  }
  lines.forEach((each, i) => {
    const close = lines.slice(Math.max(0, i - AROUND), i + AROUND + 1).some((other) => other.kind !== 'same')
    if (!close) return hidden.push(each)
    unfold()
    shown.push(each)
  })
  unfold()
  return shown
}

export const conflictStyle = css`
  ramah-dialog h3 { margin-top: var(--r-4); }
  .difference { margin: var(--r-1) 0 var(--r-4); max-height: 40vh; overflow: auto; border: 1px solid var(--r-line); border-radius: var(--r-radius-s);
    font: var(--r-text-s)/1.6 var(--r-mono); }
  .difference p { padding: 0 var(--r-3) 0 var(--r-6); text-indent: calc(-1 * var(--r-4)); white-space: pre-wrap; overflow-wrap: anywhere; }
  .difference p > span[aria-hidden] { display: inline-block; width: var(--r-4); text-indent: 0; }
  .difference .gone { background: var(--r-bad-soft); text-decoration: line-through; text-decoration-color: var(--r-bad); }
  .difference .new { background: var(--r-good-soft); }
  .difference .fold { color: var(--r-ink-3); }
`
