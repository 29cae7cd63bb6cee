/** Pictures and papers among the messages, the clip to send them with, and one picture over everything. */
export const files = `
.picture { display: block; max-width: 100%; padding: 3px; border: 1px solid var(--r-line); border-radius: var(--r-radius-l); background: var(--r-surface); overflow: hidden; }
.picture img { display: block; max-width: 100%; height: auto; min-height: 32px; min-width: 32px; object-fit: cover; border-radius: calc(var(--r-radius-l) - 4px); background: var(--r-sunken); font-size: var(--r-text-s); color: var(--r-ink-2); }
.source.file { width: auto; max-width: 100%; background: var(--r-surface); overflow-wrap: anywhere; }
.source.file small { flex: none; font-weight: 400; }
.upload { display: flex; flex-wrap: wrap; align-items: center; gap: 4px var(--r-2); min-width: 180px; }
.upload .preview { width: 44px; height: 44px; object-fit: cover; border-radius: var(--r-radius-s); background: var(--r-sunken); }
.upload .name { flex: 1; min-width: 80px; font-size: var(--r-text-s); font-weight: 600; }
.upload small { font-size: var(--r-text-s); }
.upload progress { flex-basis: 100%; height: 6px; width: 100%; appearance: none; border: 0; border-radius: var(--r-round); overflow: hidden; background: var(--r-line); accent-color: var(--r-accent); }
.upload progress::-webkit-progress-bar { background: var(--r-line); }
.upload progress::-webkit-progress-value { background: var(--r-accent); }
.upload progress::-moz-progress-bar { background: var(--r-accent); }
.clip { display: grid; place-items: center; width: 40px; height: 40px; border-radius: var(--r-round); color: var(--r-ink-2); transition: background var(--r-quick); }
.composer.takes-files { grid-template-columns: auto 1fr auto; }
.composer.takes-files textarea { padding-inline-start: 4px; }
.sheet.dropping { outline: 3px dashed var(--r-accent); outline-offset: -6px; }
.large { width: 100vw; height: 100dvh; max-width: none; max-height: none; margin: 0; padding: var(--r-3); border: 0; background: none; color: var(--r-ink); font: 400 var(--r-text)/1.5 var(--r-font); }
.large[open] { display: flex; flex-direction: column; gap: var(--r-3); }
.large::backdrop { background: rgb(20 14 8 / 82%); }
.large .bar { flex: none; display: flex; align-items: center; gap: var(--r-1); padding: var(--r-1) var(--r-1) var(--r-1) var(--r-4); border-radius: var(--r-round); background: var(--r-surface); align-self: center; max-width: 100%; }
.large .bar p { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; }
.large img { flex: 0 1 auto; min-height: 0; margin: auto; max-width: 100%; width: auto; height: auto; max-height: calc(100dvh - 96px); object-fit: contain; border-radius: var(--r-radius-s); background: var(--r-sunken); }
@media (hover: hover) { .clip:hover { background: var(--r-sunken); color: var(--r-ink); } .picture:hover { border-color: var(--r-accent); } }
@media (pointer: coarse), (max-width: 480px) { .clip { min-width: 44px; min-height: 44px; } }
@media (forced-colors: active) { .picture { border-color: ButtonText; } }
`
