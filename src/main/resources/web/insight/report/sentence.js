import { duration, number, percent } from '../../shared/format.js'
import { parts, t } from '../../shared/words.js'
import { within } from './behind.js'
import { difference, satisfaction } from './wilson.js'
import { length } from './range.js'

/**
 * The report's first words: what is so, what changed, and whether the change may be chance. Parts are
 * whole sentences, because half sentences do not translate.
 * @returns templates, in which every number opens what it counts
 */
export function sentences(overview, range) {
  return all(overview, range).map(({ text, named, behind }) =>
    parts(text, { ...named, ...Object.fromEntries(Object.entries(behind).map(([name, [count, what, heading]]) => [name, within(count, { what, heading: t(heading) }, named[name])])) }))
}

/** The same as text, to be read aloud. */
export function spoken(overview, range) {
  return all(overview, range).map(({ text, named }) => t(text, named)).join(' ')
}

function all(overview, range) {
  if (silent(overview)) return [sentence('Nothing happened in these days.')]
  return [satisfied(overview.csat), changed(overview, range), alone(overview), waited(overview), promised(overview)].filter(Boolean)
}

/** @param behind by the name of a part: how many it counts, what they are, and what that is called */
function sentence(text, named = {}, behind = {}) {
  return { text, named, behind }
}

/** No episode, nobody asked, nobody answered. */
export function silent({ episodes, containment, csat }) {
  return !episodes && !containment.of && !csat.asked && !csat.answers
}

function satisfied(csat) {
  if (!csat.answers && csat.answered) {
    return sentence('{n} of {asked} who were asked answered; nobody gave a mark from 1 to 5.', { n: number(csat.answered), asked: number(csat.asked) },
      { n: [csat.answered, 'answered', 'Everyone who was asked and answered'], asked: [csat.asked, 'asked', 'Everyone who was asked'] })
  }
  if (!csat.answers) {
    return sentence(csat.asked === 1 ? 'Nobody answered the survey; {n} customer was asked.' : 'Nobody answered the survey; {n} customers were asked.',
      { n: number(csat.asked) }, { n: [csat.asked, 'asked', 'Everyone who was asked'] })
  }
  return sentence(csat.answers === 1 ? '{share} of {n} answer was good.' : '{share} of {n} answers were good.',
    { share: percent(csat.csat), n: number(csat.answers) },
    { share: [csat.distribution[3] + csat.distribution[4], 'good', 'Good answers (4 or 5)'], n: [csat.answers, 'rated', 'Everyone who gave a mark'] })
}

function changed({ csat, previous }, range) {
  const change = difference(satisfaction(csat), satisfaction(previous))
  if (!change) return null
  const days = length(range)
  const before = days === 1 ? t('the day before') : t('the {n} days before', { n: number(days) })
  const points = Math.abs(Math.round(change.points * 100))
  if (!points) return sentence('That is as in {before}.', { before })
  const named = { before, n: number(points) }
  const moved = change.points > 0
    ? t(points === 1 ? 'That is {n} point more than in {before}' : 'That is {n} points more than in {before}', named)
    : t(points === 1 ? 'That is {n} point less than in {before}' : 'That is {n} points less than in {before}', named)
  return sentence(`${moved}${change.certain ? t(', more than chance would do.') : t(', which may be chance.')}`)
}

function alone({ containment }) {
  if (!containment.of) return null
  return sentence('The bot solved {share} of {of} episodes alone.', { share: percent(containment.share), of: number(containment.of) },
    { share: [containment.stayed, 'stayed', 'Solved by the bot alone'], of: [containment.of, 'ended', 'All that ended'] })
}

function promised({ promises }) {
  if (!promises?.made) return null
  const { made, late } = promises
  const behind = { n: [made, 'promised', 'Promises to come back'], late: [late, 'promised_late', 'Promises that were broken'] }
  if (!late) return sentence(made === 1 ? 'The one promise to come back to a customer was kept in time.' : 'All {n} promises to come back to customers were kept in time.', { n: number(made) }, { n: behind.n })
  return sentence(made === 1 ? 'Of {n} promise to come back to a customer, {late} was late.' : 'Of {n} promises to come back to a customer, {late} were late.', { n: number(made), late: number(late) }, behind)
}

function waited({ wait }) {
  if (!wait.n) return null
  return sentence('Half of the waits for a person were over within {median}, given up or not.', { median: duration(wait.median) }, { median: [wait.n, 'waited', 'Waits for a person'] })
}
