/** A conversation of a list, and an entry that a search found: links, so that each opens in a tab of its own as well. */
import { html, nothing } from 'lit'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { deadline } from './deadline.js'
import { isForBrowser, places } from './places.js'
import { nameOf } from './rows.js'

/** Whose turn it is, in a word. */
function stands({ status, turn, holder, pendingUntil, waitingSince }) {
  if (status === 'resolved') return html`<span class="chip">${icons.check}${t('Resolved')}</span>`
  if (pendingUntil) return html`<span class="chip info">${icons.clock}<span class="unseen">${t('Promised by')} </span><ramah-time mode="until" at=${pendingUntil}></ramah-time></span>`
  if (turn === 'queue') return html`<span class="chip warn">${icons.clock}${t('Waiting')} <ramah-time mode="wait" at=${waitingSince ?? ''}></ramah-time></span>`
  if (holder) return html`<span class="chip good">${icons.person}${holder.name}</span>`
  return html`<span class="chip">${icons.bot}${t('Bot')}</span>`
}

const row = (item, entry, how, content) => html`<li class="row ${how.current === item.conversation ? 'current' : ''} ${item.unread ? 'unread' : ''}">
  <a class="open" data-row=${item.conversation} href=${places.at(item.conversation, entry)}
    aria-current=${how.current === item.conversation ? 'true' : nothing}
    @click=${event => isForBrowser(event) || how.open(event, item.conversation, entry)}>${content}</a></li>`

const head = (item, at) => html`<span class="line"><span class="name">${nameOf(item.customer)}</span>
  <span class="tag" title=${t('Language')}>${item.language.toUpperCase()}</span>
  <span class="hint when"><ramah-time at=${at}></ramah-time></span></span>`

/** Who said it, before words that are not the customer's. */
const speaker = (role, name) => (role === 'customer' ? nothing : html`<span class="hint">${role === 'bot' ? t('Bot') : name}: </span>`)

/** @param how `{current, open(event, conversation, entry)}` */
export const listedRow = (item, how) => row(item, undefined, how, html`${head(item, item.at)}
  <span class="words" dir="auto">${item.said ? html`${speaker(item.said.role, item.said.name)}${item.said.text}` : nothing}</span>
  <span class="line last">${stands(item)}${item.pendingUntil ? nothing : deadline(item.deadlines)}${item.reason ? html`<span class="chip">${item.reason}</span>` : nothing}
    ${item.team ? html`<span class="hint team">${item.team}</span>` : nothing}</span>`)

export const hitRow = ({ conversation, seq, at, kind, role, name, passage }, how) => row(conversation, seq, how, html`${head(conversation, at)}
  <span class="words found">${kind === 'noted' ? html`<span class="hint">${icons.note} </span>` : nothing}${speaker(role, name)}${passage.map(piece =>
    piece.hit ? html`<mark>${piece.text}</mark>` : piece.text)}</span>
  <span class="line last">${stands(conversation)}</span>`)
