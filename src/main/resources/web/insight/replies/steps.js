import { t, tn } from '../../shared/words.js'

/** What a macro can do; `ends` comes last, and only one of them. */
export const kinds = [
  { kind: 'say', name: 'Say a canned reply' },
  { kind: 'note', name: 'Leave a private note' },
  { kind: 'tag', name: 'Say what it was about' },
  { kind: 'pending', name: 'Wait for somebody else', ends: true },
  { kind: 'transfer', name: 'Hand on to a team', ends: true },
  { kind: 'resolve', name: 'Resolve', ends: true },
]

export const ends = (step) => kinds.some(({ kind, ends }) => kind === step.kind && ends)

/** A step in a few words. */
export function inWords(step, replies) {
  const { kind, text, hours, team } = step
  if (kind === 'say') return t('say {reply}', { reply: '/' + (replies.find(({ id }) => id === step.reply)?.shortcut ?? '?') })
  if (kind === 'note') return t('note: {text}', { text })
  if (kind === 'tag') return t('about: {text}', { text })
  if (kind === 'pending') return tn(hours, 'wait {n} hour for {text}', 'wait {n} hours for {text}', { text })
  if (kind === 'transfer') return t('hand on to {team}', { team })
  return t('resolve')
}
