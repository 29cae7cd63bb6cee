import { html, nothing } from 'lit'
import { get } from '../../shared/api.js'
import { t, tn } from '../../shared/words.js'

/** How far back they count; the server's own default. */
export const DAYS = 90

/** What became of each article's answers, by its key; read anew each time, for every answer changes them. */
export async function readTallies() {
  const rows = await get('/api/bot/articles')
  return new Map(rows.map((row) => [row.article, row]))
}

/** "used 12 times · 3 helpful · 1 not helpful · 2 to a person"; what there was none of is left out. */
export function tallyOf(row) {
  if (!row) return html`<span>${t('not used')}</span>`
  return html`<span>${tn(row.used, 'used {n} time', 'used {n} times')}</span>
    ${row.helpful ? html`<span>${tn(row.helpful, '{n} helpful', '{n} helpful')}</span>` : nothing}
    ${row.notHelpful ? html`<span>${tn(row.notHelpful, '{n} not helpful', '{n} not helpful')}</span>` : nothing}
    ${row.handedOver ? html`<span>${tn(row.handedOver, '{n} to a person after it', '{n} to a person after it')}</span>` : nothing}`
}
