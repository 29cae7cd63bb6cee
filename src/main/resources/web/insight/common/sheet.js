import { css } from 'lit'

/**
 * What the pages for managers add to the shared look: the head of a page, toolbars, and tables that
 * become one block a row on a phone (each cell then names itself with its `data-label`).
 */
export const sheet = css`
  .page-head { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: var(--r-3) var(--r-4);
    margin-bottom: var(--r-5); }
  .page-head p { color: var(--r-ink-2); max-width: 62ch; margin-top: var(--r-1); }
  .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2); }
  .stack { display: grid; gap: var(--r-4); }
  .spread { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--r-2) var(--r-4); }
  label .input, label select, label textarea { font-weight: 400; font-size: var(--r-text); }
  label.field { align-content: start; }
  fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
  legend { padding: 0; font-weight: 600; font-size: var(--r-text-s); }
  .choice { display: inline-flex; align-items: center; gap: var(--r-2); min-height: 32px; font-weight: 400; font-size: var(--r-text); }
  .choice input { flex: none; width: 18px; height: 18px; margin: 0; accent-color: var(--r-accent); }

  .segments { display: inline-flex; max-width: 100%; overflow-x: auto; border: 1px solid var(--r-line-strong); border-radius: var(--r-radius-s); }
  .segments button { flex: none; min-height: 36px; padding: 0 var(--r-3); border: 0; border-inline-start: 1px solid var(--r-line);
    background: var(--r-surface); color: var(--r-ink-2); font-weight: 600; font-size: var(--r-text-s); }
  .segments button:first-child { border-inline-start: 0; }
  .segments button:hover { background: var(--r-sunken); }
  .segments button:focus-visible { outline-offset: -2px; }
  .segments button[aria-pressed='true'] { background: var(--r-accent-soft); color: var(--r-accent-strong); }

  .notice { display: flex; gap: var(--r-3); align-items: start; padding: var(--r-3) var(--r-4); border-radius: var(--r-radius-s);
    background: var(--r-info-soft); color: var(--r-ink); }
  .notice.good { background: var(--r-good-soft); }
  .notice.warn { background: var(--r-warn-soft); }
  .notice.bad { background: var(--r-bad-soft); }
  .notice p + p { margin-top: var(--r-1); }

  tbody tr:last-child > * { border-bottom: 0; }
  tbody th { color: var(--r-ink); font-weight: 600; }
  thead th { vertical-align: bottom; white-space: nowrap; }
  td.acts { padding-block: var(--r-1); padding-inline: 0; text-align: end; }
  tbody tr:has(> td.acts) > * { vertical-align: middle; }
  td.acts .row { justify-content: flex-end; gap: 0; }
  td.acts .button { padding-inline: var(--r-2); }
  @media (min-width: 1160px) { td.acts .row { flex-wrap: nowrap; } }
  @media screen and (max-width: 960px) {
    table.folds, table.folds tbody, table.folds tr, table.folds td, table.folds th { display: block; }
    table.folds thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    table.folds tr { padding: var(--r-3) 0; border-bottom: 1px solid var(--r-line); }
    table.folds tr:last-child { border-bottom: 0; }
    table.folds tbody th, table.folds td { padding: var(--r-1) 0; border: 0; text-align: start; overflow-wrap: anywhere; }
    table.folds tbody th { font-size: var(--r-text); }
    table.folds td[data-label] { display: grid; grid-template-columns: minmax(7.5rem, 38%) minmax(0, 1fr); gap: var(--r-1) var(--r-3); align-items: center; justify-items: start; }
    table.folds td[data-label] > * { grid-column: 2; }
    table.folds td[data-label]::before { content: attr(data-label); color: var(--r-ink-3); }
    table.folds td.acts .row { justify-content: flex-start; flex-wrap: wrap; margin-top: var(--r-1); }
  }
  @media print {
    .no-print { display: none !important; }
    :host { --r-bg: #fff; --r-surface: #fff; }
  }
`

/**
 * Where a list gives way to what was opened from it, as on a phone: that is read from its beginning, and the way back has
 * the focus that went with the list.
 */
export async function fromTheTop(page) {
  if (!matchMedia('(max-width: 860px)').matches) return
  await page.updateComplete
  page.renderRoot.querySelector('.back').focus()
  scrollTo(0, 0)
}
