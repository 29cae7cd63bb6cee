import { h } from './dom.js'

/** Only http and https, and no sign that more likely ends the sentence than the address. */
const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/gi

/** Text as text, with its addresses to tap. Nothing in it ever becomes markup. */
export function withLinks(text) {
  const parts = []
  let from = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, index), link(address, address))
    from = index + address.length
  }
  parts.push(text.slice(from))
  return parts
}

export function link(address, ...children) {
  return h('a', { href: address, target: '_blank', rel: 'noopener nofollow' }, ...children)
}
