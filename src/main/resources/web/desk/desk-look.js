import { css } from 'lit'

/** The three columns and how they fold: beside each other, context over the conversation, one at a time. */
export const deskLook = css`
  .tools { display: flex; align-items: center; }
  .banner { display: flex; flex: none; align-items: center; gap: var(--r-2); padding: var(--r-2) var(--r-4); background: var(--r-warn-soft);
    color: var(--r-warn); font-size: var(--r-text-s); font-weight: 600; }
  .columns { display: grid; flex: 1; grid-template-columns: 308px minmax(0, 1fr) auto; grid-template-rows: minmax(0, 1fr); min-height: 0; }
  ramah-lists { border-inline-end: 1px solid var(--r-line); }
  aside { display: flex; flex-direction: column; gap: var(--r-3); width: 384px; min-height: 0; overflow-y: auto; padding: var(--r-3);
    border-inline-start: 1px solid var(--r-line); background: var(--r-bg); }
  aside > * { flex: none; }
  aside:focus-visible { outline-offset: -2px; }
  .narrow { display: none; align-self: flex-start; }
  @media (min-width: 1700px) { .columns { grid-template-columns: 360px minmax(0, 1fr) auto; } aside { width: 440px; } }
  @media (max-width: 1180px) {
    .columns { grid-template-columns: 290px minmax(0, 1fr); }
    aside { display: none; width: auto; }
    [data-view="context"] aside { display: flex; }
    [data-view="context"] ramah-talk { display: none; }
    .narrow { display: inline-flex; }
  }
  @media (max-width: 760px) {
    .columns { grid-template-columns: minmax(0, 1fr); }
    .keys { display: none; }
    ramah-lists, ramah-talk { display: none; border: 0; }
    [data-view="lists"] ramah-lists, [data-view="talk"] ramah-talk { display: flex; }
  }
`
