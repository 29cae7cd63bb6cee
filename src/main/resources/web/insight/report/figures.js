import { html } from 'lit'
import { faceOf } from '../../desk/reasons.js'
import { duration, number, percent } from '../../shared/format.js'
import { parts, t } from '../../shared/words.js'
import { opens } from './behind.js'
import { causesOf } from './breakdown.js'
import { spread } from './interval.js'
import { wilson } from './wilson.js'

/** The parts of the report that come from one reading: the overview. */

/** The four figures under the first sentence, each with how much it rests on. */
export function strip({ csat, previous, containment, repeated, before }) {
  return html`
    <dl class="strip">
      <div><dt>${t('Good answers (4 or 5)')}</dt><dd>${opens(csat.distribution[3] + csat.distribution[4], { what: 'good', heading: t('Good answers (4 or 5)') }, percent(csat.csat))}</dd>
        <dd class="hint">${csat.answers ? t('{spread} with 95% certainty', { spread: spread(csat) }) : t('no answers')}</dd>
        ${Object.keys(csat.causes).length ? html`<dd class="hint">${causesOf(csat)}</dd>` : ''}</div>
      <div><dt>${t('Response rate')}</dt><dd>${opens(csat.answered, { what: 'answered', heading: t('Everyone who was asked and gave a mark') }, percent(csat.responseRate))}</dd>
        <dd class="hint">${parts('{answers} answers of {asked} asked', {
          answers: number(csat.answered), asked: opens(csat.asked, { what: 'asked', heading: t('Everyone who was asked') }) })}</dd></div>
      <div><dt>${t('Solved by the bot alone')}</dt><dd>${opens(containment.solved, { what: 'contained', heading: t('Solved by the bot alone') }, percent(containment.share))}</dd>
        <dd class="hint">${parts(containment.of === 1 ? '{solved} of {n} episode' : '{solved} of {n} episodes', {
          solved: number(containment.solved), n: opens(containment.of, { what: 'ended', heading: t('All that ended') }) })}</dd></div>
      <div><dt>${t('Had to repeat themselves')}</dt><dd>${opens(repeated.n, { what: 'repeated', heading: t('Had to repeat themselves') }, percent(repeated.of ? repeated.n / repeated.of : null))}</dd>
        <dd class="hint">${repeated.of ? certain(repeated, { what: 'repeated_or_not', heading: t('Customers who answered') }) : t('nobody was asked')}</dd></div>
    </dl>`
}

function certain({ n, of }, wanted) {
  const { low, high } = wilson(n, of)
  return parts('{n} of {of}; {low} to {high} with 95% certainty', { n: number(n), of: opens(of, wanted), low: percent(low), high: percent(high) })
}

/** Every mark that was given, best first. */
export function distribution(csat) {
  if (!csat.answers) return html`<p class="hint">${t('No answers in these days.')}</p>`
  return html`
    <table class="bars">
      <caption class="unseen">${t('All marks')}</caption>
      <thead class="unseen"><tr><th>${t('Mark')}</th><th>${t('Share')}</th><th>${t('Answers')}</th></tr></thead>
      <tbody>${[5, 4, 3, 2, 1].map((mark) => ({ mark, count: csat.distribution[mark - 1] })).map(({ mark, count }) => html`
        <tr><th scope="row"><span class="number">${mark}</span> ${faceOf(mark)}</th>
          <td class="track">${bar(count / csat.answers, mark > 3 ? 'good' : 'rest')}</td>
          <td class="number"><strong>${percent(count / csat.answers)}</strong> <span class="hint">${opens(count, { what: `mark_${mark}`, heading: `${mark} · ${faceOf(mark)}` })}</span></td></tr>`)}
      </tbody>
    </table>`
}

const endingNames = {
  CONFIRMED: ['The customer confirmed that it was solved', 'counts as solved by the bot when no person was in it'],
  HELPED: ['A person helped', 'ended by our people'],
  LEFT: ['Left in silence', 'not counted as solved'],
  GAVE_UP: ['Gave up waiting', 'stays in the waiting times'],
}

export function endings({ endings: counts }) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return html`
    <table class="bars">
      <caption class="unseen">${t('How episodes ended')}</caption>
      <thead class="unseen"><tr><th>${t('Ending')}</th><th>${t('Share')}</th><th>${t('Episodes')}</th></tr></thead>
      <tbody>${Object.entries(endingNames).map(([key, [name, note]]) => html`
        <tr><th scope="row">${t(name)}<span class="hint">${t(note)}</span></th>
          <td class="track">${bar(all ? (counts[key] ?? 0) / all : 0, key === 'CONFIRMED' || key === 'HELPED' ? 'good' : 'rest')}</td>
          <td class="number"><strong>${percent(all ? (counts[key] ?? 0) / all : null)}</strong> <span class="hint">${opens(counts[key] ?? 0, { what: key.toLowerCase(), heading: t(name) })}</span></td></tr>`)}
      </tbody>
    </table>`
}

export function times({ firstResponse, wait, bot, handling, resolution, inHours, before }) {
  const lines = [
    [t('First response'), t('from asking for a person to their first word'), firstResponse, before.firstResponse, inHours.firstResponse, 'first_response'],
    [t('Wait'), t('from asking for a person, or losing one, until one came or the customer gave up'), wait, before.wait, inHours.wait, 'waited'],
    [t('With the bot'), t('from opening or reopening until somebody asked for a person, or it ended'), bot, before.bot, null, 'ended'],
    [t('With a person'), t('all the time that people had it, of those that ended'), handling, before.handling, inHours.handling, 'handled'],
    [t('Resolution'), t('from opening or reopening until it ended'), resolution, before.resolution, inHours.resolution, 'ended'],
  ]
  return html`
    <table class="folds figures times">
      <caption class="unseen">${t('How long it took')}</caption>
      <thead><tr><th scope="col">${t('Time')}</th><th scope="col" class="number">${t('Median')}</th>
        <th scope="col" class="number">${t('90th percentile')}</th><th scope="col" class="number">${t('In working hours')}</th><th scope="col" class="number">${t('Median before')}</th><th scope="col" class="number">${t('Counted')}</th></tr></thead>
      <tbody>${lines.map(([name, note, { n, median, p90 }, earlier, open, what]) => html`
        <tr><th scope="row">${name}<span class="hint">${note}</span></th>
          <td class="number" data-label=${t('Median')}><span class="share">${duration(median)}</span></td>
          <td class="number" data-label=${t('90th percentile')}>${duration(p90)}</td>
          <td class="number" data-label=${t('In working hours')}>${open ? html`${duration(open.median)}<span class="hint under">${open.n ? t('p90 {time}', { time: duration(open.p90) }) : ''}</span>` : '–'}</td>
          <td class="number" data-label=${t('Median before')}>${duration(earlier.median)}</td>
          <td class="number" data-label=${t('Counted')}>${opens(n, { what, heading: name })}</td></tr>`)}
      </tbody>
    </table>`
}

/** Whether what the bot solved stayed solved, who wrote again, and what they thought of its answers. */
export function became({ containment, again, thumbs }) {
  const stayed = containment.known - containment.cameBack
  const unknown = containment.solved - containment.known
  const lines = [
    [t('Solved by the bot, and not back within 7 days'), t('of customers whom we know again'), stayed, containment.known],
    [t('Solved by the bot, but back within 7 days'), t('so it was not solved after all'), containment.cameBack, containment.known, { what: 'came_back', heading: t('Back within 7 days') }],
    [t('Customers whom we would not know again'), t('of all that the bot solved; {n} of them wrote again on the same device', { n: number(containment.othersCameBack) }), unknown, containment.solved],
    [t('Wrote again within 7 days of an earlier episode'), t('of episodes of customers whom we know again'), again.n, again.of, { what: 'again', heading: t('Wrote again within 7 days') }],
    [t('Thumbs up on answers of the bot'), t('counted apart from how it went'), thumbs.up, thumbs.up + thumbs.down,
      { what: 'thumbs_up', heading: t('Thumbs up') }, { what: 'thumbed', heading: t('Thumbs up or down') }],
  ]
  return html`
    <table class="bars">
      <caption class="unseen">${t('What became of it')}</caption>
      <thead class="unseen"><tr><th>${t('What')}</th><th>${t('Share')}</th><th>${t('Episodes')}</th></tr></thead>
      <tbody>${lines.map(([name, note, n, of, wanted, wantedOf]) => html`
        <tr><th scope="row">${name}<span class="hint">${note}</span></th>
          <td class="track">${bar(of ? n / of : 0, 'good')}</td>
          <td class="number"><strong>${percent(of ? n / of : null)}</strong>
            <span class="hint">${parts('{n} of {of}', { n: wanted ? opens(n, wanted) : number(n), of: wantedOf ? opens(of, wantedOf) : number(of) })}</span></td></tr>`)}
      </tbody>
    </table>`
}

function bar(share, tone) {
  return html`
    <svg class="bar" height="12" aria-hidden="true">
      <rect class="track" width="100%" height="12" rx="3" />
      <rect class=${tone} width="${Math.max(share * 100, share ? 0.8 : 0)}%" height="12" rx="3" />
    </svg>`
}

