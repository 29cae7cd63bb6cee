/** Why a person was asked, and how an episode ended, in human words. The stored codes are names of rules. */
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'

const reasons = {
  ASKED_FOR_A_PERSON: ['Asked for a person', ''],
  NOTHING_FOUND: ['No article answers this', ''],
  EQUALLY_LIKELY: ['Two articles fit equally', ''],
  ASKED_TWICE: ['Asked the same thing twice', 'warn'],
  UPSET: ['Sounds upset', 'warn'],
  THUMBS_DOWN: ['Marked the answer as not helpful', 'warn'],
  DID_NOT_HELP: ['The answer did not help', 'warn'],
  NEEDS_A_PERSON: ['This topic needs a person', 'info'],
  SIGN_IN: ['Asks about an order, not signed in', ''],
  NOT_IN_THEIR_LANGUAGE: ['No article in their language', ''],
  BOT_FAILED: ['The bot was not available', ''],
  DANGER: ['Possible danger', 'bad'],
  MODEL_DOWN: ['The bot was not available', ''],
  AGENT_GONE: ['The agent lost the connection', 'warn'],
  AGENT_LEFT: ['The agent left', 'warn'],
  SHIFT_OVER: ['The agent’s shift ended', 'info'],
  FOLLOWED_UP: ['Answers what we wrote about their rating', 'warn'],
  MERGED: ['Another conversation goes on here', 'info'],
  TRANSFERRED: ['Transferred', 'info'],
  TAKEN: ['Taken from the bot', ''],
}

/** `{text, tone, icon}`; a rule newer than this page is shown by its name, made readable. */
export function reasonOf(code) {
  if (!code) return { text: t('Asked for a person'), tone: '' }
  const [text, tone] = reasons[code] ?? [code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' '), '']
  return { text: t(text), tone, icon: ['warn', 'bad'].includes(tone) ? icons.warning : '' }
}

const endings = {
  CONFIRMED: 'the customer confirmed that it was solved',
  LEFT: 'the customer left silently',
  GAVE_UP: 'the customer gave up waiting',
  HELPED: 'helped by a person',
}

export const endingOf = code => (endings[code] ? t(endings[code]) : '')

const faces = ['Very bad', 'Bad', 'Okay', 'Good', 'Very good']

/** The label of a mark of 1 to 5, as the customer saw it. */
export const faceOf = csat => t(faces[csat - 1] ?? '')
