import { html, nothing } from 'lit'
import { t } from '../../shared/words.js'
import { difference } from './wilson.js'

/**
 * What a figure was in the time before, and whether the change is more than chance. Nothing where there was none.
 * @param now `{value, low, high}`, as is `earlier`; the ends are null where it rests on too few
 * @param text how such a figure is written
 */
export function before(now, earlier, text) {
  if (now?.value == null || earlier?.value == null) return nothing
  const value = text(earlier.value)
  const change = difference(now, earlier)
  if (!change) return html`<span class="before">${t('{value} before; too few to compare', { value })}</span>`
  if (change.certain) return html`<strong class="before">${t(change.points > 0 ? '▲ {value} before; more than chance' : '▼ {value} before; more than chance', { value })}</strong>`
  return html`<span class="before">${text(now.value) === value ? t('{value} before too', { value }) : t('{value} before; may be chance', { value })}</span>`
}

/** "71% to 84%": where a figure lies with 95% certainty; nothing of nothing. */
export function reach(figure, text) {
  return figure?.low == null ? nothing : t('{low} to {high}', { low: text(figure.low), high: text(figure.high) })
}

/** A score is from -100 to 100 and not a share: its sign is said. */
export const signed = (score) => `${score > 0 ? '+' : score < 0 ? '−' : ''}${Math.abs(Math.round(score))}`
