import { css } from 'lit'

/** The page as paper: one column, sections between rules, a first sentence that can be read aloud. */
export const pageStyle = css`
  section { padding: var(--r-6) 0; border-top: 1px solid var(--r-line); min-width: 0; }
  section h2 { margin-bottom: var(--r-3); }
  .spread h2 { margin: 0; }
  section > .spread { margin-bottom: var(--r-2); }
  .lead { padding-top: var(--r-5); border-top: 2px solid var(--r-ink); }
  .sentence { max-width: 46em; font-size: clamp(1.125rem, 0.9rem + 1vw, 1.5rem); line-height: 1.4; color: var(--r-ink-2); text-wrap: pretty; }
  .sentence strong { color: var(--r-ink); }
  .strip { display: grid; grid-template-columns: repeat(4, 1fr); gap: var(--r-6) 0; margin-top: var(--r-6); }
  .strip > div { padding-inline: var(--r-4); border-inline-start: 1px solid var(--r-line); }
  .strip > div:nth-child(4n + 1) { padding-inline-start: 0; border: 0; }
  .strip dt { color: var(--r-ink-2); font-size: var(--r-text-s); font-weight: 600; }
  .strip dd:not(.hint) { font-size: var(--r-text-2xl); line-height: 1.25; font-weight: 700; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
  .pair { display: grid; grid-template-columns: 2fr 3fr; gap: 0 var(--r-12); }
  .bars th { padding-inline-start: 0; color: var(--r-ink); font-weight: 600; width: 42%; }
  .bars th .hint, .times th .hint { display: block; font-weight: 400; }
  .under { display: block; }
  .before { font-weight: inherit; }
  strong.before { color: var(--r-ink); font-weight: 600; }
  .bars:has(.under) td.number { width: 190px; }
  @media (max-width: 560px) { td.number .under { white-space: normal; } .bars:has(.under) td.number { width: 116px; } }
  @media print, (min-width: 961px) { .times td.number { white-space: nowrap; } }
  .bars th, .bars td { border: 0; padding-block: 5px; vertical-align: middle; }
  .bars td.number { padding-inline-end: 0; white-space: nowrap; width: 92px; }
  .bars td.number .hint:not(.under) { display: inline-block; min-width: 3ch; }
  svg.bar { display: block; width: 100%; }
  svg.bar .track { fill: var(--r-sunken); }
  svg.bar .good { fill: color-mix(in srgb, var(--r-accent) 82%, var(--r-bg)); }
  svg.bar .rest { fill: var(--r-line-strong); opacity: 0.7; }
  .pair > section > h2 { margin-bottom: var(--r-2); line-height: 36px; }
  .splits { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-8); }
  .splits > h2, section.splits > .spread { margin: 0; }
  .splits > h2 + .hint, .splits > .spread + .hint { max-width: 80ch; margin-top: calc(-1 * var(--r-6)); }
  footer { padding-top: var(--r-4); border-top: 1px solid var(--r-line); }
  footer p { max-width: 80ch; }
  .only-print { display: none; }
  @media (max-width: 860px) {
    .strip { grid-template-columns: 1fr 1fr; gap: var(--r-5) 0; }
    .strip > div:nth-child(odd) { padding-inline-start: 0; border: 0; }
    .pair { grid-template-columns: 1fr; }
  }
  @media (max-width: 560px) { .bars th { width: 46%; } .bars td { padding-inline: var(--r-2); } }
  @media print {
    .only-print { display: block; }
    section { padding: var(--r-4) 0; break-inside: avoid-page; }
    .splits, section:has(ramah-comments) { break-inside: auto; }
    svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }
`
