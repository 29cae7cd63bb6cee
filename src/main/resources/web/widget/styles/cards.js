/** The greeting, the queue and the survey: quiet sheets of paper among the messages. */
export const cards = `
.card { display: flex; gap: var(--r-3); padding: var(--r-4); background: var(--r-surface); border: 1px solid var(--r-line); border-radius: var(--r-radius-l); }
.card > .icon { width: 22px; height: 22px; color: var(--r-accent); margin-top: 1px; }
.card-body { flex: 1; min-width: 0; display: grid; gap: var(--r-2); justify-items: start; }
.card-title { font-weight: 650; font-size: var(--r-text); line-height: 1.4; }
.card-text { color: var(--r-ink); }
.greeting { display: grid; gap: var(--r-3); }
.greeting h3 { font-size: var(--r-text-l); font-weight: 700; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
.greeting .card { background: none; border: 0; padding: 0; color: var(--r-ink-2); font-size: var(--r-text-s); }
.greeting .card > .icon { display: none; }
.greeting.fresh { gap: var(--r-5); margin-top: var(--r-4); }
.greeting.fresh h3 { font-size: var(--r-text-2xl); line-height: 1.15; letter-spacing: -0.02em; }
.greeting.fresh .card { background: var(--r-surface); border: 1px solid var(--r-line); padding: var(--r-4); color: var(--r-ink); font-size: var(--r-text); }
.greeting.fresh .card > .icon { display: block; }
.greeting:not(.fresh) .presence { display: none; }
.presence { display: flex; align-items: center; gap: var(--r-2); color: var(--r-ink-2); font-size: var(--r-text-s); }
.presence::before { content: ""; width: 10px; height: 10px; border-radius: var(--r-round); border: 2px solid var(--r-line-strong); flex: none; }
.presence[data-online="true"]::before { background: var(--r-good); border-color: var(--r-good); }
.gift { padding-inline-start: 40px; }
.gift .card { background: var(--r-good-soft); border-color: transparent; }
.gift .card > .icon { color: var(--r-good); }
.gift .card-body { gap: 2px; }
.gift code { font: 600 1em/1.4 var(--r-mono); padding: 2px 6px; border-radius: var(--r-radius-s); background: var(--r-surface); user-select: all; overflow-wrap: anywhere; }
.waiting { background: var(--r-info-soft); border-color: transparent; }
.waiting > .icon { color: var(--r-info); }
.waiting .link { color: var(--r-info); }
.row-form { display: grid; gap: 6px; width: 100%; }
.row-form label { font-size: var(--r-text-s); font-weight: 600; }
.row-form input { flex: 1; }
.survey .card-body { gap: var(--r-3); }
.survey .row { width: 100%; }
.faces { display: grid; grid-template-columns: repeat(5, 1fr); gap: 2px; width: 100%; }
.grade { display: flex; flex-direction: column; align-items: center; gap: 4px; padding: 8px 2px; border-radius: var(--r-radius); font-size: 0.75em; line-height: 1.2; text-align: center; color: var(--r-ink-2); border: 1px solid transparent; transition: background var(--r-quick); }
.grade .face { width: 36px; height: 36px; stroke-width: 1.4; }
.grade[aria-checked="true"] { background: var(--r-accent-soft); color: var(--r-accent-strong); border-color: var(--r-accent); font-weight: 700; }
.survey [aria-disabled] { pointer-events: none; }
.followed { background: var(--r-good-soft); border-color: transparent; margin: var(--r-2) 0; }
.followed > .icon { color: var(--r-good); }
.followed .card-text.words { white-space: pre-wrap; overflow-wrap: anywhere; }
.followed .ask { font-size: var(--r-text-s); font-weight: 600; margin-top: var(--r-1); }
.followed .quiet, .followed .grade { color: var(--r-ink); }
.more { display: grid; gap: var(--r-4); width: 100%; }
.question { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2); font-size: var(--r-text-s); font-weight: 600; }
.question span { flex: 1 1 180px; }
.question .chip { padding: 6px 16px; }
`
