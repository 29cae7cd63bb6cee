/**
 * The chat in the corner of a shop's page. This file is the whole of what the page gets to see: one
 * element at the end of its body and `window.ramah`. Everything else is in the shadow root.
 */
import { Chat } from './chat.js'
import { readSettings } from './settings.js'
import { App } from './view/app.js'
import { speech } from './words/words.js'

// Only while the script itself runs is its tag known; afterwards currentScript is null.
const tag = document.currentScript

function start(settings, words) {
  const chat = new Chat(settings)
  const app = words.then(spoken => {
    const made = new App(chat, settings, spoken)
    made.mount()
    chat.start()
    return made
  })
  window.ramah = Object.freeze({
    /** Opens the chat, as a tap on its button does. */
    open: () => app.then(one => one.open()),
    /** Closes the chat; the conversation goes on. */
    close: () => app.then(one => one.close()),
    /** Someone signed in on the page: `{id, exp, hash, name?, email?}`; `null` when they signed out. */
    identify: person => chat.identify(person)
  })
}

// A tag that stands twice in a page must not make two chats.
if (tag && !window.ramah) {
  const settings = readSettings(tag)
  const words = speech(settings)
  if (document.body) start(settings, words)
  else document.addEventListener('DOMContentLoaded', () => start(settings, words), { once: true })
}

export {}
