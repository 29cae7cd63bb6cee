import { h } from './dom.js'
import { Faces } from './faces.js'
import { icon } from './icons.js'
import { withLinks } from './links.js'

/** What a person wrote about the rating, and the question how it looks now; `again` is the mark that was given to it. */
export function followedCard(entry, { chat, words, again }) {
  const heading = words.followed(entry.by.name)
  const faces = new Faces(words, csat => chat.rateAgain(entry.rated, csat), words.howNow)
  // The question goes with the answer to it, and whoever was at it is led to what stands there instead.
  for (const face of faces.element.children) face.dataset.focus = 'again'
  return h(
    'section',
    { class: 'card followed', 'aria-label': heading },
    icon('heart'),
    h(
      'div',
      { class: 'card-body' },
      h('h3', { class: 'card-title' }, heading),
      h('time', { class: 'quiet', datetime: entry.at, title: words.exact(entry.at) }, words.time(entry.at)),
      entry.erased
        ? h('p', { class: 'card-text quiet' }, words.erased)
        : [
            h('p', { class: 'card-text words', dir: 'auto' }, withLinks(entry.text ?? '')),
            again
              ? h('p', { class: 'quiet', 'data-focus': 'again', tabindex: '-1' }, words.ratedAgain(words.faces[again - 1]))
              : [h('p', { class: 'ask' }, words.howNow), faces.element]
          ]
    )
  )
}
