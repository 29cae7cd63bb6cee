import { LitElement, css, html, nothing } from 'lit'
import { get } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { t } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'

/** What people call what is changed; a setting that is not here is called by its key. */
const names = {
  routing: 'Who gets whom', hours: 'Teams and hours', relief: 'After hard conversations', blocking: 'Blocking visitors', 'follow-up': 'Follow-ups', theme: 'Themes',
  goodwill: 'Goodwill', gestures: 'Goodwill', webhooks: 'Webhooks', boldness: 'How bold', 'canned-replies': 'Canned replies', macros: 'Macros',
}

const AN_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `<ramah-changes>`: who changed which setting, and from what to what; the newest first. */
class Changes extends LitElement {
  static styles = [base, sheet, css`
    .card { padding: var(--r-1) var(--r-4); }
    td:first-child { white-space: nowrap; }
    td.what { max-width: 260px; overflow-wrap: break-word; }
    .of { display: block; color: var(--r-ink-3); overflow-wrap: anywhere; }
    dl { display: grid; gap: var(--r-2); }
    dt { color: var(--r-ink-3); }
    dd { overflow-wrap: anywhere; }
    del { color: var(--r-ink-3); }
    ins { text-decoration: none; }
    summary { color: var(--r-accent); font-weight: 600; cursor: pointer; }
    details[open] summary { margin-bottom: var(--r-2); }
    @media (max-width: 960px) { td.what { max-width: none; } }
  `]

  constructor() {
    super()
    this.newest = new Load(this, (signal) => get('/api/settings/changes', { signal }))
    this.newest.run()
  }

  render() {
    return this.newest.show(({ changes }) => (changes.length ? this.#table(changes)
      : html`<div class="card">${empty(t('Nobody has changed anything yet.'), t('Each change of a setting, a reply or a webhook is listed here, with who made it.'))}</div>`), { lines: 6 })
  }

  #table(changes) {
    return html`
      <div class="card"><table class="folds">
        <thead><tr><th scope="col">${t('When')}</th><th scope="col">${t('Who')}</th><th scope="col">${t('What')}</th><th scope="col">${t('From and to')}</th></tr></thead>
        <tbody>${changes.map((change) => html`
          <tr><td data-label=${t('When')}><ramah-time at=${change.at}></ramah-time></td>
            <td data-label=${t('Who')}>${change.by.name}</td>
            <td class="what" data-label=${t('What')}><span>${names[change.what] ? t(names[change.what]) : inWords(change.what)}${one(change)}</span></td>
            <td data-label=${t('From and to')}>${difference(change.before, change.after)}</td></tr>`)}</tbody>
      </table></div>`
  }
}

/** Which one of several was changed, by the name that people know it by. */
function one({ key, before, after }) {
  const row = after ?? before
  const known = row?.title ?? row?.name ?? row?.address ?? (row?.shortcut ? `/${row.shortcut}` : null) ?? (AN_ID.test(key ?? '') ? null : key)
  return known ? html`<span class="of">${known}</span>` : nothing
}

/** Part by part, those that differ; what is new or gone is told when it is asked for. */
function difference(before, after) {
  const was = parts(before)
  const is = parts(after)
  const differing = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => was[key] !== is[key])
  const list = html`<dl>${differing.map((key) => html`
    <div>${key ? html`<dt>${inWords(key)}</dt>` : nothing}<dd>${was[key] === undefined ? nothing : html`<del>${was[key]}</del> → `}
      ${is[key] === undefined ? t('taken away') : html`<ins>${is[key]}</ins>`}</dd></div>`)}</dl>`
  if (before && after) return list
  return html`<details><summary>${after ? t('set for the first time') : t('taken away')}</summary>${list}</details>`
}

function parts(value) {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) return { '': told(value) }
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null).map(([key, part]) => [key, told(part)]))
}

/** A value as a line of text: lists by semicolons, what belongs together by commas. */
function told(value) {
  if (value === null || value === '') return '–'
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(told).join('; ') || '–'
  const known = Object.entries(value).filter(([, part]) => part !== null && !AN_ID.test(part))
  return known.map(([key, part]) => `${inWords(key)}: ${told(part)}`).join(', ') || '–'
}

/** "mostHours" → "most hours". */
const inWords = (key) => key.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('-', ' ').toLowerCase()

customElements.define('ramah-changes', Changes)
