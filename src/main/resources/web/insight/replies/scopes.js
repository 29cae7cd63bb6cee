import { html, nothing } from 'lit'
import { t } from '../../shared/words.js'

const names = { personal: 'Mine', team: 'A team’s', everyone: 'Everyone’s' }

/** Whose something is, as a word. */
export const whose = ({ scope, team }) => (scope === 'team' ? team : t(names[scope]))

/** Who wrote it last. What is personal was written by its owner. */
export const lastChange = ({ scope, changedAt, changedBy }) => html`<span class="hint">${scope !== 'personal' && changedBy
  ? html`${changedBy}, ` : nothing}<ramah-time at=${changedAt}></ramah-time></span>`

const valueOf = ({ scope, team }) => (scope === 'team' ? `team:${team}` : scope)

/** Shows in that field whose this one is; a team that is not known yet is chosen when it is. */
export function chooseAudience(root, now) {
  const field = root.querySelector('[name="audience"]')
  if ([...field.options].some((option) => option.value === valueOf(now))) field.value = valueOf(now)
}

/** Whose it is to be, as a field of a form: only what this person may write. */
export function scopeField(now, me, teams) {
  const lead = me?.role !== 'agent'
  const mine = lead ? teams : teams.filter((team) => me?.teams.includes(team))
  const chosen = valueOf(now)
  const option = (value, name) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`
  return html`<label class="field">${t('For whom')}<select name="audience">
    ${option('personal', t('Only me'))}
    ${mine.map((team) => option(`team:${team}`, t('The team {team}', { team })))}
    ${lead ? option('everyone', t('Everyone')) : nothing}</select></label>`
}

/** What the field says, as the server wants it. */
export function audienceOf(value) {
  return value.startsWith('team:') ? { scope: 'team', team: value.slice(5) } : { scope: value }
}
