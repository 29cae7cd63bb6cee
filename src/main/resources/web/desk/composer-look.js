import { css } from 'lit'

/** How the composer looks: a reply on white, a note on the same paper as notes in the transcript. */
export const composerLook = css`
  :host { display: block; flex: none; padding: 0 var(--r-5) var(--r-4); }
  form { display: grid; max-width: 860px; margin: 0 auto; border: 1px solid var(--r-line-strong); border-radius: var(--r-radius);
    background: var(--r-surface); }
  form:focus-within { border-color: var(--r-focus); box-shadow: 0 0 0 1px var(--r-focus); }
  form.private { border-color: var(--r-warn); background: var(--r-warn-soft); }
  .closed { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2) var(--r-3); max-width: 860px; min-height: 52px; margin: 0 auto;
    padding: var(--r-2) var(--r-2) var(--r-2) var(--r-4); border: 1px dashed var(--r-line-strong); border-radius: var(--r-radius);
    color: var(--r-ink-2); font-size: var(--r-text-s); }
  .closed span { flex: 1; min-width: 120px; }
  .bar { display: flex; align-items: center; gap: var(--r-3); padding: 6px var(--r-2) 0; }
  .kinds { display: flex; gap: 2px; }
  .kinds button { display: inline-flex; align-items: center; gap: 6px; min-height: 30px; padding: 0 var(--r-2); border: 0;
    border-radius: var(--r-radius-s); background: none; color: var(--r-ink-2); white-space: nowrap; font-size: var(--r-text-s); font-weight: 600; }
  .kinds button:hover:not(:disabled) { background: var(--r-sunken); }
  .kinds button:disabled { color: var(--r-ink-3); }
  .kinds button:disabled span { text-decoration: line-through; }
  .kinds [aria-pressed="true"] { background: var(--r-accent-soft); color: var(--r-accent-strong); }
  .private .kinds [aria-pressed="true"] { background: var(--r-warn); color: var(--r-warn-soft); }
  .private .hint { color: var(--r-warn); }
  .private textarea::placeholder { color: var(--r-warn); }
  .bar .hint { margin-inline-start: auto; }
  textarea { min-height: 0; padding: var(--r-2) var(--r-3); border: 0; background: none; resize: none; }
  textarea:focus-visible { outline: none; }
  .known { display: grid; gap: 2px; margin: 0 var(--r-2) var(--r-2); padding: 6px var(--r-2); border-inline-start: 3px solid var(--r-info);
    border-radius: var(--r-radius-s); background: var(--r-info-soft); font-size: var(--r-text-s); }
  .known li { display: flex; align-items: center; gap: var(--r-2); }
  .known li > div { display: flex; flex: 1; flex-wrap: wrap; align-items: baseline; gap: 0 var(--r-2); min-width: 0; }
  .known strong { display: inline-flex; gap: 4px; color: var(--r-info); }
  .known q { max-width: 100%; overflow: hidden; overflow-wrap: anywhere; font-weight: 600; quotes: none;
    display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
  .known .jump { padding: 0; border: 0; background: none; color: var(--r-info); text-decoration: underline; text-underline-offset: 2px; }
  .known .button.icon-only { width: 28px; min-height: 28px; }
  .known .hint { color: var(--r-ink-2); }
  .foot { display: flex; align-items: center; gap: var(--r-3); padding: 0 var(--r-2) var(--r-2) var(--r-3); }
  .foot .button { margin-inline-start: auto; }
  .foot ramah-clip { margin-inline-start: auto; }
  .foot ramah-clip + .button, .foot .left + ramah-clip { margin-inline-start: 0; }
  .left { font-variant-numeric: tabular-nums; }
  .foot .left + .button { margin-inline-start: 0; }
  .foot .left { margin-inline-start: auto; }
  @media (max-width: 760px) {
    :host { padding: 0 var(--r-2) var(--r-2); }
    .foot .hint:not(.left), .bar .hint, kbd { display: none; }
    textarea { font-size: 1rem; }
  }
`
