/**
 * What a canned reply could not fill in stands in the text as `⟦order⟧`. It is for the agent to fill in or to
 * take out, and never goes to anybody as it is.
 */
const GAP = /⟦[^⟧]{0,60}⟧/u

/** The first gap of a text, or null. */
export function gapIn(text) {
  const found = GAP.exec(text)
  return found ? { from: found.index, to: found.index + found[0].length, name: found[0].slice(1, -1) } : null
}
