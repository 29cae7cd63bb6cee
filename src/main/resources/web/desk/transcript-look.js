import { css } from 'lit'

/** How the transcript looks: the customer at the left, the shop at the right, notes as paper between. */
export const transcriptLook = css`
  .folded { padding: 0 var(--r-2); border: 1px dashed var(--r-line-strong); border-radius: var(--r-radius-s); background: none; color: inherit; letter-spacing: 0.1em; }
  :host { position: relative; display: flex; flex-direction: column; flex: 1; min-height: 0; }
  .scroll { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: var(--r-4) var(--r-5); }
  .log { display: flex; flex-direction: column; min-height: 100%; max-width: 860px; margin: 0 auto; }
  .log > :first-child { margin-top: auto; }
  ol { display: flex; flex-direction: column; gap: var(--r-3); }
  ol + ol:not(:empty) { margin-top: var(--r-3); }
  .divider { display: flex; align-items: center; gap: var(--r-3); padding: var(--r-4) 0 var(--r-3); color: var(--r-ink-3);
    font-size: var(--r-text-s); font-weight: 600; }
  .divider::before, .divider::after { content: ""; flex: 1; border-top: 1px solid var(--r-line); }
  .before { align-self: center; }
  .past ol { opacity: 0.92; }
  .past { padding: 0 var(--r-3) var(--r-3); margin-bottom: var(--r-3); border: 1px solid var(--r-line);
    border-radius: var(--r-radius); background: var(--r-bg); }
  .past-head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2); padding: var(--r-2) 0; font-size: var(--r-text-s); }
  .past-head .button { margin-inline-start: auto; }

  .words { display: grid; gap: 3px; max-width: min(78%, 620px); align-self: flex-start; justify-items: start; }
  .words.agent, .words.bot { align-self: flex-end; justify-items: end; }
  .words.joined { margin-top: -8px; }
  .by { display: flex; align-items: center; gap: 6px; padding: 0 2px; color: var(--r-ink-2); font-size: 0.75rem; }
  .by b { color: var(--r-ink); }
  .by ramah-time { color: var(--r-ink-3); font-variant-numeric: tabular-nums; }
  .bubble { padding: var(--r-2) var(--r-3); border: 1px solid var(--r-line); border-radius: 4px 14px 14px 14px;
    background: var(--r-surface); white-space: pre-wrap; overflow-wrap: anywhere; }
  .bot .bubble { border-radius: 14px 4px 14px 14px; background: var(--r-sunken); border-color: transparent; }
  .agent .bubble { border-radius: 14px 4px 14px 14px; background: var(--r-accent-soft); border-color: transparent; }
  .note { align-self: stretch; justify-items: stretch; max-width: none; padding: var(--r-2) var(--r-3); border-radius: var(--r-radius-s);
    background: var(--r-warn-soft); border-inline-start: 3px solid var(--r-warn); }
  .note .by, .note .by b, .note .by ramah-time { color: var(--r-warn); }
  .note .bubble { padding: 0; border: 0; background: none; }
  .note.joined { margin-top: -12px; }
  .pending:not(.failed) .bubble { opacity: 0.7; }
  .failed .bubble { outline: 1.5px dashed var(--r-bad); }
  .upload { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2); }
  .upload img { width: 44px; height: 44px; object-fit: cover; border-radius: var(--r-radius-s); }
  .upload progress { flex-basis: 100%; height: 6px; accent-color: var(--r-accent); }
  .under { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; font-size: 0.75rem; }
  .under .button { min-height: 28px; padding: 0 var(--r-2); }
  .words.agent .under, .words.bot .under { justify-content: flex-end; }
  .citation { display: inline-flex; align-items: center; gap: 4px; padding: 1px 2px; font-size: 0.75rem; font-weight: 600; }

  .line { align-self: center; max-width: 90%; color: var(--r-ink-2); font-size: var(--r-text-s); text-align: center; }
  .line svg.icon { width: 14px; height: 14px; margin-inline-end: 6px; color: var(--r-ink-3); }
  .line ramah-time { padding-inline-start: 4px; white-space: nowrap; color: var(--r-ink-3); font-size: 0.75rem; font-variant-numeric: tabular-nums; }
  .line.rated, .line.reconsidered { padding: var(--r-2) var(--r-3); border: 1px solid var(--r-line); border-radius: var(--r-radius); }
  .rated .comment { padding-bottom: 2px; }
  .comment { display: block; margin-top: 2px; color: var(--r-ink); }
  .found ramah-file, .found .bubble, .line.found { outline: 2px solid var(--r-focus); outline-offset: 2px; }
  li:focus-visible { outline: none; }
  li:focus-visible .bubble, .line:focus-visible { outline: 2px solid var(--r-focus); outline-offset: 2px; }

  .typing { display: flex; align-items: center; gap: 8px; padding-top: var(--r-3); color: var(--r-ink-2); font-size: var(--r-text-s); }
  .typing i { width: 6px; height: 6px; margin-inline-end: -4px; border-radius: 50%; background: var(--r-ink-3);
    animation: hop 1.1s ease-in-out infinite; }
  .typing i:nth-child(2) { animation-delay: 0.15s; }
  .typing i:nth-child(3) { animation-delay: 0.3s; margin-inline-end: 2px; }
  @keyframes hop { 30% { transform: translateY(-3px); } 60% { transform: none; } }
  @media (prefers-reduced-motion: reduce) { .typing i { animation: none; } }
  .newer { position: absolute; inset-inline-start: 50%; bottom: var(--r-3); transform: translateX(-50%);
    border-radius: var(--r-round); box-shadow: var(--r-shadow); }
  @media (max-width: 760px) {
    .scroll { padding: var(--r-3); }
    .words:not(.note) { max-width: 88%; }
  }
`
