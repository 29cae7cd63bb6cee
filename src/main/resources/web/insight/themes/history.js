import { LitElement, css, html, nothing } from 'lit'
import { get, withQuery } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { language, t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { dayOf, states } from './states.js'

/** What somebody did, by what was recorded of it. */
const deeds = [
  ['state', ({ before, after }) => changed(before ?? {}, after)],
  ['done', ({ after }) => (after.shown ? t('told in the chat what was done') : t('wrote what was done, not shown in the chat'))],
  ['notice', ({ after }) => (after.notice ? t('told customers: “{text}”', { text: after.notice[language] ?? after.notice.en ?? Object.values(after.notice)[0] }) : t('took the notice down'))],
  ['mergedInto', ({ after }) => t('made it part of theme {n}', { n: after.mergedInto })],
  ['took', ({ after }) => t('added theme {n} to it', { n: after.took })],
  ['gave', ({ after }) => tn(after.complaints, 'made theme {theme} of {n} complaint', 'made theme {theme} of {n} complaints', { theme: after.gave })],
  ['splitFrom', ({ after }) => t('split it from theme {n}', { n: after.splitFrom })],
  ['name', ({ after }) => t('called it “{name}”', { name: after.name })],
  ['pinned', ({ after }) => (after.pinned ? t('pinned it') : t('unpinned it'))],
]

/** What is another than before; an owner is named by who they are now. */
function changed(before, after) {
  const parts = []
  if (before.state !== after.state) parts.push(t('set it to “{state}”', { state: t(states[after.state.toLowerCase()][0]) }))
  if (before.cause !== after.cause) parts.push(after.cause ? t('wrote the cause “{cause}”', { cause: after.cause }) : t('took the cause away'))
  if (before.owner !== after.owner) parts.push(after.owner ? t('gave it an owner') : t('took the owner away'))
  if (before.due !== after.due) parts.push(after.due ? t('set it due on {day}', { day: dayOf(after.due) }) : t('took the due day away'))
  if (before.reason !== after.reason && after.reason) parts.push(t('for the reason “{reason}”', { reason: after.reason }))
  return parts.join('; ')
}

/** `<ramah-theme-history number="3" stamp="0">`: who decided what about a theme. */
class ThemeHistory extends LitElement {
  static properties = { number: {}, stamp: { type: Number } }

  static styles = [base, css`
    summary { cursor: pointer; font-weight: 600; font-size: var(--r-text-s); }
    li { padding: var(--r-1) 0; font-size: var(--r-text-s); overflow-wrap: anywhere; }
  `]

  constructor() {
    super()
    this.stamp = 0
    this.read = new Load(this, (key, signal) => get(withQuery('/api/settings/changes', { what: 'theme', key }), { signal }))
  }

  willUpdate(changed) {
    if (changed.has('number') || changed.has('stamp')) this.read.run(this.number)
  }

  render() {
    const changes = this.read.value?.changes ?? []
    if (!changes.length) return nothing
    return html`<details><summary>${t('What people decided')}</summary><ol>${changes.map((change) => html`
      <li>${change.by.name} ${deed(change)} · <ramah-time at=${change.at}></ramah-time></li>`)}</ol></details>`
  }
}

function deed(change) {
  const known = deeds.find(([field]) => change.after && field in change.after)
  return known ? known[1](change) : ''
}

customElements.define('ramah-theme-history', ThemeHistory)
