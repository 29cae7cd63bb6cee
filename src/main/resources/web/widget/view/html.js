import { link } from './links.js'

const KEPT = new Set([
  'P',
  'UL',
  'OL',
  'LI',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'STRONG',
  'EM',
  'B',
  'I',
  'CODE',
  'PRE',
  'BLOCKQUOTE',
  'HR',
  'BR',
  'TABLE',
  'THEAD',
  'TBODY',
  'TR',
  'TH',
  'TD',
  'DEL',
  'S',
  'SUB',
  'SUP'
])

/**
 * An article as nodes. The desk has cleaned it already; but here it would run with the rights of the
 * shop's page, so only a short list of elements is copied over, without a single attribute.
 */
export function fromHtml(html) {
  const inert = new DOMParser().parseFromString(html, 'text/html')
  return copies(inert.body)
}

function copies(parent) {
  return Array.from(parent.childNodes).flatMap(node => {
    if (node.nodeType === Node.TEXT_NODE) return [node.data]
    if (node.nodeType !== Node.ELEMENT_NODE) return []
    if (node.tagName === 'A' && /^https?:|^mailto:/i.test(node.getAttribute('href') ?? ''))
      return [link(node.getAttribute('href'), ...copies(node))]
    if (/^(SCRIPT|STYLE|TEMPLATE|IFRAME|OBJECT)$/.test(node.tagName)) return []
    if (!KEPT.has(node.tagName)) return copies(node)
    const copy = document.createElement(node.tagName)
    copy.append(...copies(node))
    return [copy]
  })
}
