/** What the palette finds at the desk: deeds, conversations, canned replies, macros and pages. */
import { get, me } from '../shared/api.js'
import { pagesFor } from '../shared/shell.js'
import { t } from '../shared/words.js'
import { asItem } from './completions.js'
import { keySheet } from './keys.js'
import { line } from './line.js'
import { macrosOf } from './macros.js'
import { addToPalette } from './palette-items.js'
import { nameOf } from './rows.js'

/** Keys that make no sense from the palette: it has taken the focus from what they are about. */
const ONLY_KEYS = ['Enter', 'Esc', 'j', 'k', '/', '1-9', ':', '@ ', 'Alt 1-3', 'Ctrl K']

/**
 * Tells the palette of this desk.
 * @param desk `{press(key), open(conversation), insert(text), run(macro), status(status)}`
 */
export function tellPalette(desk) {
  addToPalette(() => keySheet().flatMap(([, keys]) => keys).filter(([key]) => !ONLY_KEYS.includes(key))
    .map(([key, name]) => ({ group: t('What you can do'), name, key, run: () => desk.press(key) })))
  addToPalette(() => ['online', 'away', 'offline'].map(status => ({
    group: t('My status'), name: t({ online: 'Online', away: 'Away', offline: 'Offline' }[status]), run: () => desk.status(status),
  })))
  addToPalette(() => [...line.board.mine, ...line.board.queue].map(item => ({
    group: t('Conversations'), name: nameOf(item.customer), detail: item.preview ?? item.brief?.request ?? '', run: () => desk.open(item.conversation),
  })))
  addToPalette(async () => !line.current ? [] : (await macrosOf(line.current)).map(macro => ({
    group: t('Macros'), name: macro.title, key: macro.key, chip: lacks(macro),
    detail: macro.steps.map(({ step, text }) => text ?? step.team ?? t({ resolve: 'Resolve' }[step.kind] ?? '')).filter(Boolean).join(' → '),
    run: () => desk.run(macro),
  })))
  addToPalette(async () => !line.current ? [] : (await get(`/api/conversations/${encodeURIComponent(line.current)}/replies`)).replies.map(asItem).map(item => ({
    group: t('Canned replies'), name: item.title, detail: `${item.label} · ${item.text}`, chip: item.chip, run: () => desk.insert(item.text),
  })))
  addToPalette(async () => pagesFor((await me()).role).map(page => ({
    group: t('Pages'), name: t(page.name), run: () => location.assign(page.path),
  })))
}

const lacks = macro => {
  const missing = [...new Set(macro.steps.flatMap(step => step.missing))]
  return missing.length ? t('not known: {names}', { names: missing.join(', ') }) : ''
}
