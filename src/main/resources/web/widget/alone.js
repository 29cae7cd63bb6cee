/** A tab that holds the lock this long has been put to sleep by the browser. */
const ASLEEP = 15_000

/**
 * Runs `work` while no other tab of this site does. Where the browser has no locks (a page without
 * https) it just runs: each tab sends in order, and the desk knows an id it has seen.
 */
export async function alone(name, work) {
  if (!navigator.locks) return work()
  const waiting = new AbortController()
  const patience = setTimeout(() => waiting.abort(), ASLEEP)
  const hold = () => {
    clearTimeout(patience)
    return work()
  }
  try {
    return await navigator.locks.request(name, { signal: waiting.signal }, hold)
  } catch (error) {
    if (!waiting.signal.aborted) throw error
    return navigator.locks.request(name, { steal: true }, work)
  }
}
