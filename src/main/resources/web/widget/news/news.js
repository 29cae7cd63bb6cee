/**
 * What everybody who opens the chat is told: the chat loads this file when there is something. It imports nothing, so that
 * it is a module of its own. What a visitor has put away stays away on this device.
 */

const words = {
  en: { news: 'News from us', away: 'Put away' },
  id: { news: 'Kabar dari kami', away: 'Singkirkan' },
  ar: { news: 'أخبار منا', away: 'إخفاء' },
  de: { news: 'Neues von uns', away: 'Ausblenden' },
  es: { news: 'Novedades', away: 'Ocultar' },
  fr: { news: 'De nos nouvelles', away: 'Masquer' },
  nl: { news: 'Nieuws van ons', away: 'Verbergen' },
  pt: { news: 'Novidades', away: 'Ocultar' }
}

const look = `
.news { flex: none; max-height: 40%; overflow-y: auto; border-bottom: 1px solid var(--r-line); background: var(--r-warn-soft); color: var(--r-ink); }
.news p.news-done { background: var(--r-good-soft); }
.news p { display: flex; gap: var(--r-2); align-items: start; margin: 0; padding: var(--r-2) var(--r-2) var(--r-2) var(--r-4); font: 400 var(--r-text)/1.45 var(--r-font); }
.news p + p { border-top: 1px solid var(--r-line); }
.news span { flex: 1; min-width: 0; padding-block: 10px; overflow-wrap: anywhere; }
.news button { flex: none; width: 44px; height: 44px; padding: 0; border: 0; border-radius: var(--r-radius-s); background: none; color: inherit; font: 400 20px/1 var(--r-font); cursor: pointer; }
.news button:hover { background: var(--r-sunken); }
.news button:focus-visible { outline: 3px solid var(--r-focus); outline-offset: -3px; }
.news [dir=rtl] { padding: var(--r-2) var(--r-4) var(--r-2) var(--r-2); }
@media (forced-colors: active) { .news button { border: 1px solid ButtonText; } }
`

const KEY = `ramah:${new URL(import.meta.url).origin}:news`

/**
 * Shows what the visitor has not put away yet.
 *
 * @param before the element that it stands above
 * @param news what the server tells: `[{id, kind, language, text}]`
 * @param language of the chat
 */
export function mount(before, news, language) {
  const away = read()
  const left = news.filter(({ id }) => !away.includes(id))
  if (!left.length) return
  const said = words[language] ?? words.en
  adopt(before.getRootNode())
  const place = make('section', { class: 'news', 'aria-label': said.news })
  const spoken = make('div', { role: 'status' })
  place.append(spoken)
  before.before(place)
  // A status is read out when words come into it, not when it comes with them.
  requestAnimationFrame(() => spoken.append(...left.map(each => line(each, said, () => putAway(place, before, each.id)))))
}

function line({ kind, language, text }, said, away) {
  const words = make('span', { lang: language, dir: 'auto' })
  words.textContent = text
  const button = make('button', { type: 'button', 'aria-label': `${said.away}: ${text}`, title: said.away })
  button.textContent = '×'
  const whole = make('p', { class: `news-${kind}` })
  whole.append(words, button)
  button.addEventListener('click', () => {
    whole.remove()
    away()
  })
  return whole
}

/** The focus goes to what is left, or to the chat. */
function putAway(place, before, id) {
  write([...read(), id])
  const next = place.querySelector('button')
  if (!next) place.remove()
  const target = next ?? before
  target.focus()
}

function adopt(root) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(look)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}

function make(name, attributes) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

/** The newest are enough: older ones are not told any more. */
function write(ids) {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids.slice(-50)))
  } catch {
    // It comes again on the next page; so be it.
  }
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY))
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}
