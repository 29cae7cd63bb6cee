/**
 * What every staff page starts with: the tokens and the document's own few rules are adopted, the
 * language is told to the browser, and `<ramah-shell>` and `<ramah-time>` exist. Adopted sheets, because
 * our Content-Security-Policy forbids inline style.
 */
import { tokens } from './tokens.js'
import { language } from './words.js'
import './tab-icon.js'
import './words-id.js'
import './shell.js'
import './time.js'

const sheet = new CSSStyleSheet()
sheet.replaceSync(`${tokens}
  @media print { :root { color-scheme: light; } }
  html { height: 100%; -webkit-text-size-adjust: 100%; }
  body { margin: 0; min-height: 100%; background: var(--r-bg); color: var(--r-ink);
    font: var(--r-text)/1.5 var(--r-font); }
  [data-live] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`)
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
document.documentElement.lang = language

/** The page's name in the tab, before the product's. */
export function title(text) {
  document.title = text ? `${text} · Ramah` : 'Ramah'
}

let live = null

/** Speaks a sentence to screen readers, politely; the same sentence twice is spoken twice. */
export function announce(text) {
  if (!live) {
    live = document.createElement('div')
    live.dataset.live = ''
    live.setAttribute('role', 'status')
    live.setAttribute('aria-live', 'polite')
    document.body.append(live)
  }
  const line = document.createElement('p')
  line.textContent = text
  live.append(line)
  // Spoken lines go, or a reader walking the page would meet them all again.
  setTimeout(() => line.remove(), 5_000)
}
