import { addDays, daysBetween } from './days.js'

/**
 * The days a report is about. It lives in the address, so that a report can be bookmarked and sent:
 * `?days=28` moves on with the calendar, `?from=…&until=…` stays. People name the last day they mean
 * the contract's `to` is the day after it.
 */

export const PRESETS = [
  { days: 1, label: 'Today' },
  { days: 7, label: '7 days' },
  { days: 28, label: '28 days' },
  { days: 90, label: '90 days' },
]

const USUAL = 28
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** The reader's own zone: their day is the day they ask about. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** Today as the reader's calendar says it. */
export function today(now = new Date()) {
  const pad = (n) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** The last `days` days, today included. */
export function lastDays(days, now = today()) {
  return { days, from: addDays(now, 1 - days), until: now }
}

/** Named days; the wrong way round is turned round rather than refused. */
export function between(a, b) {
  return a <= b ? { days: null, from: a, until: b } : { days: null, from: b, until: a }
}

/** @param presets what the page offers; `usual` days where the address says nothing that it knows */
export function readRange(search, now = today(), presets = PRESETS, usual = USUAL) {
  const asked = new URLSearchParams(search)
  const from = asked.get('from') ?? ''
  const until = asked.get('until') ?? ''
  if (real(from) && real(until)) return between(from, until)
  const days = Number(asked.get('days'))
  return lastDays(presets.some((preset) => preset.days === days) ? days : usual, now)
}

export function writeRange(range) {
  return range.days ? `?days=${range.days}` : `?from=${range.from}&until=${range.until}`
}

/** The range as the reports' parameters. */
export function asQuery(range) {
  return { from: range.from, to: addDays(range.until, 1), zone }
}

export function length(range) {
  return daysBetween(range.from, addDays(range.until, 1))
}

/** What a saved report is called: `by-agent-2026-11-01-to-2026-11-28.csv`. */
export function fileName(what, range) {
  return `${what}-${range.from}-to-${range.until}.csv`
}

function real(date) {
  return DATE.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`))
}
