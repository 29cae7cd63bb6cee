import { html } from 'lit'
import { t } from '../../shared/words.js'

const roles = { agent: 'Agent', manager: 'Manager', admin: 'Administrator' }

const statuses = {
  online: { name: 'online', tone: 'good' },
  away: { name: 'away', tone: 'warn' },
  offline: { name: 'offline', tone: '' },
}

export const roleName = (role) => t(roles[role] ?? role)

/** Whether somebody is here; the deactivated cannot be. */
export function statusChip(person) {
  if (!person.active) return html`<span class="chip bad">${t('deactivated')}</span>`
  if (person.invited) return html`<span class="chip info">${t('invited')}</span>`
  const { name, tone } = statuses[person.status] ?? statuses.offline
  return html`<span class="chip ${tone}">${t(name)}</span>`
}
