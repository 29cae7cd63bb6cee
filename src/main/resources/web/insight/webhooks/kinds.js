import { t } from '../../shared/words.js'

const names = {
  said: 'Somebody said something',
  escalated: 'A person was asked for',
  assigned: 'An agent took it',
  transferred: 'Handed to a colleague or a team',
  declined: 'Declined by the colleague it was handed to',
  requeued: 'Back in the queue',
  noted: 'A private note',
  pended: 'Promised to come back',
  returned: 'Came back from waiting',
  tagged: 'The contact reason was set',
  attached: 'A picture or document was sent',
  gave: 'A goodwill gesture was given',
  followed: 'A manager answered a rating',
  blocked: 'The visitor was blocked',
  reconsidered: 'Rated again, after an answer to the rating',
  thumbed: 'A thumb on an answer',
  contact: 'An address was left',
  mailed: 'Written to by mail',
  resolved: 'Resolved',
  reopened: 'Opened again',
  merged: 'Goes on in another conversation',
  absorbed: 'Another conversation goes on here',
  rated: 'Rated',
  digest: 'A digest went out',
}

/** What a kind of entry means; one that is newer than this page is shown by its name. */
export const kindName = (kind) => (names[kind] ? t(names[kind]) : kind)
