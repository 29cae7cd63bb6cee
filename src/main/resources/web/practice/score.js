import { html } from 'lit'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'

/** A score with whether it is enough, in words and not by colour alone. */
export const scoreChip = ({ score, passed }) => html`<span class="chip ${passed ? 'good' : 'warn'}">${passed ? icons.check : ''}${
  passed ? t('{n} of 100, passed', { n: score }) : t('{n} of 100', { n: score })}</span>`
