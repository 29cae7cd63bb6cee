/**
 * The lines two texts differ in, by their longest common subsequence. Articles are a page or two, so
 * the quadratic table is small; beyond `MOST` lines everything counts as replaced.
 */
const MOST = 2000

/** @returns {{kind: 'same'|'gone'|'new', text: string}[]} in reading order */
export function difference(before, after) {
  const a = before.split('\n')
  const b = after.split('\n')
  if (a.length > MOST || b.length > MOST) return [...mark('gone', a), ...mark('new', b)]
  const common = lengths(a, b)
  const lines = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] })
      i++
      j++
    } else if (common[i + 1][j] >= common[i][j + 1]) {
      lines.push({ kind: 'gone', text: a[i++] })
    } else {
      lines.push({ kind: 'new', text: b[j++] })
    }
  }
  return [...lines, ...mark('gone', a.slice(i)), ...mark('new', b.slice(j))]
}

/** `common[i][j]`: how many lines the rests from i and from j have in common. */
function lengths(a, b) {
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1])
    }
  }
  return common
}

function mark(kind, lines) {
  return lines.map((text) => ({ kind, text }))
}
