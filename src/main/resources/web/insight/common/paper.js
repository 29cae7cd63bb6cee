import { css } from 'lit'

/** An article as customers read it: what Markdown makes, in an element of the class `paper`. */
export const paper = css`
  .paper { overflow-wrap: anywhere; line-height: 1.6; }
  .paper > * + * { margin-top: var(--r-3); }
  .paper ul, .paper ol { padding-inline-start: var(--r-5); list-style: revert; }
  .paper li + li { margin-top: var(--r-1); }
  .paper code { font-family: var(--r-mono); font-size: 0.9em; background: var(--r-sunken); padding: 0 4px; border-radius: 4px; }
  .paper pre { overflow-x: auto; padding: var(--r-3); background: var(--r-sunken); border-radius: var(--r-radius-s); }
  .paper blockquote { margin-inline: 0; padding-inline-start: var(--r-3); border-inline-start: 3px solid var(--r-line); color: var(--r-ink-2); }
  .paper img { max-width: 100%; }
`
