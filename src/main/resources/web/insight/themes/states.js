import { html } from 'lit'
import { icons } from '../../shared/icons.js'
import { language, t } from '../../shared/words.js'

/** Where a theme stands, in words; each with the tone of its chip. */
export const states = {
  open: ['Open', 'warn'],
  fixing: ['Being fixed', 'info'],
  fixed: ['Fixed', 'good'],
  wont_fix: ['Stays as it is', ''],
}

export function stateChip({ state, late }) {
  const [name, tone] = states[state]
  return html`<span class="chip ${tone}">${state === 'fixed' ? icons.check : ''}${t(name)}</span>${late ? html` <span class="chip bad">${icons.warning}${t('late')}</span>` : ''}`
}

/** A day of the calendar, without a time. */
export const dayOf = (due) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${due}T00:00:00Z`))

/** What customers are told as long as nobody has written something better, by language; `name` is null where it has none. */
export const drafts = {
  fixed: {
    en: (name) => `${name ? `You told us about this: ${name}.` : 'You told us what went wrong.'} It is fixed now. Thank you for telling us!`,
    id: (name) => `${name ? `Anda pernah memberi tahu kami tentang ini: ${name}.` : 'Anda pernah memberi tahu kami apa yang salah.'} Sekarang sudah diperbaiki. Terima kasih sudah memberi tahu!`,
  },
  done: {
    en: (name) => `${name ? `You said: ${name}.` : 'You told us what goes wrong.'} We did: `,
    id: (name) => `${name ? `Kata Anda: ${name}.` : 'Anda memberi tahu kami apa yang salah.'} Yang kami lakukan: `,
  },
}
