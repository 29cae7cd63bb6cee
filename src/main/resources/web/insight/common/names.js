import { reasonOf } from '../../desk/reasons.js'
import { capital, languageName } from '../../shared/format.js'
import { t } from '../../shared/words.js'

/** Words for the keys that reports are split by. Reasons and faces are called as on the desk. */

/** Rules of the bot that end without a hand-over. */
const answers = {
  ANSWERED: 'An article answers it',
  CHOSEN: 'A suggestion was tapped',
  UNSURE: 'Likely, but not sure enough',
  GREETED: 'A greeting',
  THANKED: 'Thanks',
  SAID_GOODBYE: 'A goodbye',
}

const handlers = { bot: 'Bot alone', person: 'Person' }

/** The rule behind what the bot would do. */
export function ruleName(rule) {
  return answers[rule] ? t(answers[rule]) : reasonOf(rule).text
}

const goodwill = { given: 'Something was given', none: 'Nothing was given' }

const openings = { inside: 'Inside opening hours', outside: 'Outside opening hours' }

/** What a low mark was for. */
export const causes = { answer: 'the answer', wait: 'the wait', rule: 'our rules', person: 'the person', product: 'the product' }

/** The same where it stands by itself. */
export const causeName = (cause) => capital(t(causes[cause] ?? cause))

const shapes = {
  language: languageName,
  handler: (key) => t(handlers[key] ?? key),
  reason: (key) => reasonOf(key).text,
  goodwill: (key) => t(goodwill[key] ?? key),
  opening: (key) => t(openings[key] ?? key),
  cause: causeName,
  topic: capital,
  team: capital,
}

/** The name of a row of the satisfaction report. A row without a key has no team, topic, … */
export function keyName(by, key) {
  if (key === null || key === undefined || key === '') return t('None')
  return (shapes[by] ?? String)(key)
}

const parts = { alone: '{name}, alone', took_part: '{name}, took part' }

/** The same, of a table in which people have two rows each. */
export function rowName(by, { key, part }) {
  return part ? t(parts[part], { name: keyName(by, key) }) : keyName(by, key)
}
