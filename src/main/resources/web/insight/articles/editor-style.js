import { css } from 'lit'

export const editorStyle = css`
  form.card, article.card { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-4); padding: var(--r-5); }
  label .title { font-size: var(--r-text-l); font-weight: 600; }
  .two { display: grid; grid-template-columns: 200px 1fr; gap: var(--r-4); }
  .input[readonly] { background: var(--r-sunken); border-color: var(--r-line); }
  .both { display: grid; grid-template-columns: 1fr 1fr; gap: var(--r-4); }
  .both > * { min-width: 0; }
  .both label textarea { font: var(--r-text-s)/1.6 var(--r-mono); min-height: 340px; height: 100%; }
  .both .write { grid-template-rows: auto 1fr; }
  .see { display: grid; grid-template-rows: auto 1fr; gap: var(--r-1); }
  .sheet { padding: var(--r-3) var(--r-4); border: 1px solid var(--r-line); border-radius: var(--r-radius-s); background: var(--r-bg); }
  .narrow { display: none; justify-self: start; }
  label.field + .hint { margin-top: calc(-1 * var(--r-3)); }
  .foot { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2) var(--r-3); position: sticky; bottom: 0; margin: 0 calc(-1 * var(--r-5)) calc(-1 * var(--r-5));
    padding: var(--r-3) var(--r-5); background: var(--r-surface); border-top: 1px solid var(--r-line); border-radius: 0 0 var(--r-radius) var(--r-radius); }
  .foot .end { margin-inline-start: auto; }
  @media (max-width: 1080px) {
    .narrow { display: inline-flex; }
    .both { grid-template-columns: 1fr; }
    .both.write .see, .both.see .write { display: none; }
  }
  @media (max-width: 560px) {
    form.card, article.card { padding: var(--r-4); }
    .two { grid-template-columns: 1fr; }
    .foot { margin: 0 calc(-1 * var(--r-4)) calc(-1 * var(--r-4)); padding-inline: var(--r-4); }
  }
`
