/**
 * A customer's words as a template. They are text: HTML in them is shown, never run. Only addresses that
 * begin with http(s) become links, and those tell the other side nothing about us.
 */
import { html } from 'lit'

const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g

export function wordsIn(text) {
  const parts = []
  let from = 0
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, found.index))
    parts.push(html`<a href=${found[0]} target="_blank" rel="noopener noreferrer nofollow">${found[0]}</a>`)
    from = found.index + found[0].length
  }
  parts.push(text.slice(from))
  return parts
}
