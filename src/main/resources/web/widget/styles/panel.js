/**
 * The button in the corner and the sheet it opens. Where an article goes is a matter of the window's side, not of the
 * script; 400% zoom leaves a strip, of which all scrolls but the line to write in.
 */
export const panel = `
.launcher {
  position: fixed; bottom: calc(20px + env(safe-area-inset-bottom)); width: 60px; height: 60px; border-radius: var(--r-round); display: grid; place-items: center;
  background: var(--r-accent); color: var(--r-on-accent); border: 1px solid transparent; box-shadow: var(--r-shadow); transition: background var(--r-quick), transform var(--r-quick);
}
.launcher .icon { width: 28px; height: 28px; }
.launcher:focus-visible { outline-offset: 3px; }
.launcher.right, .panel.right { right: calc(20px + env(safe-area-inset-right)); }
.launcher.left, .panel.left { left: calc(20px + env(safe-area-inset-left)); }
.badge {
  position: absolute; top: -4px; right: -4px; min-width: 24px; height: 24px; padding: 0 6px; border-radius: var(--r-round); display: grid; place-items: center;
  background: var(--r-ink); color: var(--r-bg); border: 2px solid var(--r-bg); font-size: 12px; font-weight: 700; line-height: 1;
}
.panel {
  position: fixed; bottom: calc(20px + env(safe-area-inset-bottom)); display: flex; align-items: flex-end; gap: var(--r-3); animation: rise var(--r-quick) ease-out;
}
.panel.left { flex-direction: row; }
.panel.right { flex-direction: row-reverse; }
[dir=rtl] .panel.left { flex-direction: row-reverse; }
[dir=rtl] .panel.right { flex-direction: row; }
[dir=rtl] :is(.icon-next, .icon-back) { transform: scaleX(-1); }
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }
.sheet, .article {
  display: flex; flex-direction: column; width: 400px; height: min(720px, calc(100vh - 40px)); height: min(720px, calc(100dvh - 40px)); overflow: hidden; background: var(--r-bg);
  border: 1px solid var(--r-line); border-radius: var(--r-radius-l); box-shadow: var(--r-shadow);
}
.article { width: 420px; animation: rise var(--r-quick) ease-out; }
.bar { display: flex; align-items: center; gap: var(--r-1); padding: var(--r-3) var(--r-3) var(--r-3) var(--r-4); background: var(--r-surface); border-bottom: 1px solid var(--r-line); flex: none; position: relative; z-index: 2; }
.mark { width: 40px; height: 40px; border-radius: var(--r-radius); display: grid; place-items: center; background: var(--r-accent); color: var(--r-on-accent); font-weight: 700; font-size: var(--r-text-l); margin-inline-end: var(--r-2); flex: none; }
.names { flex: 1; min-width: 0; }
.names h2 { font-size: var(--r-text); font-weight: 650; line-height: 1.3; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.names p { line-height: 1.35; }
.scroller { flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--r-line-strong) transparent; }
.scroller:focus-visible, .article-body:focus-visible { outline-offset: -3px; }
.inner { display: flex; flex-direction: column; gap: var(--r-4); padding: var(--r-5) var(--r-4) var(--r-4); min-height: 100%; }
.foot { flex: none; position: relative; padding: 0 var(--r-4) var(--r-4); display: grid; gap: var(--r-3); }
.notice:not(:empty) { background: var(--r-warn-soft); color: var(--r-warn); border-radius: var(--r-radius); padding: var(--r-2) var(--r-3); font-size: var(--r-text-s); font-weight: 600; }
.notice:empty { position: absolute; }
.actions { display: flex; flex-wrap: wrap; gap: var(--r-2); }
.composer { display: grid; grid-template-columns: 1fr auto; align-items: end; background: var(--r-surface); border: 1px solid var(--r-line-strong); border-radius: 24px; padding: 4px; }
.composer:focus-within { outline: 3px solid var(--r-focus); outline-offset: 1px; border-color: transparent; }
.composer textarea { border: 0; background: none; resize: none; min-height: 40px; max-height: 160px; padding: 8px 8px 8px 14px; outline: none; line-height: 1.5; overflow-y: auto; display: block; scrollbar-width: thin; }
.send { width: 40px; height: 40px; border-radius: var(--r-round); display: grid; place-items: center; background: var(--r-accent); color: var(--r-on-accent); border: 1px solid transparent; transition: background var(--r-quick); }
.send .icon { stroke-width: 2.2; }
.send[aria-disabled="true"] { background: var(--r-sunken); color: var(--r-ink-3); cursor: default; }
.count { grid-column: 1 / -1; font-size: var(--r-text-s); color: var(--r-ink-2); padding: 0 14px 4px; }
.count:empty { display: none; }
.count.wrong { color: var(--r-bad); }
.below {
  position: absolute; bottom: 100%; left: 50%; transform: translate(-50%, -8px); display: flex; align-items: center; gap: 6px; padding: 6px 14px; white-space: nowrap;
  background: var(--r-ink); color: var(--r-bg); border-radius: var(--r-round); font-size: var(--r-text-s); font-weight: 600; box-shadow: var(--r-shadow);
}
.below .icon { width: 16px; height: 16px; }
.menu { position: absolute; inset-inline-end: var(--r-3); top: calc(100% - 4px); width: 264px; max-width: calc(100vw - 32px); background: var(--r-surface); border: 1px solid var(--r-line); border-radius: var(--r-radius); box-shadow: var(--r-shadow); padding: 6px; }
.menu-item { display: flex; align-items: center; width: 100%; min-height: 40px; padding: 6px var(--r-3); border-radius: var(--r-radius-s); color: var(--r-ink); text-decoration: none; }
.sure { padding: var(--r-2) var(--r-3) var(--r-3); display: grid; gap: var(--r-3); font-size: var(--r-text-s); }
.article .bar { padding-inline-start: var(--r-3); }
.article-body { overflow: auto; overscroll-behavior: contain; padding: var(--r-5) var(--r-6) var(--r-8); flex: 1; scrollbar-width: thin; overflow-wrap: anywhere; }
.content > * { margin: var(--r-3) 0 0; }
#article-title { font-size: var(--r-text-xl); line-height: 1.25; font-weight: 700; letter-spacing: -0.01em; }
.content :is(h1, h2, h3, h4, h5, h6) { font-size: var(--r-text-l); line-height: 1.35; margin: var(--r-5) 0 0; }
.article-body :is(ul, ol) { padding-inline-start: var(--r-5); margin-block: var(--r-3) 0; }
.article-body ul { list-style: disc; }
.article-body li + li { margin-top: var(--r-1); }
.article-body table { border-collapse: collapse; width: 100%; font-size: var(--r-text-s); }
.article-body :is(th, td) { border-bottom: 1px solid var(--r-line); padding: var(--r-2); text-align: start; }
.article-body blockquote { margin: var(--r-3) 0 0; padding-inline-start: var(--r-3); border-inline-start: 3px solid var(--r-line-strong); }
.article-body code { font: 0.92em var(--r-mono); background: var(--r-sunken); padding: 1px 4px; border-radius: 4px; }
@media (max-width: 880px) { .panel .article { position: absolute; inset: 0; width: auto; height: auto; z-index: 3; } }
@media (max-width: 480px), (max-height: 420px) {
  .panel, .panel.left, .panel.right { inset: 0 0 var(--keyboard, 0px) 0; gap: 0; }
  .sheet { width: 100%; height: 100%; border: 0; border-radius: 0; }
  .panel .article { position: absolute; inset: 0; width: auto; height: auto; border: 0; border-radius: 0; z-index: 3; }
  .bar { padding-top: calc(var(--r-2) + env(safe-area-inset-top)); padding-bottom: var(--r-2); }
  .foot { padding-bottom: calc(var(--r-3) + env(safe-area-inset-bottom)); }
}
@media (max-height: 420px) {
  .sheet { overflow: auto; }
  .scroller { overflow: visible; flex: none; }
  .foot { display: contents; }
  .foot > * { margin: 0 var(--r-4) var(--r-2); flex: none; }
  .foot > .composer { position: sticky; bottom: var(--r-1); margin: 0 var(--r-3) var(--r-1); z-index: 1; }
}
@media (prefers-reduced-motion: reduce) { *, *::before { animation: none !important; transition: none !important; } }
`
