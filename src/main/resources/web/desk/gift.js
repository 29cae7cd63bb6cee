/** What a gift is called and what it is worth, in the language of the page. */
import { language, t } from '../shared/words.js'

const locale = { en: 'en-GB', id: 'id-ID' }[language]

const kinds = { voucher: 'Voucher', free_shipping: 'Free shipping', points: 'Points', refund: 'Refund' }

export const kindOf = kind => (kinds[kind] ? t(kinds[kind]) : kind)

export function money(amount, currency) {
  const idle = Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {}
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...idle }).format(amount)
}

/** "Rp 25.000", "250 points", or nothing for what has no amount. */
export function amountOf({ kind, gesture = kind, amount, currency }) {
  if (amount === undefined || amount === null) return ''
  return gesture === 'points' ? t('{n} points', { n: new Intl.NumberFormat(locale).format(amount) }) : money(amount, currency)
}
