import { html, nothing } from 'lit'
import { faceOf } from '../../desk/reasons.js'
import { icons } from '../../shared/icons.js'
import { t } from '../../shared/words.js'
import { causeName } from '../common/names.js'

/** What a follow-up is called, the same in the list and on its sheet. */

export const customerName = (followUp) => followUp.customer || t('Visitor')

export const names = (people) => people.map((each) => each.name).join(', ')

/** How satisfied they were, or where something else was asked what they said to that. */
function markOf({ csat, nps, effort }) {
  if (csat != null) return `${csat} · ${faceOf(csat)}`
  return nps != null ? t('NPS {n} of 10', { n: nps }) : t('Was it easy? {n} of 7', { n: effort })
}

/** The mark, what it was about, and where it stands. */
export function chips(followUp) {
  return html`
    <span class="chip ${followUp.csat > 2 ? 'warn' : 'bad'}">${markOf(followUp)}</span>
    ${followUp.cause ? html`<span class="chip">${causeName(followUp.cause)}</span>` : nothing}
    ${later(followUp)}`
}

/** The good mark that came later, or what they said when they were answered. */
function later({ wonBack, again }) {
  if (wonBack) return html`<span class="chip good">${icons.heart}${t('now {n}', { n: wonBack.csat })}</span>`
  return again ? html`<span class="chip">${t('now {n}', { n: again })}</span>` : nothing
}

/** By when, or since when it is done. */
export function standing(followUp) {
  if (followUp.state === 'open') {
    return followUp.late
      ? html`<span class="chip bad">${icons.warning}${followUp.escalated ? t('late, handed on') : t('late')}</span> ${t('due')} <ramah-time at=${followUp.due}></ramah-time>`
      : html`${icons.clock} ${t('due')} <ramah-time mode="until" at=${followUp.due}></ramah-time>`
  }
  if (followUp.state === 'answered') return html`${icons.check} ${t('answered by {name}', { name: followUp.answeredBy?.name ?? '' })}, <ramah-time at=${followUp.answeredAt}></ramah-time>`
  if (followUp.state === 'closed') return html`${icons.close} ${t('closed without an answer')}, <ramah-time at=${followUp.closedAt}></ramah-time>`
  return t('erased at the customer’s wish')
}
