/**
 * What every component of the staff pages looks like: text, buttons, inputs, tables, chips, and the
 * empty, loading and broken states. Components take it with `static styles = [base, css`…`]`; shadow
 * roots inherit the tokens from the document.
 */
import { css, html } from 'lit'
import { t } from './words.js'

export const base = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { font: var(--r-text)/1.5 var(--r-font); color: var(--r-ink); }
  :host([hidden]), [hidden] { display: none !important; }
  h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  h1 { font-size: var(--r-text-xl); line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
  h2 { font-size: var(--r-text-l); line-height: 1.3; scroll-margin-top: 68px; }
  h3 { font-size: var(--r-text); line-height: 1.4; }
  a { color: var(--r-accent); text-underline-offset: 2px; }
  a:hover { color: var(--r-accent-strong); }
  svg.icon { width: 1.15em; height: 1.15em; flex: none; vertical-align: -0.2em; fill: none; stroke: currentColor;
    stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
  :focus-visible { outline: 2px solid var(--r-focus); outline-offset: 2px; }
  .hint { color: var(--r-ink-3); font-size: var(--r-text-s); }
  label .hint { font-weight: 400; }
  .number { font-variant-numeric: tabular-nums; }
  .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
    white-space: nowrap; }

  button { font: inherit; color: inherit; cursor: pointer; touch-action: manipulation; }
  button:disabled { cursor: not-allowed; }
  .button { display: inline-flex; align-items: center; justify-content: center; gap: var(--r-2); min-height: 38px;
    padding: 0 var(--r-3); border: 1px solid var(--r-line-strong); border-radius: var(--r-radius-s);
    background: var(--r-surface); color: var(--r-ink); font: 600 var(--r-text-s)/1.2 var(--r-font); text-decoration: none;
    white-space: nowrap; transition: background-color var(--r-quick), border-color var(--r-quick); }
  .button:hover:not(:disabled) { background: var(--r-sunken); color: var(--r-ink); }
  .button:disabled { color: var(--r-ink-3); border-color: var(--r-line); background: var(--r-sunken); }
  .button.primary { background: var(--r-accent); border-color: var(--r-accent); color: var(--r-on-accent); }
  .button.primary:hover:not(:disabled) { background: var(--r-accent-strong); border-color: var(--r-accent-strong);
    color: var(--r-on-accent); }
  .button.primary:disabled { background: var(--r-sunken); border-color: var(--r-line); color: var(--r-ink-3); }
  .button.danger { color: var(--r-bad); border-color: currentColor; }
  .button.quiet { border-color: transparent; background: none; color: var(--r-ink-2); }
  .button.quiet:hover:not(:disabled) { background: var(--r-sunken); color: var(--r-ink); }
  .button.large { min-height: 44px; padding: 0 var(--r-4); font-size: var(--r-text); }
  .button.icon-only { width: 38px; padding: 0; }

  label, .label { display: block; font-weight: 600; font-size: var(--r-text-s); }
  /* A choice is as wide as its place, not as its longest option. */
  .field { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; gap: var(--r-1); }
  .input, select, textarea { width: 100%; min-height: 38px; padding: 6px var(--r-3); font: inherit;
    color: var(--r-ink); background: var(--r-surface); border: 1px solid var(--r-line-strong);
    border-radius: var(--r-radius-s); }
  select { text-overflow: ellipsis; }
  textarea { padding-block: var(--r-2); resize: vertical; }
  .input::placeholder, textarea::placeholder { color: var(--r-ink-3); opacity: 1; }
  .input:focus-visible, select:focus-visible, textarea:focus-visible { outline-offset: 0; border-color: var(--r-focus); }
  .input[aria-invalid="true"] { border-color: var(--r-bad); }
  .error { color: var(--r-bad); font-size: var(--r-text-s); }

  .card { background: var(--r-surface); border: 1px solid var(--r-line); border-radius: var(--r-radius);
    padding: var(--r-4); }
  .chip { display: inline-flex; align-items: center; gap: var(--r-1); padding: 1px var(--r-2);
    border-radius: var(--r-round); background: var(--r-sunken); color: var(--r-ink-2);
    font-size: 0.75rem; font-weight: 600; line-height: 1.5; white-space: nowrap; }
  .chip.good { background: var(--r-good-soft); color: var(--r-good); }
  .chip.warn { background: var(--r-warn-soft); color: var(--r-warn); }
  .chip.bad { background: var(--r-bad-soft); color: var(--r-bad); }
  .chip.info { background: var(--r-info-soft); color: var(--r-info); }
  kbd { display: inline-block; min-width: 1.6em; padding: 0 5px; border: 1px solid var(--r-line-strong);
    border-radius: 4px; background: var(--r-surface); color: var(--r-ink-2); font: 600 0.6875rem/1.5 var(--r-mono);
    text-align: center; }

  table { width: 100%; border-collapse: collapse; font-size: var(--r-text-s); }
  th { text-align: start; font-weight: 600; color: var(--r-ink-2); }
  th, td { padding: var(--r-2) var(--r-3); border-bottom: 1px solid var(--r-line); vertical-align: top; }
  th.number, td.number { text-align: end; }
  .scroll-x { overflow-x: auto; }

  .state { display: grid; justify-items: center; gap: var(--r-2); padding: var(--r-8) var(--r-4); text-align: center;
    color: var(--r-ink-2); }
  .state svg.icon { width: 28px; height: 28px; color: var(--r-ink-3); }
  .state strong { color: var(--r-ink); }
  .state span { max-width: 62ch; text-wrap: balance; }
  .skeleton { display: grid; gap: var(--r-3); padding: var(--r-4); }
  .skeleton i { display: block; height: 14px; border-radius: var(--r-radius-s); background: var(--r-sunken);
    animation: breathe 1.4s ease-in-out infinite; }
  .skeleton i:nth-child(2n) { width: 72%; }
  .skeleton i:nth-child(3n) { width: 48%; }
  @keyframes breathe { 50% { opacity: 0.45; } }
  @media (prefers-reduced-motion: reduce) { .skeleton i { animation: none; } }
  @media (forced-colors: active) { .chip, .card { border: 1px solid; } }
`

/** Shown while something is on its way; `lines` are the bars of the sketch. */
export const loading = (lines = 4, label = t('Loading')) => html`
  <div class="skeleton" role="status"><span class="unseen">${label}</span>
    ${Array.from({ length: lines }, () => html`<i aria-hidden="true"></i>`)}</div>`

/** Shown where there is nothing, which is an answer and not an error. */
export const empty = (title, text = '', icon = '') => html`
  <div class="state">${icon}<strong>${title}</strong>${text ? html`<span>${text}</span>` : ''}</div>`

/** Shown where something failed, with the reason and a way on. */
export const broken = (problem, again) => html`
  <div class="state" role="alert"><strong>${problem.title ?? t('Something went wrong.')}</strong>
    ${problem.detail ? html`<span>${problem.detail}</span>` : ''}
    ${again ? html`<button class="button" type="button" @click=${again}>${t('Try again')}</button>` : ''}</div>`
