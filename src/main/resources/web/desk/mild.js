/** What stands where an insult was folded away, in lines that can't be opened; the transcript opens it. */
const FOLDED = '•••'

/** The words of an entry in one line, without what hurts: `folds` is what the server found, `[{from, to}]` in order. */
export function mild({ text = '', folds = [] }) {
  return folds.toReversed().reduce((line, { from, to }) => line.slice(0, from) + FOLDED + line.slice(to), text)
}
