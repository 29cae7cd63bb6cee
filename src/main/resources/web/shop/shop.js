/**
 * The sample shop's page for one coffee, with the chat in its corner the way any shop would put it
 * there: by one script tag. Exists with the sample world only.
 */
import '../shared/tab-icon.js'
import { tokens } from '../shared/tokens.js'
import { h } from '../widget/view/dom.js'
import { addChat } from './chat-tag.js'
import { look } from './look.js'
import { product } from './product.js'
import { demoBar } from './demo-bar.js'
import { chosen } from './visit.js'
import { wordsOf } from './words.js'

const visit = chosen()
const words = wordsOf(visit.language)

const sheet = new CSSStyleSheet()
sheet.replaceSync(tokens + look)
document.adoptedStyleSheets = [sheet]
document.documentElement.lang = visit.language
document.title = `${words.name} · Kopi Nusantara`

document.querySelector('kopi-shop').replaceChildren(
  h('a', { class: 'skip', href: '#coffee' }, words.skip),
  demoBar(visit, words),
  h(
    'header',
    { class: 'top' },
    h('a', { class: 'brand', href: '#coffee' }, h('span', { 'aria-hidden': 'true' }, 'K'), 'Kopi Nusantara'),
    h(
      'nav',
      { 'aria-label': words.shop },
      words.nav.map((label, i) => h('a', { href: '#coffee', 'aria-current': i === 0 ? 'page' : null }, label))
    )
  ),
  product(words),
  h('footer', { class: 'bottom' }, h('p', null, words.footer), h('a', { href: '/privacy' }, words.privacy))
)

addChat(visit)

export {}
