import { html, nothing } from 'lit'
import { capital, number } from '../../shared/format.js'
import { t } from '../../shared/words.js'
import { causeName as nameOfCause, causes } from '../common/names.js'

/** What a theme is called, the same in the list, on its sheet and where one is chosen. */
export const heading = (theme) => (theme.name ? capital(theme.name) : t('Theme {n}', { n: theme.number }))

/** What customers may read it called; null while its own words are all there is, for those are no name to them. */
export const toldName = (theme) => (theme.name && (theme.named || theme.titled) ? theme.name : null)

/** Beside a draft, where there is no such name. */
export const namelessHint = (theme) => (toldName(theme) ? nothing : html`<p class="hint">${t('Nobody has named this theme yet: say here what it is about.')}</p>`)

/** What low marks were for, in the order in which customers are asked. */
export const CAUSES = [...Object.keys(causes), 'unsaid']

export const causeName = (cause) => (cause === 'unsaid' ? t('not said') : nameOfCause(cause))

/** The mean mark, with how many gave one. */
export function markOf({ mean, rated }) {
  if (mean === undefined) return nothing
  const tone = mean >= 3.5 ? 'good' : mean > 2 ? 'warn' : 'bad'
  return html`<span class="chip ${tone}">${t('{mark} of 5', { mark: number(Math.round(mean * 10) / 10) })}</span><span class="unseen">${t('mean of {n}', { n: rated })}</span>`
}

/** A rise in a sentence: what there was, and what the days before make one expect. */
export const risen = ({ n, expected }) => t('{n} in the last 24 hours, where about {expected} would be usual: more than chance.', { n: number(n), expected: number(Math.round(expected * 10) / 10) })

/** The same of one that was seen by nobody while it rose. */
export const rose = ({ n, expected }) => t('{n} in a day, where about {expected} would be usual: more than chance.', { n: number(n), expected: number(Math.round(expected * 10) / 10) })
