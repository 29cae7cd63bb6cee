import { html } from 'lit'
import { number, percent } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { opens } from '../report/behind.js'

/** Loyal in what they do and in what they say: four groups with their counts and shares. */
export function both(told, within) {
  if (!told) {
    return html`<p class="hint">${t('Not shown yet: it takes 100 customers in each of the four groups, all followed for {n} days.', { n: within })}</p>`
  }
  const { promotersWhoBought, promotersWhoDidNot, othersWhoBought, othersWhoDidNot } = told
  const all = promotersWhoBought + promotersWhoDidNot + othersWhoBought + othersWhoDidNot
  const cell = (name, said, group, which, note, count) => {
    const wanted = { what: which, heading: `${said} · ${name}`, query: { question: 'nps', group, which } }
    return html`
      <td data-label=${name}><span><strong class="share">${percent(count / all)}</strong> <span class="hint">${opens(count, wanted)} · ${note}</span></span></td>`
  }
  const would = t('Would recommend us (9 or 10)')
  const others = t('Would not, or might (0 to 8)')
  const bought = t('Bought again within {n} days', { n: within })
  const not = t('Did not')
  return html`
    <table class="folds figures both">
      <caption class="unseen">${t('What they do and what they say')}</caption>
      <thead><tr><th scope="col">${t('What they said')}</th><th scope="col">${bought}</th><th scope="col">${not}</th></tr></thead>
      <tbody>
        <tr><th scope="row">${would}</th>
          ${cell(bought, would, 'promoter', 'within', t('loyal in both'), promotersWhoBought)}${cell(not, would, 'promoter', 'not_within', t('loyal in words'), promotersWhoDidNot)}</tr>
        <tr><th scope="row">${others}</th>
          ${cell(bought, others, 'other', 'within', t('loyal in deeds'), othersWhoBought)}${cell(not, others, 'other', 'not_within', t('loyal in neither'), othersWhoDidNot)}</tr>
      </tbody>
    </table>
    <p class="hint">${t('Shares of all {n} customers who said whether they would recommend us and were followed for {days} days.', { n: number(all), days: within })}</p>`
}
