import { css } from 'lit'

/** How the wall looks: figures as large as the screen allows, and colour only where somebody has to get up. */
export const wallLook = css`
  .wall { display: flex; flex: 1; flex-direction: column; gap: clamp(var(--r-4), 2.5vh, var(--r-8)); min-height: 0; padding: clamp(var(--r-4), 3vw, var(--r-12)); overflow-y: auto; }
  .head { display: flex; align-items: baseline; justify-content: space-between; gap: var(--r-4); }
  .clock { display: flex; flex-wrap: wrap; flex-direction: row-reverse; align-items: center; gap: var(--r-2) var(--r-4); color: var(--r-ink-2); font-size: var(--r-text-xl); font-weight: 600; font-variant-numeric: tabular-nums; }
  h2 { color: var(--r-ink-2); }
  dl { display: grid; margin: 0; gap: clamp(var(--r-3), 1.6vw, var(--r-6)); }
  .big { flex: 3 1 auto; grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .day { flex: 1 1 auto; grid-template-columns: repeat(5, minmax(0, 1fr)); }
  dl > div { display: flex; flex-direction: column; justify-content: center; min-width: 0; padding: clamp(var(--r-3), 1.6vw, var(--r-8)); border: 1px solid var(--r-line); border-radius: var(--r-radius-l); background: var(--r-surface); }
  dt { color: var(--r-ink-2); font-size: clamp(1rem, 1.5vw, 2rem); font-weight: 600; }
  dd { margin: 0; font-weight: 700; line-height: 1.1; letter-spacing: -0.03em; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .big dd:not(.note) { font-size: clamp(3rem, min(8.5vw, 20vh), 14rem); }
  .day dd:not(.note) { font-size: clamp(2rem, min(4.5vw, 10vh), 7rem); }
  dd.note { color: var(--r-ink-2); font-size: clamp(0.875rem, 1.2vw, 1.5rem); font-weight: 400; letter-spacing: 0; line-height: 1.4; white-space: normal; }
  .busy { border-color: var(--r-line-strong); }
  .alarm { border-color: var(--r-bad); background: var(--r-bad-soft); }
  .alarm dt, .alarm dd { color: var(--r-bad); }
  .calm.waiting dd:not(.note) { color: var(--r-good); }
  .big ramah-time { font-size: 0.72em; }
  .stale dl { opacity: 0.6; }
  @media (max-width: 860px) {
    .big { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .day { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .big dd:not(.note) { font-size: clamp(2.5rem, 15vw, 6rem); }
    .big ramah-time { font-size: 0.66em; }
    .day > div:last-child { grid-column: 1 / -1; }
  }
`
