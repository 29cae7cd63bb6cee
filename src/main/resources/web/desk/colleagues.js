/** `<ramah-colleagues>`: who else is at work and how much they hold, small, at the foot of the lists. */
import { LitElement, css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { t } from '../shared/words.js'
import { absenceOf } from './absences.js'
import { FollowsLine } from './follows.js'
import { line } from './line.js'
import { load, workload } from './workload.js'

const names = { online: 'Online', away: 'Away', offline: 'Offline' }
const order = Object.keys(names)

const whereabouts = person => [t(names[person.status]), absenceOf(person.why)].filter(Boolean).join(', ')

class RamahColleagues extends LitElement {
  static styles = [base, css`
    :host { display: block; border-top: 1px solid var(--r-line); padding: var(--r-2) var(--r-4) var(--r-3); font-size: var(--r-text-s); }
    h2 { padding-bottom: var(--r-1); color: var(--r-ink-2); font-size: var(--r-text-s); }
    ul { display: flex; flex-wrap: wrap; gap: 4px var(--r-4); max-height: 76px; overflow-y: auto; }
    li { display: flex; align-items: center; gap: 6px; color: var(--r-ink-2); }
    .dot { flex: none; width: 9px; height: 9px; border: 2px solid var(--r-ink-3); border-radius: 50%; }
    .online .dot { border-color: var(--r-good); background: var(--r-good); }
    .away .dot { border-color: var(--r-warn); background: linear-gradient(90deg, var(--r-warn) 50%, transparent 50%); }
    .offline { color: var(--r-ink-3); }
    b { font-weight: 600; color: var(--r-ink-3); font-variant-numeric: tabular-nums; }
  `]

  constructor() {
    super()
    new FollowsLine(this)
  }

  render() {
    const others = line.board.staff.filter(person => person.id !== line.board.agent?.id)
      .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.name.localeCompare(b.name))
    if (others.length === 0) return nothing
    return html`<h2>${t('Colleagues')}</h2><ul>${others.map(person => html`
      <li class=${person.status} title=${whereabouts(person)}><span class="dot" aria-hidden="true"></span>${person.name}
        <span class="unseen">${t(names[person.status])}</span>${absenceOf(person.why) ? html`<span class="hint">${absenceOf(person.why)}</span>` : nothing}
        ${person.open ? html`<b title=${workload(person)}><span class="unseen">${t('Workload')} </span>${load(person)}</b>` : nothing}</li>`)}</ul>`
  }
}

customElements.define('ramah-colleagues', RamahColleagues)
