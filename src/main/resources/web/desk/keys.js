/**
 * The desk's keys: one letter, no modifier, never while typing or while a dialog is open. People who
 * speak to their computer trip over single letters (WCAG 2.1.4), so they can be switched off.
 */
import { t } from '../shared/words.js'

const STORED = 'ramah.keys'

/** What the sheet of keys shows; the page gives each its deed. */
export const keySheet = () => [
  [t('Lists'), [
    ['j', t('Next conversation')],
    ['k', t('Previous conversation')],
    ['Enter', t('Open')],
    ['/', t('Filter')],
  ]],
  [t('Conversation'), [
    ['t', t('Take')],
    ['r', t('Reply')],
    ['n', t('Private note')],
    ['x', t('Transfer')],
    ['p', t('Wait for somebody else')],
    ['g', t('Give something')],
    ['e', t('Resolve')],
    ['1-9', t('Run a macro')],
    ['s', t('Put the first suggested reply into the box')],
    ['Esc', t('Leave the text, back to the keys')],
  ]],
  [t('While writing'), [
    ['/', t('Canned reply')],
    [':', t('Emoji')],
    ['@ ', t('Call a colleague, in a note')],
    ['Alt 1-3', t('Put a suggested reply into the box')],
  ]],
  [t('Desk'), [
    ['Ctrl K', t('Everything you can do')],
    ['@', t('Notes that name you')],
    ['m', t('Sound on or off')],
    ['?', t('This sheet')],
  ]],
]

export function keysAreOn() {
  try {
    return localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}

export function switchKeys(on) {
  try {
    localStorage.setItem(STORED, on ? 'on' : 'off')
  } catch {
    // Not remembered.
  }
}

const writes = element => element?.matches?.('input, textarea, select, [contenteditable]')

/** Listens for `deeds`, a map of key to function, until the answer is called. */
export function listen(deeds) {
  const heard = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return
    const path = event.composedPath()
    if (writes(path[0]) || path.some(element => element.localName === 'dialog') || !keysAreOn()) return
    // A key of the page must not scroll the list or press what has the focus as well.
    const deed = deeds[event.key]
    if (!deed) return
    event.preventDefault()
    deed(event)
  }
  addEventListener('keydown', heard)
  return () => removeEventListener('keydown', heard)
}
