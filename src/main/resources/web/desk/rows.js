/** One row of the queue and one of my conversations: dense, two or three lines, the whole row opens it. */
import { html, nothing } from 'lit'
import { icons } from '../shared/icons.js'
import { t, tn } from '../shared/words.js'
import { deadline } from './deadline.js'
import { reasonOf } from './reasons.js'

export const nameOf = customer => customer?.name || t('Visitor')

const languageTag = code => (code ? html`<span class="tag" title=${t('Language')}>${code.toUpperCase()}</span>` : nothing)

/**
 * @param item as in the contract's `waiting`
 * @param how `{index, current, tabbable, taking, onOpen, onTake}`
 */
export function queueRow(item, how) {
  const reason = reasonOf(item.reason)
  return html`<li class="row queued ${how.current ? 'current' : ''} ${how.index === 0 ? 'head' : ''}">
    <button class="open" type="button" data-row=${item.conversation} tabindex=${how.tabbable ? 0 : -1}
        aria-current=${how.current ? 'true' : nothing} @click=${how.onOpen}>
      <span class="line">
        <span class="name">${nameOf(item.customer)}</span>${languageTag(item.language ?? item.customer?.language)}
        ${how.index === 0 ? html`<span class="chip accent">${t('Next')}</span>` : nothing}
        <span class="wait">${icons.clock}<span class="unseen">${t('waiting')}</span><ramah-time mode="wait" at=${item.since}></ramah-time></span>
      </span>
      <span class="words" dir="auto">${item.brief?.request || t('No words yet')}</span>
      <span class="line last"><span class="chip reason ${reason.tone}">${reason.icon} ${reason.text}</span>${deadline(item.deadlines)}
        ${item.team ? html`<span class="hint team">${item.team}</span>` : nothing}</span>
    </button>
    <button class="button take ${how.index === 0 ? 'primary' : ''}" type="button" tabindex=${how.index === 0 || how.current ? 0 : -1}
        ?disabled=${how.taking} @click=${how.onTake}
        aria-label=${t('Take {name}', { name: nameOf(item.customer) })}>${how.taking ? t('Taking…') : t('Take')}</button>
  </li>`
}

export function mineRow(item, how) {
  const words = item.preview ?? (typeof item.last === 'string' ? item.last : null) ?? item.brief?.request ?? ''
  const at = item.at ?? item.since
  const theirs = !item.by || item.by.role === 'customer'
  return html`<li class="row ${how.current ? 'current' : ''} ${item.unread ? 'unread' : ''}">
    <button class="open" type="button" data-row=${item.conversation} tabindex=${how.tabbable ? 0 : -1}
        aria-current=${how.current ? 'true' : nothing} @click=${how.onOpen}>
      <span class="line">
        <span class="name">${nameOf(item.customer)}</span>${languageTag(item.language ?? item.customer?.language)}
        ${item.unread ? html`<span class="count">${item.unread}<span class="unseen">${tn(item.unread, 'unread message', 'unread messages')}</span></span>` : nothing}
        ${item.pendingUntil ? html`<span class="chip info" title=${t('Promised to the customer')}>${icons.clock}<span class="unseen">${t('Until')} </span><ramah-time mode="until" at=${item.pendingUntil}></ramah-time></span>` : nothing}
        ${item.pendingUntil ? nothing : deadline(item.deadlines, item.answered)}
        ${at ? html`<span class="hint when"><ramah-time at=${at}></ramah-time></span>` : nothing}
      </span>
      <span class="words" dir="auto">${theirs ? nothing : html`<span class="hint">${t('You')}: </span>`}${words}</span>
    </button>
  </li>`
}
