import { h } from '../widget/view/dom.js'
import { bag } from './bag.js'

/** One coffee, told the way a roaster would. */
export function product(words) {
  return h(
    'main',
    { id: 'coffee' },
    h('section', { class: 'hero' }, h('div', { class: 'stage' }, bag(words)), about(words)),
    h(
      'section',
      { class: 'facts', 'aria-label': words.factsTitle },
      words.facts.map(([name, value]) => h('div', null, h('h2', null, name), h('p', null, value)))
    ),
    h(
      'section',
      { class: 'brew' },
      h('h2', null, words.brewTitle),
      h(
        'ol',
        null,
        words.brew.map(step => h('li', null, step))
      )
    )
  )
}

function about(words) {
  const added = h('p', { class: 'added', role: 'status' })
  const sizes = words.sizes.map(([label, price], i) =>
    h(
      'label',
      { class: 'size' },
      h('input', {
        type: 'radio',
        name: 'size',
        value: i,
        checked: i === 0,
        onchange: () => (cost.textContent = price)
      }),
      h('span', null, label)
    )
  )
  const cost = h('p', { class: 'price' }, words.sizes[0][1])
  return h(
    'div',
    { class: 'about' },
    h('p', { class: 'kind' }, words.kind),
    h('h1', null, words.name),
    h('p', { class: 'lead' }, words.lead),
    h(
      'ul',
      { class: 'notes', 'aria-label': words.tastes },
      words.notes.map(note => h('li', null, note))
    ),
    h('fieldset', null, h('legend', null, words.size), h('div', { class: 'sizes' }, sizes)),
    cost,
    h(
      'div',
      { class: 'buy' },
      h('button', { type: 'button', onclick: () => (added.textContent = words.added) }, words.add),
      added
    ),
    h('p', { class: 'small' }, words.shipping)
  )
}
