import { css } from 'lit'

/** How the list at the caret looks, and the line that says what a canned reply lacks. */
export const choicesLook = css`
  form { position: relative; }
  .choices { position: absolute; inset-inline: -1px; bottom: calc(100% + 4px); z-index: 15; max-height: min(320px, 40vh); overflow-y: auto; padding: var(--r-1);
    border: 1px solid var(--r-line-strong); border-radius: var(--r-radius); background: var(--r-surface); box-shadow: var(--r-shadow); font-size: var(--r-text-s); }
  .choices li { display: flex; align-items: baseline; gap: var(--r-2); min-height: 32px; padding: 6px var(--r-2); border-radius: var(--r-radius-s); cursor: pointer; }
  .choices li:hover { background: var(--r-sunken); }
  .choices li[aria-selected="true"] { background: var(--r-accent-soft); }
  .choices strong { flex: none; }
  .choices .what { flex: 1; min-width: 0; overflow: hidden; color: var(--r-ink-2); text-overflow: ellipsis; white-space: nowrap; }
  .choices .chip { flex: none; max-width: 45%; overflow: hidden; text-overflow: ellipsis; }
  .foot .button.macros { margin-inline: -4px; }
  .gap { display: flex; align-items: center; gap: var(--r-2); margin: 0 var(--r-2) var(--r-2); padding: 6px var(--r-2); border-inline-start: 3px solid var(--r-warn);
    border-radius: var(--r-radius-s); background: var(--r-warn-soft); color: var(--r-warn); font-size: var(--r-text-s); font-weight: 600; }
`
