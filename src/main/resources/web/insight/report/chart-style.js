import { css } from 'lit'
import { drawingStyle } from '../common/drawing.js'

export const chartStyle = css`
  ${drawingStyle}
  :host { display: block; min-width: 0; }
  .bars { height: 268px; touch-action: pan-y; }
  .readout {
    display: flex; flex-wrap: wrap; gap: var(--r-1) var(--r-4); min-height: 1.5em; margin: var(--r-2) 0 0;
    padding-left: 44px; color: var(--r-ink-2); font-size: var(--r-text-s); line-height: 1.5;
  }
  .readout strong { color: var(--r-ink); }
  .bars:not(.counted) + .readout .counts { display: none; }
  .key { display: inline-block; width: 10px; height: 10px; margin-right: var(--r-1); border-radius: 2px; print-color-adjust: exact; }
  .key.many { background: color-mix(in srgb, var(--r-accent) 85%, var(--r-bg)); }
  .key.few { background: repeating-linear-gradient(-45deg, var(--r-accent) 0 1px, var(--r-accent-soft) 1px 4px);
    outline: 1px solid var(--r-accent); outline-offset: -1px; }
  .key.whisker { width: 1px; height: 12px; margin: 0 var(--r-2) -2px var(--r-1); border-radius: 0; background: var(--r-ink); }
  @media (max-width: 560px) { .readout { padding-left: 0; } }
`
