/** What is said, and what happens between. */
export const messages = `
.log { display: flex; flex-direction: column; gap: var(--r-2); }
.log:empty { display: none; }
.message { display: flex; flex-direction: column; max-width: 100%; position: relative; }
.own { align-items: flex-end; padding-inline-start: var(--r-12); }
.bot, .agent { align-items: flex-start; padding-inline: 40px var(--r-6); }
.message.starts, .log .own + .message:not(.own), .message:not(.own) + .own { margin-top: var(--r-2); }
.avatar { position: absolute; inset-inline-start: 0; top: 0; width: 32px; height: 32px; border-radius: var(--r-round); display: none; place-items: center; background: var(--r-accent-soft); color: var(--r-accent); font-weight: 700; font-size: var(--r-text-s); }
.starts > .avatar { display: grid; }
.agent > .avatar { background: var(--r-good-soft); color: var(--r-good); }
.avatar .icon { width: 18px; height: 18px; }
.author { color: var(--r-ink-2); font-size: var(--r-text-s); margin-bottom: var(--r-1); line-height: 1.4; }
.author b { color: var(--r-ink); font-weight: 600; }
.author b, time { unicode-bidi: isolate; }
.bubble { padding: 10px 14px; border-radius: var(--r-radius-l); white-space: pre-wrap; overflow-wrap: anywhere; max-width: 100%; border: 1px solid var(--r-line); background: var(--r-surface); }
.bot .bubble, .agent .bubble { border-start-start-radius: var(--r-radius-s); }
.own .bubble { background: var(--r-accent); color: var(--r-on-accent); border-color: transparent; border-end-end-radius: var(--r-radius-s); }
.own .bubble a { color: inherit; }
.own[data-state="sending"] .bubble, .own[data-state="notYet"] .bubble { background: var(--r-accent-soft); color: var(--r-ink); border-color: var(--r-accent); border-style: dashed; }
.own[data-state="failed"] .bubble { background: var(--r-bad-soft); color: var(--r-ink); border-color: var(--r-bad); }
.bubble.erased { font-style: italic; color: var(--r-ink-2) !important; background: var(--r-sunken) !important; }
.state { color: var(--r-ink-2); font-size: var(--r-text-s); margin-top: var(--r-1); text-align: end; }
.own[data-state="failed"] .state { color: var(--r-bad); }
.state .icon { width: 16px; height: 16px; vertical-align: -3px; margin-inline-end: 4px; }
.state .link { margin-inline-start: 6px; }
.sources { margin-top: var(--r-2); width: 100%; display: grid; gap: 6px; }
.source {
  display: flex; align-items: center; gap: var(--r-2); width: 100%; padding: 8px 10px; border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-bg);
  font-weight: 600; font-size: var(--r-text-s); line-height: 1.35; transition: background var(--r-quick); min-height: 40px;
}
.source span { flex: 1; }
.source .icon { width: 18px; height: 18px; color: var(--r-accent); }
.helped { display: flex; align-items: center; gap: 2px; }
.helped .quiet { margin-inline-end: 6px; }
.thumb { display: grid; place-items: center; width: 34px; height: 34px; border-radius: var(--r-round); color: var(--r-ink-2); border: 1px solid transparent; transition: background var(--r-quick); }
.thumb .icon { width: 18px; height: 18px; }
.thumb[aria-pressed="true"] { background: var(--r-accent); color: var(--r-on-accent); }
.choices { margin-top: var(--r-2); display: grid; gap: 6px; width: 100%; }
.choice { width: 100%; padding: 9px 14px; border: 1px solid var(--r-accent); border-radius: var(--r-radius); background: var(--r-surface); color: var(--r-accent); font-weight: 600; transition: background var(--r-quick); }
.choice:disabled { border-color: var(--r-line); color: var(--r-ink-3); font-weight: 400; background: none; }
.line { display: flex; justify-content: center; gap: var(--r-2); align-items: flex-start; color: var(--r-ink-2); font-size: var(--r-text-s); text-align: center; padding: var(--r-2) var(--r-4); text-wrap: balance; }
.line.urgent { background: var(--r-warn-soft); color: var(--r-warn); border-radius: var(--r-radius); text-align: start; text-wrap: wrap; margin: var(--r-1) 0; }
.line .icon { width: 18px; height: 18px; margin-top: 1px; }
.typing { padding-inline-start: 40px; display: grid; gap: var(--r-2); justify-items: start; }
.typing[hidden] { display: none; }
.writing { border-start-start-radius: var(--r-radius-s); color: var(--r-ink-2); margin-inline-end: var(--r-6); }
.dots { display: inline-flex; gap: 5px; padding: 14px 16px; border: 1px solid var(--r-line); border-radius: var(--r-radius-l); border-start-start-radius: var(--r-radius-s); background: var(--r-surface); }
.dots i { width: 7px; height: 7px; border-radius: var(--r-round); background: var(--r-ink-3); animation: wait 1.2s ease-in-out infinite; }
.dots i:nth-child(2) { animation-delay: 0.15s; }
.dots i:nth-child(3) { animation-delay: 0.3s; }
@keyframes wait { 0%, 60%, 100% { opacity: 0.35; transform: none; } 30% { opacity: 1; transform: translateY(-2px); } }
@media (max-width: 360px) { .own { padding-inline-start: var(--r-6); } .bot, .agent { padding-inline: 0; } .starts > .avatar { display: none; } .typing { padding-inline-start: 0; } }
@media (forced-colors: active) { .dots i { background: CanvasText; } .own .bubble { border: 2px solid CanvasText; } }
`
