import { tn } from '../../shared/words.js'

const reasons = {
  not_answered: ['{n} not answered', '{n} not answered'],
  did_not_help: ['{n} not helped', '{n} not helped'],
  unsure: ['{n} unsure', '{n} unsure'],
}

/** What became of the questions of a gap, the worst first: `{not_answered: 3}` → "3 not answered". */
export const reasonsOf = (counts) => Object.keys(reasons).filter((key) => counts[key]).map((key) => tn(counts[key], ...reasons[key]))
