import { css } from 'lit'
import { drawingStyle } from '../common/drawing.js'

/** How the report's tables and figures look: rules instead of boxes, figures that line up. */
export const reportStyle = css`
  ${drawingStyle}
  ramah-save { margin-inline-end: calc(-1 * var(--r-3)); }
  .figures th[scope='col'] { padding-inline: var(--r-2); }
  .figures td, .figures tbody th { padding-inline: var(--r-2); vertical-align: middle; }
  .figures th:first-child { padding-inline-start: 0; }
  .figures td:last-child, .figures th:last-child { padding-inline-end: 0; }
  .figures .share { font-size: var(--r-text-l); font-weight: 700; white-space: nowrap; }
  .figures .few, .figures .few th { color: var(--r-ink-3); }
  .figures .few .share { font-weight: 600; }
  .figures .under { display: block; font-weight: 400; }
  .figures .causes { display: block; font-weight: 400; }
  .where { display: inline-flex; align-items: center; gap: var(--r-2); white-space: nowrap; }
  svg text { font-family: var(--r-font); font-variant-numeric: tabular-nums; text-anchor: middle; fill: var(--r-ink-2); }
  svg.interval { max-width: 100%; }
  svg.interval .rule { stroke: var(--r-line); }
  svg.interval .axis { stroke: var(--r-line); }
  svg.interval .reach { stroke: var(--r-accent); stroke-width: 3; stroke-linecap: round; opacity: 0.55; }
  svg.interval .share { fill: var(--r-accent); }
  svg.interval.few .reach { stroke: var(--r-ink-3); }
  svg.interval.few .share { fill: var(--r-surface); stroke: var(--r-ink-3); stroke-width: 1.5; }
  svg.marks .good { fill: color-mix(in srgb, var(--r-accent) 82%, var(--r-bg)); }
  svg.marks .rest { fill: var(--r-line-strong); opacity: 0.7; }
  svg.marks .count { font-size: 10px; }
  .few svg.marks .good { fill: var(--r-line-strong); opacity: 0.7; }
  svg.marks .mark { font-size: 10px; fill: var(--r-ink-3); }
  @media print, (min-width: 961px) {
    .drawn { table-layout: fixed; }
    .drawn .of-share { width: 11%; }
    .drawn .of-where { width: 26%; }
    .drawn .of-answers { width: 13%; }
    .drawn .of-rate { width: 12%; }
    .drawn .of-marks { width: 13%; }
    .drawn .of-repeated { width: 8%; }
    .measured { table-layout: fixed; }
    .measured .of-share { width: 20%; }
    .measured .of-where { width: 32%; }
    .measured .of-answers { width: 18%; }
  }
  details { margin-top: var(--r-3); }
  summary { display: inline-block; padding: var(--r-1) 0; color: var(--r-accent); font-size: var(--r-text-s); font-weight: 600; cursor: pointer; }
  @media (max-width: 1080px) and (min-width: 961px) { svg.interval { width: 96px; } }
  @media screen and (max-width: 960px) {
    .figures.drawn tr, .figures.listed tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px var(--r-4); align-items: center; }
    .figures .of-share { text-align: end; }
    .figures.measured .of-share { text-align: start; }
    .figures .of-where { grid-column: 1 / -1; }
    .figures td[data-label] { grid-column: 1; font-size: var(--r-text-s); }
    .figures td.of-marks { grid-column: 2; grid-row: 3 / span 3; align-self: end; }
    .figures.listed td.of-marks { grid-column: 1; grid-row: auto; }
    .figures.drawn td.of-marks::before { content: none; }
    .figures td[data-label].of-marks { display: block; }
    .figures.listed td[data-label].of-marks { display: grid; }
    .figures td.number { justify-items: start; }
  }
  @media screen and (max-width: 380px) { .figures td.of-marks { grid-column: 1; grid-row: auto; } }
  @media print {
    tr, svg { break-inside: avoid; }
    h3 { break-after: avoid; }
    details::details-content { display: block; content-visibility: visible; }
    summary { padding: 0; color: var(--r-ink-2); list-style: none; }
    summary::-webkit-details-marker { display: none; }
    .figures { font-size: 0.6875rem; }
    .figures th[scope='col'] { white-space: normal; }
    svg.interval { width: 76px; }
    svg.marks { width: 92px; height: auto; }
  }
`
