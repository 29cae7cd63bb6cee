import { LitElement, css, html, nothing } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { number, percent } from '../../shared/format.js'
import { t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import './expected-words-id.js'
import { asQuery } from './range.js'
import { reportStyle } from './report-style.js'

const EXPECTATION = '/api/reports/expectation'

/** What speaks for or against, as a name and as part of a sentence. */
const traits = {
  waited: 'a long wait', late: 'a first word later than its target', asked_again: 'asked for what they had told',
  again: 'had written within the week before', upset: 'sounded upset',
  rose: 'calm at first, upset at last', settled: 'upset, but calm at last', thumbs_down: 'a thumb down on an answer',
  thumbs_up: 'a thumb up on an answer', met_a_person: 'a person was there', handed_on: 'handed on to another person',
  confirmed: 'said that it was solved', left: 'ended in silence', gave_up: 'gave up waiting', took: 'it took long',
  promise_broken: 'a promise that was not kept',
}

export const traitName = (trait) => t(traits[trait] ?? trait)

/** What is expected of one conversation, in words: never a mark, for nobody gave one. */
export function expectedOf({ unhappy, because, against }) {
  const parts = { share: percent(unhappy), because: because.map(traitName).join(', '), against: against.map(traitName).join(', ') }
  if (because.length && against.length) return t('expected unhappy: {share} ({because}; but: {against})', parts)
  if (because.length) return t('expected unhappy: {share} ({because})', parts)
  if (against.length) return t('expected unhappy: {share} (what speaks against it: {against})', parts)
  return t('expected unhappy: {share}', parts)
}

/** `<ramah-expected>`: what those who gave no mark probably thought, and how good that guess is. */
class ExpectedMarks extends LitElement {
  static properties = { range: { attribute: false }, stamp: { type: Number } }

  static styles = [base, sheet, reportStyle, css`
    p { max-width: 80ch; }
    .spread + div > p, p + p { margin-top: var(--r-2); }
    table { max-width: 40rem; }
    thead th { white-space: normal; }
    .by { display: inline-block; min-width: 4ch; font-weight: 700; }
  `]

  constructor() {
    super()
    this.stamp = 0
    this.expectation = new Load(this, (range, signal) => get(withQuery(EXPECTATION, asQuery(range)), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('range')) this.expectation.clear()
    if (changed.has('range') || changed.has('stamp')) this.expectation.run(this.range)
  }

  render() {
    return html`
      <h2>${t('What those who said nothing probably thought')}</h2>
      <div aria-busy=${this.expectation.busy}>${this.expectation.show((told) => this.#told(told), { lines: 3 })}</div>`
  }

  #told(told) {
    if (!told.shown) return empty(t('Nothing is expected of anybody yet.'), this.#why(told))
    const { quality } = told
    return html`
      <p><strong>${told.unhappy === null
        ? t('Nothing ended in these days.')
        : t('Of {n} conversations that ended, {share} are expected to have left somebody unhappy (a 1 or 2).', { n: number(told.episodes), share: percent(told.unhappy) })}</strong>
        ${told.unhappyUnrated === null ? nothing : t('Of those who gave no mark it is {share}.', { share: percent(told.unhappyUnrated) })}</p>
      <p class="hint">${t('It was learned from {n} marks. On the newest {held}, which it had not seen, it expected the unhappier of two rightly in {auroc} of 100 pairs ({low} to {high}; chance is 50), and its error was {gain} lower than that of expecting the usual share of everybody ({gainLow} to {gainHigh}).', {
        n: number(told.ratings - quality.ratings), held: number(quality.ratings),
        auroc: Math.round(100 * quality.auroc), low: Math.round(100 * quality.aurocLow), high: Math.round(100 * quality.aurocHigh),
        gain: percent(quality.gain / quality.brierOfBase), gainLow: percent(quality.gainLow / quality.brierOfBase), gainHigh: percent(quality.gainHigh / quality.brierOfBase),
      })} ${t('It is a guess and no rating: it counts in no other figure, is not made of people, and changes nobody’s turn.')}</p>
      <details>
        <summary>${t('What speaks for and against')}</summary>
        <table class="figures">
          <caption class="unseen">${t('What speaks for and against')}</caption>
          <thead><tr><th scope="col">${t('In the conversation')}</th><th scope="col" class="number">${t('Odds of being unhappy')}</th></tr></thead>
          <tbody>${told.leans.map(({ trait, odds }) => html`
            <tr><th scope="row">${traitName(trait)}</th><td class="number">× ${odds.toFixed(2)}</td></tr>`)}</tbody>
        </table>
        <p class="hint">${t('Each for one usual step (a standard deviation), all else alike. It is correlation.')}</p>
      </details>`
  }

  #why({ ratings, unhappyRatings, fewestRatings, fewestUnhappy, quality, learnedAt }) {
    if (learnedAt === null) return t('Marks are looked at once a day, for the first time soon after the start.')
    if (quality === null) {
      return tn(ratings, 'It takes {fewest} marks and {fewestUnhappy} low ones among them; there is {n}, with {unhappy} low.', 'It takes {fewest} marks and {fewestUnhappy} low ones among them; there are {n}, with {unhappy} low.', {
        fewest: number(fewestRatings), fewestUnhappy: number(fewestUnhappy), unhappy: number(unhappyRatings) })
    }
    return t('On the newest {held} marks what was learned from the others was no better than expecting the usual share of everybody: the unhappier of two rightly in {auroc} of 100 pairs ({low} to {high}; chance is 50).', {
      held: number(quality.ratings), auroc: Math.round(100 * quality.auroc), low: Math.round(100 * quality.aurocLow), high: Math.round(100 * quality.aurocHigh) })
  }
}

customElements.define('ramah-expected', ExpectedMarks)
