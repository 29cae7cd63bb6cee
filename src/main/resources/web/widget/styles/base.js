/**
 * The wall between the page and us, and the pieces that all parts share. What is said about them stands here, for all that
 * stands inside is sent: what is chosen is seen without colours as well, by a tick that a reader leaves out; below 16 px iOS
 * zooms into what is typed in.
 */
export const base = `
:host {
  all: initial !important; position: fixed !important; inset: auto 0 0 auto !important; width: 0 !important; height: 0 !important;
  display: block !important; z-index: 2147483000 !important; color-scheme: light dark !important;
}
.root { font: 400 var(--r-text)/1.5 var(--r-font); color: var(--r-ink); text-align: start; -webkit-text-size-adjust: 100%; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
button, input, textarea { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }
button { cursor: pointer; background: none; border: 0; padding: 0; text-align: inherit; touch-action: manipulation; }
button:disabled { cursor: default; }
a { color: var(--r-accent); text-underline-offset: 2px; overflow-wrap: anywhere; }
:focus { outline: none; }
:focus-visible { outline: 3px solid var(--r-focus); outline-offset: 2px; }
[tabindex="-1"]:focus-visible { outline: none; }
.hidden { position: absolute !important; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 20px; height: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.turned { transform: rotate(180deg); }
.quiet { color: var(--r-ink-2); font-size: var(--r-text-s); }
.row { display: flex; gap: var(--r-2); align-items: center; }
.wrap { flex-wrap: wrap; }
.spread { justify-content: space-between; }
.link { color: var(--r-accent); text-decoration: underline; text-underline-offset: 2px; font-size: var(--r-text-s); font-weight: 600; border-radius: var(--r-radius-s); min-height: 24px; }
.button {
  flex: none; background: var(--r-accent); color: var(--r-on-accent); border: 1px solid transparent; border-radius: var(--r-radius);
  padding: 8px var(--r-4); font-weight: 600; min-height: 40px; transition: background var(--r-quick);
}
.button.plain { background: none; color: var(--r-ink); border-color: var(--r-line-strong); }
.button.bad { background: var(--r-bad); color: var(--r-bg); }
.chip {
  display: inline-flex; align-items: center; gap: 6px; border: 1px solid var(--r-line-strong); border-radius: var(--r-round);
  background: var(--r-surface); padding: 6px 14px 6px 12px; font-size: var(--r-text-s); font-weight: 600; min-height: 36px; transition: background var(--r-quick);
}
.chip .icon { width: 16px; height: 16px; color: var(--r-accent); }
.chip:disabled { background: none; color: var(--r-ink-3); border-color: var(--r-line); }
.chip[aria-pressed="true"] { background: var(--r-accent); color: var(--r-on-accent); border-color: transparent; }
.chip[aria-pressed="true"]::before { content: "✓" / ""; }
.icon-button {
  display: grid; place-items: center; width: 40px; height: 40px; flex: none; border-radius: var(--r-round); color: var(--r-ink-2);
  transition: background var(--r-quick);
}
.icon-button[aria-expanded="true"] { background: var(--r-sunken); color: var(--r-ink); }
.icon-button .icon { stroke-width: 2; }
.menu-place .icon { stroke-width: 3.5; }
input, textarea {
  background: var(--r-surface); border: 1px solid var(--r-line-strong); border-radius: var(--r-radius); padding: 8px var(--r-3); min-height: 40px;
  min-width: 0; width: 100%;
}
input:focus-visible, textarea:focus-visible { outline-offset: 0; }
::placeholder { color: var(--r-ink-3); opacity: 1; }
.wrong { color: var(--r-bad); font-size: var(--r-text-s); font-weight: 600; }
@media (pointer: coarse), (max-width: 480px) {
  .icon-button, .send { min-width: 44px; min-height: 44px; }
  .chip, .button, .menu-item, .source, .choice, input { min-height: 44px; }
  .link { min-height: 44px; padding: 0 4px; }
  .thumb { min-width: 44px; min-height: 44px; }
  input, textarea { font-size: max(16px, var(--r-text)); }
}
@media (forced-colors: active) {
  .chip[aria-pressed="true"], .thumb[aria-pressed="true"], .grade[aria-checked="true"] { forced-color-adjust: none; background: Highlight !important; color: HighlightText !important; }
  .launcher, .send, .button { border: 1px solid ButtonText !important; }
  .chip:disabled, .choice:disabled { color: GrayText; }
}
`
