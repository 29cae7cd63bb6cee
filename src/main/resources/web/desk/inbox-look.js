import { css } from 'lit'

/** What a list of a view has beside the look of the lists. */
export const inboxLook = css`
  :host { flex: 1; min-height: 0; }
  form.filter .input { padding-inline-end: 44px; }
  .sieve { position: absolute; inset-inline-end: calc(var(--r-3) + 1px); top: 1px; min-height: 32px; }
  .sieve svg.icon { position: static; width: 18px; height: 18px; }
  .dot { position: absolute; inset-inline-end: 1px; top: -3px; min-width: 16px; border-radius: var(--r-round); background: var(--r-accent);
    color: var(--r-on-accent); font-size: 0.6875rem; font-weight: 700; line-height: 16px; text-align: center; }
  .choices { display: grid; flex: none; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 4px; padding: 0 var(--r-3) var(--r-2); }
  .choices .input { min-height: 32px; padding: 0 var(--r-1); border-color: var(--r-line); font-size: 0.75rem; }
  a.open { color: inherit; text-decoration: none; }
  a.open:hover { color: inherit; }
  .last { flex-wrap: wrap; }
  .head .last { padding: 0; }
  mark { border-radius: 3px; background: var(--r-warn-soft); color: var(--r-ink); font-weight: 700; }
  .found { -webkit-line-clamp: 3; }
  .more { display: flex; width: calc(100% - 2 * var(--r-3)); margin: var(--r-2) var(--r-3); }
  @media (max-width: 760px) {
    .sieve { min-height: 38px; }
    .choices .input { min-height: 40px; font-size: var(--r-text-s); }
  }
`
