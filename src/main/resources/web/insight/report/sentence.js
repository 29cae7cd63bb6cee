import { duration, number, percent } from '../../shared/format.js'
import { t, tn } from '../../shared/words.js'
import { difference } from './wilson.js'
import { length } from './range.js'

/**
 * The report's first words: what is so, what changed, and whether the change may be chance. Parts are
 * whole sentences, because half sentences do not translate.
 */
export function sentences(overview, range) {
  const { csat } = overview
  if (silent(overview)) return [t('Nothing happened in these days.')]
  return [satisfied(csat), changed(overview, range), alone(overview), waited(overview), promised(overview)].filter(Boolean)
}

/** No episode, nobody asked, nobody answered. */
export function silent({ episodes, containment, csat }) {
  return !episodes && !containment.of && !csat.asked && !csat.answers
}

function satisfied(csat) {
  if (!csat.answers) return tn(csat.asked, 'Nobody answered the survey; {n} customer was asked.', 'Nobody answered the survey; {n} customers were asked.')
  const parts = { share: percent(csat.csat), answers: number(csat.answers) }
  return tn(csat.answers, '{share} of {n} answer was good.', '{share} of {n} answers were good.', parts)
}

function changed({ csat, previous }, range) {
  const change = difference(csat, previous)
  if (!change) return null
  const days = length(range)
  const before = tn(days, 'the day before', 'the {n} days before')
  const points = Math.abs(Math.round(change.points * 100))
  const parts = { before, share: percent(previous.csat), answers: number(previous.answers) }
  if (!points) return t('That is as in {before}.', parts)
  const moved = change.points > 0
    ? tn(points, 'That is {n} point more than in {before}', 'That is {n} points more than in {before}', parts)
    : tn(points, 'That is {n} point less than in {before}', 'That is {n} points less than in {before}', parts)
  return `${moved}${change.certain ? t(', more than chance would do.') : t(', which may be chance.')}`
}

function alone({ containment }) {
  if (!containment.of) return null
  return t('The bot solved {share} of {of} episodes alone.', { share: percent(containment.share), of: number(containment.of) })
}

function promised({ promises }) {
  if (!promises?.made) return null
  if (!promises.late) return tn(promises.made, 'The one promise to come back to a customer was kept in time.', 'All {n} promises to come back to customers were kept in time.')
  return tn(promises.made, 'Of {n} promise to come back to a customer, {late} was late.', 'Of {n} promises to come back to a customer, {late} were late.', { late: number(promises.late) })
}

function waited({ wait }) {
  if (!wait.n) return null
  return t('Half of the waits for a person were over within {median}, given up or not.', { median: duration(wait.median) })
}
