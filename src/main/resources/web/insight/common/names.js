import { languageName } from '../../shared/format.js'
import { t } from '../../shared/words.js'

/** Words for the keys that reports are split by. */

const reasons = {
  ASKED_FOR_A_PERSON: 'Asked for a person',
  NOTHING_FOUND: 'No article found',
  EQUALLY_LIKELY: 'Two articles equally likely',
  ASKED_TWICE: 'Asked the same twice',
  UPSET: 'Upset',
  THUMBS_DOWN: 'Thumbs down',
  DID_NOT_HELP: 'The answer did not help',
  NEEDS_A_PERSON: 'A topic that needs a person',
  DANGER: 'Danger',
  MODEL_DOWN: 'The chat model was away',
}

const handlers = { bot: 'Bot alone', person: 'Person' }

/** Rules of the bot that end without a hand-over. */
const answers = {
  ANSWERED: 'An article answers it',
  GREETING: 'A greeting',
  MANNERS: 'Greeting, thanks or goodbye',
}

/** A rule the server learned later shows as its own name in ordinary letters. */
export function reasonName(key) {
  if (!key) return t('No hand-over')
  return t(reasons[key] ?? answers[key] ?? capital(key.toLowerCase().replaceAll('_', ' ')))
}

/** The rule behind what the bot would do; answering needs none. */
export function ruleName(key) {
  return key ? reasonName(key) : t('None was needed')
}

const shapes = {
  language: languageName,
  handler: (key) => t(handlers[key] ?? key),
  reason: reasonName,
  topic: capital,
  team: capital,
}

/** The name of a row of the satisfaction report. A row without a key has no team, topic, … */
export function keyName(by, key) {
  if (key === null || key === undefined || key === '') return t('None')
  return (shapes[by] ?? String)(key)
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
