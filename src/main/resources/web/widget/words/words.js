import { ar } from './ar.js'
import { en } from './en.js'
import { id } from './id.js'

const DAY = 86_400_000
const SPOKEN = { ar, en, id }

/** The words of one language, with times and waits told its way. */
export function wordsOf(language) {
  const words = SPOKEN[language]
  // British and American readers of the same words have their own clocks.
  const locale = navigator.languages.find(one => one.startsWith(language)) ?? language
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' })
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' })
  const time = instant => clock.format(new Date(instant))

  /** "tomorrow at 08:00", in the reader's own time zone. */
  function when(instant) {
    const days = Math.round((midnight(new Date(instant)) - midnight(new Date())) / DAY)
    if (days === 0) return words.today(time(instant))
    if (days === 1) return words.tomorrow(time(instant))
    return words.onDay((days > 1 && days < 7 ? weekday : date).format(new Date(instant)), time(instant))
  }

  /** An honest range in whole minutes, or null where the desk has no figure. */
  function estimate({ wait, waitMax }) {
    if (wait == null) return null
    const longest = waitMax ?? wait
    if (longest < 60) return words.underAMinute
    const low = Math.max(1, Math.round(wait / 60))
    return words.minutes(low, Math.max(low, Math.ceil(longest / 60)))
  }

  const direction = language === 'ar' ? 'rtl' : 'ltr'
  return { ...words, language, direction, time, when, estimate, exact: instant => exact.format(new Date(instant)) }
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
