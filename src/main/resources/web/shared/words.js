/**
 * The words of the staff pages. English is written where it is used and is the key of every other
 * language, so a page reads as it looks and a missing translation shows English instead of a code.
 *
 * Text with parts: `t('{n} waiting', { n: 3 })`. Plurals: `tn(n, '{n} answer', '{n} answers')`.
 */
const STORED = 'ramah.language'
const books = { en: {} }

/** Languages a page can be read in, in their own names. */
export const languages = { en: 'English', id: 'Bahasa Indonesia' }

/** Adds words to a language; a page with words of its own calls it before it draws. */
export function addWords(language, words) {
  books[language] = { ...books[language], ...words }
}

/** The language in use: what the person chose here before, else what the browser asks for, else English. */
export const language = chosen()

function chosen() {
  let kept = null
  try {
    kept = localStorage.getItem(STORED)
  } catch {
    // Storage can be forbidden by the browser; the page works without remembering.
  }
  for (const wish of [kept, ...(navigator.languages ?? [navigator.language])]) {
    const short = wish?.slice(0, 2).toLowerCase()
    // Some browsers still send the old code of Indonesian.
    const code = short === 'in' ? 'id' : short
    if (code in languages) return code
  }
  return 'en'
}

/** Changes the language and draws the page anew: templates are evaluated once with their words. */
export function speak(code) {
  try {
    localStorage.setItem(STORED, code)
  } catch {
    return
  }
  location.reload()
}

/** The text in the reader's language, with `{name}` replaced from `parts`. */
export function t(text, parts) {
  const said = books[language]?.[text] ?? text
  return parts ? said.replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole) : said
}

/** As `t`, where a part may be a template: what to draw, piece by piece. */
export function parts(text, named) {
  const pieces = (books[language]?.[text] ?? text).split(/\{(\w+)\}/)
  return pieces.map((piece, i) => (i % 2 ? named[piece] ?? `{${piece}}` : piece))
}

/** As `t`, choosing by the plural rules of the language; `{n}` is the number, grouped. */
export function tn(n, one, other, parts) {
  const form = new Intl.PluralRules('en').select(n) === 'one' ? one : other
  return t(form, { n: new Intl.NumberFormat(language).format(n), ...parts })
}
