const DAY = 86_400_000
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/**
 * The words of the visitor's language, which is all that they load of them. Where the network fails just then it is
 * tried again, under another address each time, because a browser remembers a module that failed.
 */
export async function speech({ host, language }) {
  for (let tries = 0; ; tries++) {
    try {
      const words = await import(`${host}/widget/${language}.js${tries ? `?${tries}` : ''}`)
      return wordsOf(language, words[language])
    } catch {
      await new Promise(go => setTimeout(go, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries)))
    }
  }
}

/** Words with times and waits told their language's way. */
function wordsOf(language, words) {
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

  const bytes = (unit, value) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
  const size = n => (n < 1_000_000 ? bytes('kilobyte', Math.max(1, Math.round(n / 1000))) : bytes('megabyte', n / 1_000_000))

  const number = n => new Intl.NumberFormat(locale).format(n)
  const money = (amount, currency) => {
    const idle = Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {}
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...idle }).format(amount)
  }

  const direction = language === 'ar' ? 'rtl' : 'ltr'
  return { ...words, language, direction, time, when, estimate, size, number, money, exact: instant => exact.format(new Date(instant)) }
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
