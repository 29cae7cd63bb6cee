import { css } from 'lit'

export const chartStyle = css`
  :host { display: block; min-width: 0; }
  svg { display: block; touch-action: pan-y; }
  text { font: var(--r-text-s) var(--r-font); font-size: 12px; fill: var(--r-ink-2); font-variant-numeric: tabular-nums; }
  .scale { text-anchor: end; }
  .date, .count { text-anchor: middle; }
  .count { fill: var(--r-ink-3); font-size: 11px; }
  .grid { stroke: var(--r-line); }
  .axis { stroke: var(--r-line-strong); }
  .here { fill: var(--r-sunken); }
  .many .bar { fill: color-mix(in srgb, var(--r-accent) 82%, var(--r-bg)); }
  .few .bar { fill: var(--r-accent-soft); stroke: var(--r-accent); stroke-width: 1; }
  .whisker { stroke: var(--r-ink); stroke-width: 1.25; fill: none; }
  .few .whisker { stroke: var(--r-ink-3); }
  .readout {
    display: flex; flex-wrap: wrap; gap: var(--r-1) var(--r-4); min-height: 1.5em; margin: var(--r-2) 0 0;
    padding-left: 44px; color: var(--r-ink-2); font-size: var(--r-text-s); line-height: 1.5;
  }
  .readout strong { color: var(--r-ink); }
  .key { display: inline-block; width: 10px; height: 10px; margin-right: var(--r-1); border-radius: 2px; }
  .key.many { background: color-mix(in srgb, var(--r-accent) 82%, var(--r-bg)); }
  .key.few { background: var(--r-accent-soft); outline: 1px solid var(--r-accent); outline-offset: -1px; }
  .key.whisker { width: 1px; height: 12px; margin: 0 var(--r-2) -2px var(--r-1); border-radius: 0; background: var(--r-ink); }
  @media (max-width: 560px) { .readout { padding-left: 0; } }
  @media print { svg { max-width: 100%; height: auto; } .many .bar, .key.many { print-color-adjust: exact; } }
`
