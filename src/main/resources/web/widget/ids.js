let last = 0

/**
 * A UUID of version 7: it sorts by the time it was made, so that the outbox needs no other order.
 * Two made in the same millisecond are put a millisecond apart. `crypto.randomUUID` is not used: it
 * is missing on shops that are not served over https.
 */
export function newId() {
  last = Math.max(Date.now(), last + 1)
  const time = last.toString(16).padStart(12, '0')
  const noise = Array.from(crypto.getRandomValues(new Uint8Array(10)), b => b.toString(16).padStart(2, '0')).join('')
  const variant = '89ab'[parseInt(noise[3], 16) & 3]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(4, 7)}-${noise.slice(7, 19)}`
}
