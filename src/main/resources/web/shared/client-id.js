/**
 * An id that the sender makes, so that sending twice is one entry. `crypto.randomUUID` exists on secure
 * pages only, and a desk in a shop's own network may be served over plain http.
 */
export function clientId() {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
