/**
 * What the palette finds. Each part of the desk adds what can be done with it: `addToPalette(() => [{group,
 * name, detail?, key?, chip?, run}])`, asked anew whenever the palette opens; it may answer later.
 */
const sources = []

export function addToPalette(source) {
  sources.push(source)
}

/** Everything that can be done now, as far as it is known, one source after the other. */
export function everything() {
  return sources.map(source => Promise.resolve().then(source).catch(() => []))
}

/** Those that have all of these words, the ones that begin with them first. */
export function fitting(items, words) {
  const wanted = words.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return items
  const text = item => `${item.name} ${item.detail ?? ''} ${item.group}`.toLocaleLowerCase()
  const found = items.filter(item => wanted.every(word => text(item).includes(word)))
  const begins = item => item.name.toLocaleLowerCase().startsWith(wanted[0])
  return [...found.filter(begins), ...found.filter(item => !begins(item))]
}
