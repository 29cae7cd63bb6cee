/** How much somebody has in hand: what it weighs, and behind that how many conversations it is. */
import { number } from '../shared/format.js'
import { t, tn } from '../shared/words.js'
import { line } from './line.js'

/** As short as it goes: what it weighs in ordinary conversations. */
export const load = person => number(person.load ?? person.open)

/** In words. */
export const workload = person => t('Workload {load} of {most}', { load: load(person), most: line.board.capacity ?? '–' })
  + ', ' + tn(person.open, '{n} conversation', '{n} conversations')
