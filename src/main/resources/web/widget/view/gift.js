import { h } from './dom.js'
import { icon } from './icons.js'

/** What the customer was given, in a sentence. */
export function giftInWords({ gesture, amount, currency }, words) {
  const worth = gesture === 'points' ? words.number(amount) : amount == null ? '' : words.money(amount, currency)
  return (words.gifts[gesture] ?? words.gifts.other)(worth)
}

/** The same as a card, with its code to be marked and copied. */
export function giftCard(entry, words) {
  const { by, code } = entry
  return h(
    'article',
    { class: 'message gift' },
    h(
      'div',
      { class: 'card' },
      icon('gift'),
      h(
        'div',
        { class: 'card-body' },
        h('p', { class: 'card-title' }, giftInWords(entry, words)),
        code ? h('p', { class: 'card-text' }, `${words.giftCode}: `, h('code', { dir: 'ltr' }, code)) : null,
        h('p', { class: 'quiet' }, words.giftFrom(by.name))
      )
    )
  )
}
