import { css } from 'lit'

/** How the left column looks: rows of the least height that still reads, the head of the queue marked. */
export const listsLook = css`
  :host { display: flex; flex-direction: column; min-height: 0; background: var(--r-bg); }
  ramah-inbox { flex: 1; min-height: 0; }
  /* On wide screens the conversation's heading is the page's; this one is for where the lists are all there is. */
  @media (min-width: 761px) { h1 { display: none; } }
  .filter { position: relative; flex: none; padding: 0 var(--r-3) var(--r-2); color: var(--r-ink-3); }
  .filter svg { position: absolute; inset-inline-start: calc(var(--r-3) + 10px); top: 10px; width: 16px; height: 16px; }
  .filter .input { padding-inline: 32px 36px; min-height: 34px; font-size: var(--r-text-s); border-color: var(--r-line); }
  .filter .input::-webkit-search-cancel-button { display: none; }
  .filter kbd { position: absolute; inset-inline-end: calc(var(--r-3) + 8px); top: 8px; }
  .everywhere { display: flex; flex: none; align-items: center; gap: var(--r-2); margin: 0 var(--r-3) var(--r-2); padding: var(--r-2) var(--r-3);
    border: 1px solid var(--r-line); border-radius: var(--r-radius-s); background: var(--r-surface); font-size: var(--r-text-s); }
  .everywhere span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .scroll { flex: 1; min-height: 0; overflow-y: auto; padding-bottom: var(--r-4); }
  h2 { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; gap: var(--r-2); padding: var(--r-2) var(--r-4);
    background: var(--r-bg); color: var(--r-ink-2); font-size: var(--r-text-s); }
  .count { display: inline-block; min-width: 20px; padding: 0 6px; border-radius: var(--r-round); background: var(--r-sunken);
    color: var(--r-ink-2); font-size: 0.75rem; font-weight: 700; line-height: 20px; text-align: center;
    font-variant-numeric: tabular-nums; }
  .count.hot, .unread .count { background: var(--r-accent); color: var(--r-on-accent); }
  .row { position: relative; margin: 0 var(--r-2) 2px; }
  .open { display: grid; gap: 2px; width: 100%; padding: var(--r-2); border: 1px solid transparent;
    border-radius: var(--r-radius-s); background: none; text-align: start; font-size: var(--r-text-s);
    transition: background-color var(--r-quick); }
  .open:hover { background: var(--r-sunken); }
  .current .open { background: var(--r-surface); border-color: var(--r-line); box-shadow: inset 3px 0 0 var(--r-accent); }
  .head .open { border-color: var(--r-accent); background: var(--r-surface); }
  .line { display: flex; align-items: center; gap: 6px; min-width: 0; }
  .name { overflow: hidden; font-weight: 600; text-overflow: ellipsis; white-space: nowrap; }
  .tag { padding: 0 4px; border: 1px solid var(--r-line); border-radius: 4px; color: var(--r-ink-2);
    font-size: 0.6875rem; font-weight: 600; line-height: 15px; }
  .reason { display: block; overflow: hidden; text-overflow: ellipsis; }
  .team { flex: none; }
  .head .last { padding-inline-end: 66px; }
  .chip.accent { background: var(--r-accent-soft); color: var(--r-accent-strong); }
  .chip svg.icon { width: 12px; height: 12px; }
  .wait { display: inline-flex; align-items: center; gap: 4px; margin-inline-start: auto; font-weight: 700;
    font-variant-numeric: tabular-nums; }
  .wait svg.icon { width: 14px; height: 14px; color: var(--r-ink-3); }
  .when { margin-inline-start: auto; white-space: nowrap; }
  .words { display: -webkit-box; overflow: hidden; color: var(--r-ink-2); line-height: 1.4; overflow-wrap: anywhere;
    -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
  .unread .words, .unread .name { color: var(--r-ink); font-weight: 600; }
  .take { position: absolute; inset-inline-end: 6px; bottom: 6px; min-height: 26px; padding: 0 10px; opacity: 0; }
  .row:not(.head) .take { box-shadow: -8px 0 8px var(--r-sunken); }
  .head .take, .row:hover .take, .row:focus-within .take, .take:focus-visible { opacity: 1; }
  .state { padding: var(--r-4); font-size: var(--r-text-s); gap: 2px; }
  ramah-colleagues { flex: none; }
  @media (hover: none), (max-width: 760px) {
    .take { opacity: 1; min-height: 32px; }
    .queued .last { padding-inline-end: 72px; min-height: 24px; }
    .filter kbd { display: none; }
    .filter .input { min-height: 40px; font-size: 1rem; }
    .filter svg { top: 13px; }
    .open { padding: var(--r-3); font-size: var(--r-text); }
  }
`
