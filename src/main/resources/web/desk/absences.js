/** Why somebody is away: what is chosen, and what is shown. */
import { t } from '../shared/words.js'

export const absences = [['lunch', 'Lunch'], ['break', 'Break'], ['training', 'Training'], ['meeting', 'Meeting'], ['other', 'Something else']]

const shown = { ...Object.fromEntries(absences), shift_over: 'Shift over' }

/** In words; empty where nobody said why. */
export const absenceOf = why => (shown[why] ? t(shown[why]) : '')
