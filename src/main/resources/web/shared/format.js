/**
 * Numbers and times as people read them, in the page's language. Every relative time has its exact
 * one: show `exact(at)` as the title of the `<time>` (or use `<ramah-time>`, which does).
 */
import { language, t } from './words.js'

const locale = { en: 'en-GB', id: 'id-ID' }[language]
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
const exactly = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' })
const hours = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const soon = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' })
const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const daysThisYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const numbers = new Intl.NumberFormat(locale)

const seconds = (at, now) => (now - new Date(at).getTime()) / 1000

/** "just now", "5 min ago", "yesterday", and a date once it is older than a week. */
export function ago(at, now = Date.now()) {
  const past = seconds(at, now)
  if (Math.abs(past) < 45) return t('just now')
  const size = Math.abs(past)
  const round = unit => -Math.sign(past) * Math.max(1, Math.round(size / unit))
  if (size < HOUR - 30) return relative.format(round(MINUTE), 'minute')
  if (size < 22 * HOUR) return relative.format(round(HOUR), 'hour')
  if (size < 7 * DAY) return relative.format(round(DAY), 'day')
  return day(at, now)
}

/** The full date and time with seconds, for titles. */
export const exact = at => exactly.format(new Date(at))

/** The time of day: "14:03". */
export const clock = at => hours.format(new Date(at))

/** "21 Nov", with the year where it is not this one. */
export function day(at, now = Date.now()) {
  const date = new Date(at)
  return (date.getFullYear() === new Date(now).getFullYear() ? daysThisYear : days).format(date)
}

/** A moment to come, short: "14:03" today, "Tue 14:03" in the next days, "3 Dec" later. */
export function until(at, now = Date.now()) {
  const date = new Date(at)
  if (date.toDateString() === new Date(now).toDateString()) return clock(at)
  return Math.abs(seconds(at, now)) < 6 * DAY ? soon.format(date) : day(at, now)
}

/** A running clock of a wait: "0:42", "12:05", "1:02:10". Never negative: clocks of two machines differ. */
export function stopwatch(at, now = Date.now()) {
  const past = Math.max(0, Math.floor(seconds(at, now)))
  const two = n => String(n).padStart(2, '0')
  const h = Math.floor(past / HOUR)
  const m = Math.floor((past % HOUR) / MINUTE)
  return h ? `${h}:${two(m)}:${two(past % 60)}` : `${m}:${two(past % 60)}`
}

const unit = (value, name) =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value)

/** A length of time given in seconds, in its two largest units: "42 sec", "3 min 20 sec", "2 hr 5 min". */
export function duration(length) {
  if (length === null || length === undefined) return '–'
  const whole = Math.round(length)
  const parts = [[DAY, 'day'], [HOUR, 'hour'], [MINUTE, 'minute'], [1, 'second']]
  const first = parts.findIndex(([size]) => whole >= size)
  if (first === -1) return unit(0, 'second')
  const [size, name] = parts[first]
  const next = parts[first + 1]
  const rest = next ? Math.floor((whole % size) / next[0]) : 0
  const head = unit(Math.floor(whole / size), name)
  return rest ? `${head} ${unit(rest, next[1])}` : head
}

/** A share of 0..1 as a percentage; a dash where there is none, which is not the same as 0%. */
export function percent(share, digits = 0) {
  if (share === null || share === undefined) return '–'
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share)
}

/** A name as it begins a line. */
export const capital = text => text.charAt(0).toUpperCase() + text.slice(1)

/** A number with the language's grouping; a dash where there is none. */
export const number = value => (value === null || value === undefined ? '–' : numbers.format(value))

/** An amount as the shop told it, "IDR 276000", as people write it; any other wording stays as it is. */
export function money(total) {
  const [, currency, amount] = /^([A-Z]{3}) (-?\d+(?:\.\d+)?)$/.exec(total ?? '') ?? []
  if (!currency) return total
  try {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', trailingZeroDisplay: 'stripIfInteger' }
    return new Intl.NumberFormat(locale, style).format(amount)
  } catch {
    return total
  }
}

/** The name of a language in the reader's language: "en" → "English". */
export function languageName(code) {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code)
  } catch {
    return code
  }
}

/** A page's place on its site; the site itself is the shop's own. */
export function pathOf(page) {
  try {
    const { pathname, search } = new URL(page)
    return pathname + search
  } catch {
    return page
  }
}
