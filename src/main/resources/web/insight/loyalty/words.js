import { t } from '../../shared/words.js'

/** What questions and their groups are called; the keys are those of the report. */
const questions = {
  satisfaction: { heading: 'By satisfaction', column: 'Mark', groups: { low: 'Unhappy (1 or 2)', middle: 'In between (3)', high: 'Happy (4 or 5)', unrated: 'Gave no mark' } },
  solved: { heading: 'By who solved it', column: 'How it ended', groups: { bot: 'Solved by the bot', person: 'Solved by a person', left: 'Left or gave up' } },
  wait: { heading: 'By how long they waited', column: 'Wait for a person', groups: { short: 'Waited shortly', long: 'Waited long', none: 'Asked for nobody' } },
  repeated: { heading: 'By whether they had to repeat themselves', column: 'With a person', groups: { no: 'Said it once', yes: 'Had to repeat' } },
  goodwill: { heading: 'By goodwill', column: 'With a person', groups: { none: 'Nothing was given', given: 'Something was given' } },
  nps: { heading: 'By whether they would recommend us', column: 'NPS', groups: { promoter: 'Would (9 or 10)', other: 'Would not, or might (0 to 8)' } },
  theme: { heading: 'By what they complained about', column: 'Theme', groups: { none: 'Nothing that is a theme', other: 'Another theme' } },
}

export const headingOf = (question) => t(questions[question]?.heading ?? question)

export const columnOf = (question) => t(questions[question]?.column ?? question)

/** @param themes what themes are called, by their numbers: these are groups as well */
export const groupOf = (question, key, themes) => {
  const known = questions[question]?.groups[key]
  return known ? t(known) : themes[key] || t('Theme {n}', { n: key })
}
