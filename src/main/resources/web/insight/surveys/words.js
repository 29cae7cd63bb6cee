import { t } from '../../shared/words.js'

/** What surveys and their parts are called. */

export const kinds = {
  csat: 'Satisfaction, 1 to 5',
  nps: 'Recommendation (NPS), 0 to 10',
  ces: 'Effort (CES), 1 to 7',
  scale: 'A scale of your own',
  choice: 'One of some',
  text: 'In their words',
  yes_no: 'Yes or no',
}

export const measures = ['csat', 'nps', 'ces']

/** What a question of a kind usually says, so that nobody begins with an empty line. */
export const drafts = {
  csat: { en: 'How satisfied are you with our help?', id: 'Seberapa puas Anda dengan bantuan kami?', ar: 'ما مدى رضاك عن مساعدتنا؟' },
  nps: { en: 'How likely are you to recommend us to a friend?', id: 'Seberapa mungkin Anda merekomendasikan kami kepada teman?', ar: 'ما مدى احتمال أن توصي بنا صديقاً؟' },
  ces: { en: 'We made it easy to solve my problem.', id: 'Kami memudahkan penyelesaian masalah saya.', ar: 'سهّلتم عليّ حل مشكلتي.' },
  scale: { en: 'How well did it fit what you needed?', id: 'Seberapa cocok dengan kebutuhan Anda?', ar: 'ما مدى ملاءمته لما تحتاجه؟' },
  choice: { en: 'What brought you here?', id: 'Apa yang membawa Anda ke sini?', ar: 'ما الذي جاء بك إلينا؟' },
  text: { en: 'Anything to add?', id: 'Ada tambahan?', ar: 'هل تود إضافة شيء؟' },
  yes_no: { en: 'Is your question solved?', id: 'Apakah pertanyaan Anda terjawab?', ar: 'هل حُلّ سؤالك؟' },
}

/** All that is read in a survey, each by language; the ends of a scale may go without words. */
export const textsOf = ({ questions }) => questions.flatMap(({ text, options, scale }) =>
  [text, ...options.map((option) => option.text), ...[scale?.low, scale?.high].filter((end) => end && Object.values(end).some((each) => each?.trim()))])

export const occasions = {
  resolved: 'It was resolved',
  gave_up: 'They gave up waiting',
  left: 'It just ended: nobody wrote any more',
}

const refusals = {
  none_on: 'no survey was on',
  ended_otherwise: 'it ended in another way',
  language: 'another language',
  team: 'another team',
  reason: 'about something else',
  share: 'not in the share',
  goodwill: 'something was given',
  blocked: 'blocked',
  no_address: 'no address',
  again: 'asked this lately',
  nps_lately: 'asked for NPS this quarter',
  cap: 'asked often enough',
  skipped: 'a colleague said no',
  rated: 'rated before',
  went_on: 'wrote again',
  after_chat: 'just had a chat',
  never_came: 'never came back',
  long_ago: 'long ago',
  erased: 'erased',
}

/** Why somebody wasn't asked. */
export const refusal = (name) => t(refusals[name] ?? name)

const skips = { would_hurt: 'it would hurt', asked_not_to: 'they asked not to', no_customer: 'no customer', other: 'another reason' }

/** Why a colleague said no. */
export const skip = (name) => t(skips[name] ?? name)

/** Whenever it is asked, in one line. */
export function when({ on, afterDays, share, channel }) {
  if (!on.length) return t('by hand only')
  const moment = afterDays ? t('{n} days after the end', { n: afterDays }) : t('right after the end')
  return [moment, channel === 'mail' ? t('by mail') : t('in the chat'), share < 100 ? t('{n}% of them', { n: share }) : ''].filter(Boolean).join(' · ')
}
