/**
 * What a share of few answers can and cannot say. The server sends the same interval with every row
 * these are for what is added up here (weeks) and for comparing two periods.
 */

/** Fewer answers than this are shown greyed: at nine, the interval still spans about 50 points. */
export const FEW = 10

/** The 97.5% quantile of the normal distribution, for a two-sided 95% interval. */
const Z = 1.959964

/**
 * Wilson's score interval (Wilson 1927) of `good` out of `n`, both ends within 0..1.
 * @returns {{low: number, high: number} | null} null when nobody answered
 */
export function wilson(good, n) {
  if (!n) return null
  const share = good / n
  const centre = share + (Z * Z) / (2 * n)
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const scale = 1 + (Z * Z) / n
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) }
}

/**
 * The share of `n` in `of`, and where it may truly lie.
 * @returns {{value: number, low: number, high: number} | null} null of nothing
 */
export function ratio(n, of) {
  return of ? { value: n / of, ...wilson(n, of) } : null
}

/** The satisfaction of a row, as `ratio`. */
export function satisfaction(row) {
  return row.csat == null ? null : { value: row.csat, low: row.csatLow, high: row.csatHigh }
}

/**
 * The difference of two figures with its 95% interval, so that the report can say when a change may be chance: the
 * distances to the ends of both intervals, squared and added (Newcombe 1998, method 10; for other figures than shares
 * Zou and Donner 2008).
 * @returns {{points: number, low: number, high: number, certain: boolean} | null} null where an interval is missing
 */
export function difference(now, before) {
  if (now?.low == null || before?.low == null) return null
  const change = now.value - before.value
  const down = Math.hypot(now.value - now.low, before.high - before.value)
  const up = Math.hypot(now.high - now.value, before.value - before.low)
  const low = change - down
  const high = change + up
  return { points: change, low, high, certain: low > 0 || high < 0 }
}
