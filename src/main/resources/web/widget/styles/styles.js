import { tokens } from '../../shared/tokens.js'
import { base } from './base.js'
import { cards } from './cards.js'
import { files } from './files.js'
import { hover } from './hover.js'
import { messages } from './messages.js'
import { panel } from './panel.js'

/** One sheet, adopted by the shadow root: no style attribute, so the page's own policy stays strict. */
export function styleSheet(host) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(inVisitorsSize(tokens, host) + hover + base + panel + messages + cards + files)
  return sheet
}

/**
 * A rem is what the shop's page makes of it (many set the root to 62.5%). Ours is the size that the
 * visitor has set in the browser, which is what `medium` stands for.
 */
function inVisitorsSize(css, host) {
  host.style.fontSize = 'medium'
  const medium = parseFloat(getComputedStyle(host).fontSize)
  host.style.removeProperty('font-size')
  return css.replace(/([\d.]+)rem/g, (_, rem) => `${rem * medium}px`)
}
