/**
 * How each kind of entry is shown to staff: words as bubbles (the customer's at one side, ours at the
 * other, notes apart and labelled), everything else as a line in the middle.
 */
import { html, nothing } from 'lit'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { amountOf, money } from './gift.js'
import { unblock } from './block.js'
import { harshWords } from './harsh.js'
import { line } from './line.js'
import { endingOf, faceOf, reasonOf } from './reasons.js'
import './file.js'
import { wordsIn } from './words-in.js'

const WORDS = ['said', 'noted', 'attached', 'followed']

/** Minutes within which words of the same author stand under one name. */
const TOGETHER = 5

export const isWords = entry => WORDS.includes(entry.kind)

/** True when the entry needs no name of its own above it. */
export function continues(entry, before) {
  return Boolean(before) && isWords(before) && before.kind === entry.kind && before.by.role === entry.by.role
    && before.by.name === entry.by.name && new Date(entry.at) - new Date(before.at) < TOGETHER * 60_000
}

const articleLink = (citation, language) => html`
  <a class="citation" href=${`/articles#${encodeURIComponent(citation.article)}/${language ?? 'en'}`} target="_blank"
    >${icons.article}${citation.title}</a>`

function author(entry, how) {
  if (entry.kind === 'noted') return html`${icons.note}<b>${t('Private note')}</b><span>${how.mine ? t('You') : entry.by.name}</span>`
  if (entry.kind === 'followed') return html`${icons.heart}<b>${how.mine ? t('You') : entry.by.name}</b><span>${entry.fixed ? t('tells everybody who complained that it is fixed') : t('about the rating')}</span>`
  if (entry.by.role === 'bot') return html`${icons.bot}<b>${t('Bot')}</b>`
  return html`<b>${how.mine ? t('You') : entry.by.name || t('Visitor')}</b>`
}

/**
 * Words.
 * @param how `{mine, joined, thumb, state, language, conversation}`: mine by me; joined to the one above; thumb the verdict
 *   on this answer or undefined; state what is under my own newest word
 */
export function wordsEntry(entry, how) {
  const side = entry.kind === 'noted' ? 'note' : entry.by.role
  return html`<li class="words ${side} ${how.joined ? 'joined' : ''}" id=${how.id ?? nothing} tabindex="-1">
    ${how.joined ? nothing : html`<div class="by">${author(entry, how)}<ramah-time at=${entry.at}></ramah-time></div>`}
    ${entry.kind === 'attached' && !entry.erased ? html`<ramah-file .entry=${entry} .conversation=${how.conversation}></ramah-file>`
      : html`<div class="bubble" dir="auto">${entry.erased ? html`<em>${t('Erased at the customer’s wish')}</em>` : side === 'customer' ? harshWords(entry, line.current) : wordsIn(entry.text ?? '')}</div>`}
    ${entry.citations?.length ? html`<div class="under">${entry.citations.map(citation => articleLink(citation, how.language))}
      ${how.thumb === undefined ? nothing : html`<span class="chip ${how.thumb ? 'good' : 'bad'}">${how.thumb ? t('Marked helpful') : t('Marked not helpful')}</span>`}</div>` : nothing}
    ${entry.choices?.length ? html`<div class="under"><span class="hint">${t('Asked back:')}</span>
      ${entry.choices.map(choice => html`<span class="chip">${choice.title}</span>`)}</div>` : nothing}
    ${how.state ? html`<div class="under hint">${how.state}</div>` : nothing}
  </li>`
}

/** Words on their way: sending, or failed with a way on. `on` is `{again, discard}`. */
export function pendingEntry(item, { connected, on }) {
  const failed = item.state === 'failed'
  const why = item.error === 'NO_ANSWER' ? t('The server did not answer.') : item.error
  return html`<li class="words ${item.frame.type === 'note' ? 'note' : 'agent'} pending ${failed ? 'failed' : ''}">
    ${item.frame.type === 'note' ? html`<div class="by">${icons.note}<b>${t('Private note')}</b></div>` : nothing}
    <div class="bubble" dir="auto">${wordsIn(item.frame.text)}</div>
    <div class="under">${failed
      ? html`<span class="error" role="alert">${icons.warning} ${t('Not sent.')} ${why}</span>
          <button class="button" type="button" @click=${on.again}>${t('Try again')}</button>
          <button class="button quiet" type="button" @click=${on.discard}>${t('Discard')}</button>`
      : html`<span class="hint">${connected ? t('Sending…') : t('Waits for the connection')}</span>`}</div>
  </li>`
}

const lines = {
  escalated: entry => [icons.person, html`${t('A person was asked for')} · ${reasonOf(entry.reason).text}`],
  assigned: (entry, { mine }) => [icons.check, mine ? t('You took the conversation') : t('{name} took the conversation', { name: entry.by.name })],
  requeued: entry => [icons.clock, html`${t('Back in the queue')} · ${reasonOf(entry.reason).text}`],
  transferred: (entry, { mine }) => [icons.transfer, html`${mine ? t('You transferred this to {to}', { to: toWhom(entry) })
    : t('{name} transferred this to {to}', { name: entry.by.name, to: toWhom(entry) })}${entry.reason ? html`: <q>${entry.reason}</q>` : nothing}`],
  declined: ({ to }) => [icons.transfer, to.agent === line.board.agent?.id ? t('You declined this; it waits for anybody now') : t('{name} declined this; it waits for anybody now', { name: to.name })],
  gave: (entry, { mine }) => [icons.gift, html`${mine ? t('You gave') : t('{name} gave', { name: entry.by.name })} <b>${entry.name}</b> ${amountOf(entry)}${entry.code ? html` <span class="chip">${entry.code}</span>` : nothing}
    · ${t('costs {amount}', { amount: money(entry.cost, entry.currency) })}${entry.reason ? html`: <q>${entry.reason}</q>` : nothing}`],
  pended: entry => [icons.clock, html`${t('Waits for somebody else until')} <b><ramah-time mode="until" at=${entry.until}></ramah-time></b>${entry.reason ? html`: <q>${entry.reason}</q>` : nothing}`],
  returned: entry => [entry.late ? icons.warning : icons.clock, entry.late ? t('The promised time has come, and nobody had come back')
    : { CUSTOMER: t('The customer wrote; it waits no more') }[entry.reason] ?? t('It waits no more')],
  tagged: entry => [icons.info, html`${t('About:')} <b>${entry.reason}</b>`],
  blocked: entry => [icons.warning, html`${t('Blocked until')} <b><ramah-time mode="until" at=${entry.until}></ramah-time></b>: <q>${entry.text}</q>${new Date(entry.until) > new Date() ? html` <button class="button quiet" type="button" @click=${() => unblock(line.current)}>${t('Let them write again')}</button>` : nothing}`],
  contact: entry => [icons.chat, html`${t('Left an address:')} <b>${entry.text}</b>`],
  mailed: entry => [entry.problem ? icons.warning : icons.send, mailed(entry)],
  resolved: entry => [icons.check, html`${t('Resolved')}${entry.ending ? html` · ${endingOf(entry.ending)}` : nothing}`],
  reopened: () => [icons.history, t('The customer came back')],
  merged: (entry, { mine }) => [icons.merge, html`${mine ? t('You merged this into another conversation.') : t('{name} merged this into another conversation.', { name: entry.by.name })} <a href="#${entry.into}">${t('It goes on there')}</a>`],
  absorbed: (entry, { mine }) => [icons.merge, html`${mine ? t('You merged another conversation into this one.') : t('{name} merged another conversation into this one.', { name: entry.by.name })} <a href="#${entry.from}">${t('What was said there')}</a>`],
  rated: entry => [icons.chat, rating(entry)],
  reconsidered: entry => [icons.heart, html`<b>${t('Rated again: {n} of 5', { n: entry.csat })}</b> · ${faceOf(entry.csat)}${entry.comment ? html`<q class="comment">${entry.comment}</q>` : nothing}`],
  thumbed: () => null,
}

function mailed({ text, what, problem }) {
  if (problem) return html`${t('Could not be mailed to {address}', { address: text })}: <q>${problem}</q>`
  if (what === 'SURVEY') return t('A survey was mailed to {address}', { address: text })
  return what === 'TRANSCRIPT' ? t('The transcript was mailed to {address}', { address: text }) : t('Mailed to {address}: they were not here to read it', { address: text })
}

const toWhom = entry => entry.to?.name ?? entry.to?.team ?? t('the queue')

function rating(entry) {
  if (![entry.csat, entry.nps, entry.effort, entry.repeated, entry.cause, entry.comment].some((it) => it != null)) return t(entry.tell ? 'Wants to hear when it is fixed' : 'Does not want to hear when it is fixed any more')
  return html`${entry.csat ? html`<b>${t('Rated {n} of 5', { n: entry.csat })}</b> · ${faceOf(entry.csat)}` : t('Rated')}
    ${entry.nps === undefined || entry.nps === null ? nothing : html` · NPS ${entry.nps}`}
    ${entry.repeated ? html` · ${t('had to repeat things')}` : nothing}
    ${entry.comment ? html`<q class="comment">${entry.comment}</q>` : nothing}`
}

/** Everything that is not words: one line in the middle. An unknown kind is named, not hidden. */
export function lineEntry(entry, how) {
  const shown = lines[entry.kind] ? lines[entry.kind](entry, how) : [icons.info, entry.kind]
  if (!shown) return nothing
  return html`<li class="line ${entry.kind}" id=${how.id ?? nothing} tabindex="-1">${shown[0]}<span>${shown[1]}</span>
    <ramah-time at=${entry.at}></ramah-time></li>`
}
