/**
 * What in a conversation hurts whoever reads it, as the server found it: parts of the customer's words that are folded
 * away until they are opened, and whether the agent is asked if it was abusive.
 */
import { html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import './harsh-words-id.js'
import { line } from './line.js'
import { wordsIn } from './words-in.js'

/** What is known of each conversation: `{upTo, suggested, confirmed}`. */
const known = new Map()
const opened = new Set()
const waved = new Set()

const changed = () => line.dispatchEvent(new Event('change'))
const path = conversation => `/api/conversations/${encodeURIComponent(conversation)}/harsh`

/** Asks the server again when the customer said something since. */
async function look(thread) {
  const upTo = thread.entries.findLast(entry => entry.by?.role === 'customer' && entry.kind === 'said')?.seq ?? 0
  const before = known.get(thread.conversation)
  if (before?.upTo >= upTo || upTo === 0) return
  known.set(thread.conversation, { ...before, upTo })
  try {
    known.set(thread.conversation, { upTo, ...(await get(path(thread.conversation))) })
    changed()
  } catch {
    // Nobody is asked this time; with the next words they may be.
  }
}

/** A customer's words, those that hurt behind a button each: the entry says which. */
export function harshWords(entry, conversation) {
  const spans = entry.folds ?? []
  const key = `${conversation}/${entry.seq}/${entry.at}`
  if (spans.length === 0 || opened.has(key)) return wordsIn(entry.text ?? '')
  const parts = []
  let from = 0
  for (const span of spans) {
    parts.push(wordsIn(entry.text.slice(from, span.from)), html`<button class="folded" type="button" title=${t('Folded away; opens the words')}
      aria-label=${t('Folded away; opens the words')} @click=${() => open(key)}>•••</button>`)
    from = span.to
  }
  parts.push(wordsIn(entry.text.slice(from)))
  return parts
}

/** The same words where they are told once more, as in the brief. */
export function harshQuote(text, conversation) {
  const said = line.thread()?.entries.find(entry => entry.kind === 'said' && entry.by.role === 'customer' && entry.text === text)
  return said ? harshWords(said, conversation) : text
}

function open(key) {
  opened.add(key)
  changed()
}

/** Asks whoever holds it, once: what they confirm gives them an easier one or a pause. */
export function harshQuestion(thread) {
  look(thread)
  const { conversation, status } = thread
  const of = known.get(conversation)
  if (of?.suggested && of.confirmed && status === 'open' && line.board.holds(conversation)) {
    return html`<div class="harsh">${icons.warning}<span>${t('Confirmed as abusive.')}</span>
      <button class="button" type="button" @click=${event => event.target.dispatchEvent(new CustomEvent('block', { bubbles: true, composed: true }))}>${t('Block this visitor…')}</button></div>`
  }
  if (!of?.suggested || of.confirmed || waved.has(conversation) || status !== 'open' || !line.board.holds(conversation)) return nothing
  return html`<div class="harsh" role="status">${icons.warning}<span>${t('Was this abusive? If so, the next one is easier, or you get a pause, as your team has it.')}</span>
    <button class="button" type="button" @click=${() => confirm(conversation)}>${t('Yes, it was')}</button>
    <button class="button quiet" type="button" @click=${() => wave(conversation)}>${t('No')}</button></div>`
}

async function confirm(conversation) {
  try {
    await post(path(conversation))
    known.set(conversation, { ...known.get(conversation), confirmed: true })
  } catch (problem) {
    line.dispatchEvent(new CustomEvent('notice', { detail: { text: problem.message, tone: 'bad' } }))
  }
  changed()
}

function wave(conversation) {
  waved.add(conversation)
  changed()
}
