import { t } from '../../shared/words.js'

/** What a customer is called: their name, else an address, else the shop's key, else what is left. */
export function called(customer) {
  return customer.name || customer.email || customer.externalId || t('Visitor {id}', { id: customer.id.slice(0, 8) })
}

const endings = {
  CONFIRMED: 'solved by the bot',
  HELPED: 'helped by a person',
  LEFT: 'left in silence',
  GAVE_UP: 'gave up waiting',
}

export function endingName(conversation) {
  if (conversation.status === 'open') return t('open')
  return t(endings[conversation.ending] ?? 'ended')
}
