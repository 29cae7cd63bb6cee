/**
 * Macros in a conversation: what each would do there, and doing it. A run that was started keeps its id until the
 * server has answered, so that an answer that was lost and asked for again is still one run.
 */
import { get, post } from '../shared/api.js'
import { clientId } from '../shared/client-id.js'
import { t } from '../shared/words.js'
import { line } from './line.js'

/** By conversation and macro: the id of a run that nobody has answered yet. */
const open = new Map()
const going = new Set()

/** What the agent may run here, with what it would say. */
export async function macrosOf(conversation, options) {
  const { macros } = await get(`/api/conversations/${encodeURIComponent(conversation)}/macros`, options)
  return macros
}

/** Runs one; answers `{text, tone}` to be told, or null where a run is on its way already. */
export async function run(conversation, macro) {
  const which = `${conversation} ${macro.id}`
  if (going.has(which)) return null
  const id = open.get(which) ?? clientId()
  open.set(which, id)
  going.add(which)
  try {
    const path = `/api/conversations/${encodeURIComponent(conversation)}/macros/${encodeURIComponent(macro.id)}`
    const { done } = await post(path, { clientId: id, after: line.threads.get(conversation)?.last ?? 0 })
    open.delete(which)
    return done ? { text: t('{macro}: done.', { macro: macro.title }), tone: 'good' } : { text: t('{macro} was done already.', { macro: macro.title }), tone: '' }
  } catch (problem) {
    // Without an answer it may have been done: the next try asks for the same run.
    if (problem.status && problem.status < 500) open.delete(which)
    return { text: problem.detail ?? problem.title ?? t('The server could not do this.'), tone: 'bad' }
  } finally {
    going.delete(which)
  }
}

/** The one that this digit starts; of two the first one, which is the more personal. */
export async function macroOn(key, conversation) {
  return (await macrosOf(conversation)).find(macro => macro.key === key) ?? null
}
