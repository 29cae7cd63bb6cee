import { svg, html } from 'lit'
import { t } from '../../shared/words.js'
import { percent } from '../../shared/format.js'

const WIDTH = 160
const HEIGHT = 20
/** With room for the whole of a point at either end. */
const x = (share) => 6 + share * (WIDTH - 12)

/** A share on a line from 0 to 100%, with the interval it may truly lie in. The figures stand beside it. */
export function interval(row, few) {
  if (row.csat == null) return html``
  const middle = HEIGHT / 2
  return html`
    <svg class="interval ${few ? 'few' : ''}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT} aria-hidden="true">
      ${[0, 0.5, 1].map((at) => svg`<line class="rule" x1=${x(at)} x2=${x(at)} y1="2" y2=${HEIGHT - 2} />`)}
      <line class="axis" x1=${x(0)} x2=${x(1)} y1=${middle} y2=${middle} />
      <line class="reach" x1=${x(row.csatLow)} x2=${x(row.csatHigh)} y1=${middle} y2=${middle} />
      <circle class="share" cx=${x(row.csat)} cy=${middle} r="4.5" />
    </svg>`
}

/** "78–91%": where the share lies with 95% certainty. */
export function spread(row) {
  if (row.csat == null) return '–'
  return t('{low} to {high}', { low: percent(row.csatLow), high: percent(row.csatHigh) })
}

/** How often each of the five marks was given: bars with their counts, worst to best. */
export function marks(distribution) {
  const most = Math.max(1, ...distribution)
  const told = distribution.map((count, i) => t('{count} × {mark}', { count, mark: i + 1 })).join(', ')
  return html`
    <svg class="marks" viewBox="0 0 125 36" width="125" height="36" role="img" aria-label=${told}>
      ${distribution.map((count, i) => svg`
        <rect x=${i * 25 + 3} y=${25 - Math.round((count / most) * 12)} width="19"
          height=${Math.max(1, Math.round((count / most) * 12))} rx="1.5" class=${i > 2 ? 'good' : 'rest'} />
        <text x=${i * 25 + 12.5} y=${21 - Math.round((count / most) * 12)} class="count">${count}</text>
        <text x=${i * 25 + 12.5} y="35" class="mark">${i + 1}</text>`)}
    </svg>`
}
