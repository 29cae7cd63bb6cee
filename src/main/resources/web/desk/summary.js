/**
 * What a chat model made of a conversation, shown in its brief. All of it is guessed and says where it is from; the
 * customer's own words stay beside it.
 */
import { html } from 'lit'
import { t } from '../shared/words.js'
import './summary-words-id.js'

/** The brief with the facts that the model found as well; what was known already is not told twice. */
export function improved(brief, summary) {
  if (!brief || !summary) return brief
  const known = new Set((brief.facts ?? []).map(({ value }) => value.toLowerCase()))
  const more = summary.facts.filter(({ value }) => !known.has(value.toLowerCase()))
  return { ...brief, facts: [...(brief.facts ?? []), ...more] }
}

/** One sentence or two, each with the way to the words it is from. */
export const gist = (summary, jump) => html`<div class="summary" role="status"><h3>${t('In short')}
  <span class="chip warn" title=${t('Written by a chat model from what was said; ask if it matters')}>${t('guessed')}</span></h3>
  <p>${summary.gist.map(point => html`${point.text} ${places(point, jump)} `)}</p></div>`

export const points = (all, jump) => html`<ul>${all.map(point => html`<li><span>${point.text} ${places(point, jump)}</span>
  <span class="chip warn" title=${t('Written by a chat model from what was said; ask if it matters')}>${t('guessed')}</span></li>`)}</ul>`

const places = ({ entries }, jump) => entries.slice(0, 3).map(seq => html`<button class="jump where" type="button"
  title=${t('Show where this was said')} aria-label=${t('Show where this was said')} @click=${() => jump(seq)}>${seq}</button> `)
