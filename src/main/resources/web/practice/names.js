import { language, t } from '../shared/words.js'

/** What a rehearsal is marked by, and each reason in a sentence. */
const criteria = {
  facts: 'Not asked again',
  article: 'The right article',
  tone: 'Tone',
  time: 'Time to answer',
}

export const criterionName = (key) => t(criteria[key] ?? key)

const reasons = {
  NOTHING_ASKED_AGAIN: () => t('Nothing was asked that the customer had told.'),
  ASKED_AGAIN: ({ value }) => (value === 1 ? t('One thing was asked that the customer had told.') : t('{n} things were asked that the customer had told.', { n: value })),
  LINKED: () => t('The article was named or linked.'),
  SAID_WHAT_IT_SAYS: ({ value }) => t('An answer says what the article says ({n} of 100 alike).', { n: value }),
  NOT_FROM_IT: ({ value }) => t('No answer says what the article says (at most {n} of 100 alike).', { n: value }),
  NO_ARTICLE: () => t('This scenario has no right article.'),
  ARTICLE_GONE: () => t('The article is not there any more.'),
  IN_TIME: ({ value }) => t('Every answer came in time; half of them within {time}.', { time: seconds(value) }),
  SLOW: ({ value, places }) => t('{n} came late; half of all within {time}.', { n: places.length, time: seconds(value) }),
  NO_MODEL: () => t('Without a chat model nobody judges the tone; the others count for it.'),
  NOT_ANSWERED: () => t('Nothing was answered.'),
}

/** Of a model's own words for the tone, the words. */
export const reasonText = (mark) => reasons[mark.reason]?.(mark) ?? mark.reason

export function seconds(n) {
  return n < 60 ? t('{n} s', { n }) : t('{m} min {s} s', { m: Math.floor(n / 60), s: n % 60 })
}

/** A day without a time, as it is written where the reader is. */
export const dueDay = (day) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))

const hard = {
  LOW_RATED: 'Low rated',
  ASKED_AGAIN: 'Asked again',
  HANDED_ON: 'Handed on',
  LONG: 'Long',
  HANDED_OVER: 'Handed over',
}

export const hardName = (key) => t(hard[key] ?? key)

const states = { draft: ['Draft', 'warn'], approved: ['Approved', 'good'], retired: ['Put away', ''] }

export const stateName = (state) => t(states[state]?.[0] ?? state)
export const stateTone = (state) => states[state]?.[1] ?? ''

const sides = { customer: 'Customer', bot: 'Bot', agent: 'Colleague' }

export const sideName = (by) => t(sides[by] ?? by)

const kinds = {
  name: 'Name', email: 'E-mail', phone: 'Phone', order: 'Order', code: 'Code', product: 'Product',
  place: 'Place', date: 'Date', amount: 'Amount', error: 'Error', problem: 'Problem', photo: 'Photo',
}

export const kindNames = () => Object.entries(kinds).map(([key, name]) => [key, t(name)])
export const kindName = (key) => t(kinds[key] ?? key)
