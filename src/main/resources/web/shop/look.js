/** The sample shop's look: the family's tokens, with more air and a serif for the coffee's name. */
export const look = `
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--r-bg); color: var(--r-ink); font: var(--r-text)/1.6 var(--r-font); -webkit-text-size-adjust: 100%; }
h1, h2, p, ul, ol, fieldset { margin: 0; padding: 0; }
kopi-shop { display: block; }
a { color: inherit; }
:focus-visible { outline: 3px solid var(--r-focus); outline-offset: 3px; border-radius: 4px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: var(--r-4); top: var(--r-4); background: var(--r-surface); padding: var(--r-2) var(--r-4); z-index: 1; }
.demo { display: flex; flex-wrap: wrap; gap: var(--r-2) var(--r-6); align-items: center; padding: var(--r-2) max(var(--r-6), env(safe-area-inset-left)); background: var(--r-ink); color: var(--r-bg); font-size: var(--r-text-s); }
.demo a { display: inline-flex; align-items: center; min-height: 28px; padding: 0 var(--r-2); border-radius: var(--r-round); text-decoration: none; }
.demo a[aria-current] { background: var(--r-bg); color: var(--r-ink); font-weight: 600; }
.demo a:hover:not([aria-current]) { text-decoration: underline; }
.demo .choices { display: flex; align-items: center; flex-wrap: wrap; gap: var(--r-1); }
.demo .back { margin-left: auto; }
.demo :focus-visible { outline-color: var(--r-bg); }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-3) var(--r-8); max-width: 1160px; margin: 0 auto; padding: var(--r-6); }
.brand { display: flex; align-items: center; gap: var(--r-3); font: 700 var(--r-text-l)/1 Georgia, "Noto Serif", serif; text-decoration: none; margin-right: auto; }
.brand span { display: grid; place-items: center; width: 36px; height: 36px; border-radius: var(--r-round); background: var(--r-accent); color: var(--r-on-accent); }
.top nav { display: flex; flex-wrap: wrap; gap: var(--r-2) var(--r-6); }
.top nav a { text-decoration: none; padding: var(--r-1) 0; border-bottom: 2px solid transparent; }
.top nav a:hover { border-color: var(--r-line-strong); }
.top nav a[aria-current] { border-color: var(--r-accent); font-weight: 600; }
main { max-width: 1160px; margin: 0 auto; padding: 0 var(--r-6) var(--r-12); }
.hero { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr)); gap: var(--r-12); align-items: center; }
.stage { background: var(--r-sunken); border-radius: 28px; padding: var(--r-12) var(--r-8) var(--r-8); display: grid; place-items: center; }
.stage svg { width: min(100%, 340px); height: auto; }
.paper { fill: #c79a63; } .shade { fill: #b4864f; } .fold { fill: #a87b46; } .ground { fill: rgb(36 28 21 / 18%); }
.seam { stroke: #8a6236; stroke-width: 2; stroke-dasharray: 5 5; }
.label { fill: #fbf3e6; } .sun { fill: #d9622b; } .far { fill: #5d7d68; } .near { fill: #2f4f3e; }
.bean { fill: #4a2c1a; } .groove { fill: none; stroke: #2b180d; stroke-width: 2; }
.stage text { text-anchor: middle; fill: #3a281a; } .coffee-name { font: 700 30px Georgia, "Noto Serif", serif; } .brand-name { font: 600 9px var(--r-font); letter-spacing: 2px; }
.about { display: grid; gap: var(--r-5); justify-items: start; }
.kind { color: var(--r-accent); font-weight: 600; }
.about h1 { font: 700 clamp(2.25rem, 5vw, 3.5rem)/1.05 Georgia, "Noto Serif", serif; letter-spacing: -0.02em; margin-top: calc(-1 * var(--r-3)); }
.lead { font-size: var(--r-text-l); color: var(--r-ink-2); max-width: 34em; }
.notes { display: flex; flex-wrap: wrap; gap: var(--r-2); list-style: none; }
.notes li { background: var(--r-accent-soft); border-radius: var(--r-round); padding: var(--r-1) var(--r-3); font-size: var(--r-text-s); }
fieldset { border: 0; min-width: 0; } legend { font-weight: 600; font-size: var(--r-text-s); padding: 0; margin-bottom: var(--r-2); }
.sizes { display: flex; flex-wrap: wrap; gap: var(--r-2); }
.size { position: relative; } .size input { position: absolute; inset: 0; opacity: 0; margin: 0; width: 100%; height: 100%; cursor: pointer; }
.size span { display: block; padding: 10px var(--r-5); border: 1px solid var(--r-line-strong); border-radius: var(--r-radius); background: var(--r-surface); }
.size input:checked + span { border-color: var(--r-accent); box-shadow: inset 0 0 0 1px var(--r-accent); font-weight: 600; }
.size input:focus-visible + span { outline: 3px solid var(--r-focus); outline-offset: 2px; }
.price { font-size: var(--r-text-xl); font-weight: 700; }
.buy { display: flex; flex-wrap: wrap; gap: var(--r-3) var(--r-4); align-items: center; }
.buy button { font: inherit; font-weight: 600; color: var(--r-on-accent); background: var(--r-accent); border: 0; border-radius: var(--r-radius); padding: 14px 28px; cursor: pointer; transition: background var(--r-quick); }
.buy button:hover { background: var(--r-accent-strong); }
.added { color: var(--r-good); font-size: var(--r-text-s); } .small { color: var(--r-ink-2); font-size: var(--r-text-s); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: var(--r-6); margin-top: var(--r-12); padding: var(--r-8) 0; border-block: 1px solid var(--r-line); }
.facts h2 { font-size: var(--r-text-s); color: var(--r-ink-2); font-weight: 400; } .facts p { font-weight: 600; }
.brew { margin-top: var(--r-8); display: grid; gap: var(--r-3); } .brew h2 { font: 700 var(--r-text-xl)/1.2 Georgia, "Noto Serif", serif; }
.brew ol { padding-left: var(--r-6); color: var(--r-ink-2); display: grid; gap: var(--r-1); }
.bottom { display: flex; flex-wrap: wrap; gap: var(--r-2) var(--r-6); justify-content: space-between; max-width: 1160px; margin: 0 auto; padding: var(--r-6); padding-right: 100px; color: var(--r-ink-2); font-size: var(--r-text-s); border-top: 1px solid var(--r-line); }
@media (pointer: coarse), (max-width: 480px) { .demo a { min-height: 44px; padding: 0 var(--r-3); } .stage { padding: var(--r-8); } .stage svg { width: 220px; } .demo .back { margin-left: 0; } }
`
