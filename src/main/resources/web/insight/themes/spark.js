import { svg } from 'lit'
import { t } from '../../shared/words.js'

const WIDTH = 8
const GAP = 2
const HEIGHT = 28

/** Complaints a week as small bars, the oldest first; this week's is the strong one. */
export function spark(weeks) {
  const most = Math.max(...weeks, 1)
  const label = t('Complaints a week, the oldest first: {weeks}', { weeks: weeks.join(', ') })
  return svg`<svg role="img" aria-label=${label} width=${weeks.length * (WIDTH + GAP) - GAP} height=${HEIGHT}>${weeks.map((each, at) => bar(each, at, most, at === weeks.length - 1))}</svg>`
}

function bar(value, at, most, last) {
  const height = value ? Math.max(2, Math.round((value / most) * HEIGHT)) : 1
  const colour = last ? 'var(--r-accent)' : 'var(--r-line-strong)'
  return svg`<rect x=${at * (WIDTH + GAP)} y=${HEIGHT - height} width=${WIDTH} height=${height} rx="1" fill=${colour}></rect>`
}
