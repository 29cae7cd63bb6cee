import { h } from '../widget/view/dom.js'
import { LANGUAGES, otherwise, PEOPLE } from './visit.js'

/** Above the shop, plainly not part of it: who you are for this visit, in which language. */
export function demoBar(visit, words) {
  const choice = (href, label, current, lang) => h('a', { href, lang, 'aria-current': current ? 'true' : null }, label)
  return h(
    'div',
    { class: 'demo', role: 'region', 'aria-label': words.demo },
    h(
      'div',
      { class: 'choices', role: 'group', 'aria-label': words.youAre },
      h('span', null, words.youAre),
      PEOPLE.map(as => choice(otherwise(visit, { as }), words.people[as], as === visit.as))
    ),
    h(
      'div',
      { class: 'choices', role: 'group', 'aria-label': words.language },
      LANGUAGES.map(language =>
        choice(
          otherwise(visit, { language }),
          { en: 'English', id: 'Indonesia' }[language],
          language === visit.language,
          language
        )
      )
    ),
    h('a', { class: 'back', href: '/' }, words.back)
  )
}
