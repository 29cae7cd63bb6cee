import { wilson } from './wilson.js'

/**
 * Days of the satisfaction report as the chart draws them. The server sends only days somebody
 * answered or was asked on; a day without answers must be a gap, so the calendar is filled in here.
 */

/** Above this many days the chart adds up weeks: a bar a day would be thinner than its whisker. */
const MOST_DAYS = 62

/** With fewer answers than this on a usual day, a bar a day shows mostly chance; then weeks are added up too. */
const FEWEST_ANSWERS = 4
const LEAST_DAYS = 21

const nobody = (key) => ({
  key, answers: 0, asked: 0, answered: 0, repeated: 0, repeatedOf: 0, csat: null, csatLow: null, csatHigh: null, distribution: [0, 0, 0, 0, 0], causes: {},
})

/** Calendar arithmetic on `YYYY-MM-DD` in UTC, where every day has 24 hours. */
export function addDays(date, days) {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** How many days lie from one date to the other, the second not counted. */
export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/**
 * One column for each day from `from` to before `to`, or for each seven days when they are many or thin.
 * @param rows rows of `by=day`, keyed by local date
 * @returns {{unit: 'day'|'week', columns: object[]}}
 */
export function columns(rows, from, to) {
  const known = new Map(rows.map((row) => [row.key, row]))
  const days = []
  for (let day = from; day < to; day = addDays(day, 1)) days.push(known.get(day) ?? nobody(day))
  if (days.length < LEAST_DAYS || (days.length <= MOST_DAYS && !areThin(days))) return { unit: 'day', columns: days }
  const weeks = []
  for (let i = 0; i < days.length; i += 7) weeks.push(sum(days.slice(i, i + 7)))
  return { unit: 'week', columns: weeks }
}

function areThin(days) {
  return days.reduce((answers, day) => answers + day.answers, 0) < FEWEST_ANSWERS * days.length
}

function sum(days) {
  const week = { ...nobody(days[0].key), until: days.at(-1).key }
  for (const day of days) {
    week.answers += day.answers
    week.asked += day.asked
    week.answered += day.answered
    week.repeated += day.repeated
    week.repeatedOf += day.repeatedOf
    for (const [cause, n] of Object.entries(day.causes)) week.causes[cause] = (week.causes[cause] ?? 0) + n
    week.distribution = week.distribution.map((count, i) => count + day.distribution[i])
  }
  const good = week.distribution[3] + week.distribution[4]
  week.responseRate = week.asked ? week.answered / week.asked : null
  const interval = wilson(good, week.answers)
  if (interval) Object.assign(week, { csat: good / week.answers, csatLow: interval.low, csatHigh: interval.high })
  return week
}
