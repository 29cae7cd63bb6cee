import { css } from 'lit'

/** The first page: a walk in three steps, side by side where there is room. */
export const look = css`
  main { display: grid; gap: var(--r-8); max-width: 70rem; margin: 0 auto; padding: var(--r-12) var(--r-6); }
  .brand { display: flex; align-items: center; gap: 10px; padding-bottom: var(--r-6); font-size: var(--r-text-l); font-weight: 700;
    letter-spacing: -0.015em; }
  .mark { width: 32px; height: 32px; }
  .bubble { fill: var(--r-accent); }
  .smile { fill: none; stroke: var(--r-on-accent); stroke-width: 2.6; stroke-linecap: round; }
  h1 { max-width: 22ch; font-size: clamp(var(--r-text-2xl), 5vw, 3rem); line-height: 1.1; letter-spacing: -0.025em; }
  .lead { max-width: 56ch; padding-top: var(--r-4); color: var(--r-ink-2); font-size: var(--r-text-l); }
  .steps { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: var(--r-4); }
  .steps > li { display: grid; grid-template-rows: auto 1fr auto; gap: var(--r-3); padding: var(--r-6); background: var(--r-surface);
    border: 1px solid var(--r-line); border-radius: var(--r-radius-l); }
  h2 { display: flex; align-items: center; gap: var(--r-3); }
  .number { display: grid; place-items: center; width: 28px; height: 28px; border-radius: 50%; background: var(--r-accent-soft);
    color: var(--r-accent-strong); font-size: var(--r-text-s); }
  .steps p { color: var(--r-ink-2); }
  .steps ul { display: grid; gap: var(--r-2); padding-top: var(--r-2); }
  .steps a { display: flex; align-items: center; gap: var(--r-3); min-height: 44px; padding: var(--r-2) var(--r-3);
    border: 1px solid var(--r-line-strong); border-radius: var(--r-radius); color: var(--r-ink); text-decoration: none;
    transition: background-color var(--r-quick), border-color var(--r-quick); }
  .steps a:hover { background: var(--r-accent-soft); border-color: var(--r-accent); }
  .steps a > span { flex: 1; }
  .steps svg.icon { color: var(--r-accent); }
  .password { display: flex; align-items: baseline; gap: var(--r-2); color: var(--r-ink-2); }
  code { padding: 1px 6px; border-radius: var(--r-radius-s); background: var(--r-sunken); color: var(--r-ink); font-family: var(--r-mono);
    font-size: 0.9em; }
  @media (max-width: 560px) { main { padding: var(--r-8) var(--r-4); } .steps > li { padding: var(--r-5); } }
`
