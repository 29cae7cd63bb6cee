import { html, nothing } from 'lit'
import { faceOf } from '../../desk/reasons.js'
import { duration, number, percent } from '../../shared/format.js'
import { parts, t } from '../../shared/words.js'
import { before, reach, signed } from './before.js'
import { opens, within } from './behind.js'
import { causesOf } from './breakdown.js'
import { ratio, satisfaction } from './wilson.js'

/** The parts of the report that come from one reading: the overview. */

/** The figures under the first sentence: each with where it truly lies, what it rests on, and what it was before. */
export function strip({ csat, previous, containment, repeated, before: earlier }) {
  return html`
    <dl class="strip">
      ${figure(t('Good answers (4 or 5)'), opens(csat.distribution[3] + csat.distribution[4], { what: 'good', heading: t('Good answers (4 or 5)') }, percent(csat.csat)),
        csat.answers ? html`${certainty(satisfaction(csat))}${count('of {n} answer', 'of {n} answers', csat.answers, { what: 'rated', heading: t('Everyone who gave a mark') })}` : t('no answers'),
        before(satisfaction(csat), satisfaction(previous), percent), Object.keys(csat.causes).length ? causesOf(csat) : nothing)}
      ${figure(t('Response rate'), opens(csat.answered, { what: 'answered', heading: t('Everyone who was asked and answered') }, percent(csat.responseRate)),
        html`${certainty(ratio(csat.answered, csat.asked))}${parts('{answers} answers of {asked} asked', {
          answers: number(csat.answered), asked: within(csat.asked, { what: 'asked', heading: t('Everyone who was asked') }) })}<span class="under">${t('in the chat, by mail or by a link, by the day on which the conversation ended')}</span>`,
        before(ratio(csat.answered, csat.asked), ratio(previous.answered, previous.asked), percent))}
      ${figure(t('Solved by the bot alone'), opens(containment.stayed, { what: 'stayed', heading: t('Solved by the bot alone') }, percent(containment.share)),
        html`${certainty(ratio(containment.stayed, containment.of))}${count('of {n} that ended', 'of {n} that ended', containment.of, { what: 'ended', heading: t('All that ended') })}`,
        before(ratio(containment.stayed, containment.of), ratio(earlier.containment.stayed, earlier.containment.of), percent))}
      ${figure(t('Had to repeat themselves'), opens(repeated.n, { what: 'repeated', heading: t('Had to repeat themselves') }, percent(repeated.of ? repeated.n / repeated.of : null)),
        repeated.of ? html`${certainty(ratio(repeated.n, repeated.of))}${count('of {n} who said', 'of {n} who said', repeated.of, { what: 'repeated_or_not', heading: t('Customers who answered') })}` : t('nobody was asked'),
        before(ratio(repeated.n, repeated.of), ratio(earlier.repeated.n, earlier.repeated.of), percent))}
      ${csat.npsAnswers ? figure(t('NPS: would they recommend us'), opens(csat.npsAnswers, { what: 'nps', heading: t('NPS: would they recommend us') }, signed(csat.nps)),
        html`${certainty(recommended(csat), signed)}${count('of {n} answer', 'of {n} answers', csat.npsAnswers, { what: 'nps', heading: t('Customers who answered') })}`,
        before(recommended(csat), recommended(previous), signed)) : nothing}
      ${csat.effortAnswers ? figure(t('CES: was it easy'), opens(csat.easy, { what: 'easy', heading: t('CES: was it easy') }, percent(csat.easy / csat.effortAnswers)),
        html`${certainty(ratio(csat.easy, csat.effortAnswers))}${count('of {n} answer', 'of {n} answers', csat.effortAnswers, { what: 'effort', heading: t('Customers who answered') })}`,
        before(ratio(csat.easy, csat.effortAnswers), ratio(previous.easy, previous.effortAnswers), percent)) : nothing}
    </dl>`
}

const recommended = (row) => ({ value: row.nps, low: row.npsLow, high: row.npsHigh })

function figure(name, value, rests, earlier, more = nothing) {
  return html`<div><dt>${name}</dt><dd>${value}</dd><dd class="hint">${rests}</dd>
    ${earlier === nothing ? nothing : html`<dd class="hint">${earlier}</dd>`}${more === nothing ? nothing : html`<dd class="hint">${more}</dd>`}</div>`
}

/** "71% to 84% with 95% certainty"; what it rests on follows. */
function certainty(share, text = percent) {
  return share ? html`<span class="under">${t('{spread} with 95% certainty', { spread: reach(share, text) })}</span>` : nothing
}

function count(one, many, n, wanted) {
  return parts(n === 1 ? one : many, { n: within(n, wanted) })
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
          <td class="number"><strong>${percent(all ? (counts[key] ?? 0) / all : null)}</strong> <span class="hint">${opens(counts[key] ?? 0, { what: key.toLowerCase(), heading: t(name) })}</span><span class="hint under">${reach(ratio(counts[key] ?? 0, all), percent)}</span></td></tr>`)}
      </tbody>
    </table>`
}

export function times({ firstResponse, wait, bot, handling, resolution, inHours, before: earlier }) {
  const lines = [
    [t('First response'), t('from asking for a person to their first word'), firstResponse, earlier.firstResponse, inHours.firstResponse, 'first_response'],
    [t('Wait'), t('from asking for a person, or losing one, until one came or the customer gave up'), wait, earlier.wait, inHours.wait, 'waited'],
    [t('With the bot'), t('from opening or reopening until somebody asked for a person, or it ended'), bot, earlier.bot, null, 'ended'],
    [t('With a person'), t('all the time that people had it, of those that ended'), handling, earlier.handling, inHours.handling, 'handled'],
    [t('Resolution'), t('from opening or reopening until it ended'), resolution, earlier.resolution, inHours.resolution, 'ended'],
  ]
  return html`
    <table class="folds figures times">
      <caption class="unseen">${t('How long it took')}</caption>
      <thead><tr><th scope="col">${t('Time')}</th><th scope="col" class="number">${t('Median')}</th>
        <th scope="col" class="number">${t('90th percentile')}</th><th scope="col" class="number">${t('In working hours')}</th><th scope="col" class="number">${t('Counted')}</th></tr></thead>
      <tbody>${lines.map(([name, note, now, was, open, what]) => html`
        <tr><th scope="row">${name}<span class="hint">${note}</span></th>
          <td class="number" data-label=${t('Median')}><span><span class="share">${duration(now.median)}</span>${under(before(middle(now), middle(was), duration))}</span></td>
          <td class="number" data-label=${t('90th percentile')}><span><span class="share">${duration(now.p90)}</span>${under(before(longest(now), longest(was), duration))}</span></td>
          <td class="number" data-label=${t('In working hours')}>${open ? html`<span>${duration(open.median)}${under(open.n ? t('p90 {time}', { time: duration(open.p90) }) : nothing)}</span>` : '–'}</td>
          <td class="number" data-label=${t('Counted')}>${opens(now.n, { what, heading: name })}</td></tr>`)}
      </tbody>
    </table>`
}

const middle = ({ median, medianLow, medianHigh }) => ({ value: median, low: medianLow, high: medianHigh })

const longest = ({ p90, p90Low, p90High }) => ({ value: p90, low: p90Low, high: p90High })

function under(hint) {
  return hint === nothing ? nothing : html`<span class="hint under">${hint}</span>`
}

/** Whether what the bot solved stayed solved, who wrote again, and what they thought of its answers. */
export function became({ containment, again, thumbs }) {
  const unknown = containment.solved - containment.known
  const known = { what: 'contained_known', heading: t('Of customers whom we know again') }
  const lines = [
    [t('Solved by the bot, and not back within 7 days'), t('of customers whom we know again and whose 7 days are over'), containment.overStayed, containment.over,
      { what: 'stayed_over', heading: t('Solved by the bot, and not back within 7 days') }, { what: 'over', heading: t('Of customers whom we know again') }],
    [t('Solved by the bot less than 7 days ago'), t('they may still come back'), containment.early, containment.solved,
      { what: 'early', heading: t('Solved by the bot less than 7 days ago') }, { what: 'contained', heading: t('Confirmed as solved by the bot, whoever came back') }],
    [t('Solved by the bot, but back within 7 days'), t('so it was not solved after all'), containment.cameBack, containment.known, { what: 'came_back', heading: t('Back within 7 days') }, known],
    [t('Customers whom we would not know again'), parts('of all that the bot solved; {n} of them wrote again on the same device', {
      n: within(containment.othersCameBack, { what: 'unknown_came_back', heading: t('Back within 7 days') }) }), unknown, containment.solved,
      { what: 'contained_unknown', heading: t('Customers whom we would not know again') }, { what: 'contained', heading: t('Solved by the bot alone') }],
    [t('Wrote again within 7 days of an earlier episode'), t('of episodes of customers whom we know again'), again.n, again.of, { what: 'again', heading: t('Wrote again within 7 days') },
      { what: 'known', heading: t('Of customers whom we know again') }],
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
            <span class="hint">${parts('{n} of {of}', { n: wanted ? within(n, wanted) : number(n), of: wantedOf ? within(of, wantedOf) : number(of) })}</span>${under(reach(ratio(n, of), percent))}</td></tr>`)}
      </tbody>
    </table>`
}

/** Whether we came back when we had said that we would. One that was made in an earlier time may have been broken in this. */
export function promises({ promises: { made, late }, before: { promises: earlier } }) {
  const kept = ({ made, late }) => [Math.max(0, made - late), Math.max(made, late)]
  const [n, of] = kept({ made, late })
  return html`
    <table class="bars">
      <caption class="unseen">${t('Promises kept')}</caption>
      <thead class="unseen"><tr><th>${t('What')}</th><th>${t('Share')}</th><th>${t('Promises')}</th></tr></thead>
      <tbody><tr><th scope="row">${t('We came back in time')}<span class="hint">${parts(made === 1 ? '{n} promise to come back, {late} broken' : '{n} promises to come back, {late} broken', {
        n: within(made, { what: 'promised', heading: t('Promises to come back') }), late: within(late, { what: 'promised_late', heading: t('Promises that were broken') }) })}</span></th>
        <td class="track">${bar(of ? n / of : 0, 'good')}</td>
        <td class="number"><strong>${opens(made, { what: 'promised', heading: t('Promises to come back') }, percent(of ? n / of : null))}</strong>
          ${under(reach(ratio(n, of), percent))}${under(before(ratio(n, of), ratio(...kept(earlier)), percent))}</td></tr></tbody>
    </table>`
}

function bar(share, tone) {
  return html`
    <svg class="bar" height="12" aria-hidden="true">
      <rect class="track" width="100%" height="12" rx="3" />
      <rect class=${tone} width="${Math.max(share * 100, share ? 0.8 : 0)}%" height="12" rx="3" />
    </svg>`
}

