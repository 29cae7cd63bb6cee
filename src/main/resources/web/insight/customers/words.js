import { endingOf } from '../../desk/reasons.js'
import { t } from '../../shared/words.js'

/** What a customer is called: their name, else an address, else the shop's key, else what is left. */
export function called(customer) {
  return customer.name || customer.email || customer.externalId || t('Visitor {id}', { id: customer.id.slice(-4) })
}

export function endingName({ status, ending }) {
  return status === 'open' ? t('open') : endingOf(ending) || t('ended')
}
