import { isToRead } from '../conversation.js'
import { styleSheet } from '../styles/styles.js'
import { Announcer } from './announcer.js'
import { h, set } from './dom.js'
import { Launcher } from './launcher.js'
import { Panel } from './panel.js'
import { Picture } from './picture.js'

/** The one element in the shop's page, and what is open in it. */
export class App {
  #chat
  #settings
  #planned = false
  #known = false

  constructor(chat, settings, words) {
    this.#chat = chat
    this.#settings = settings
    this.words = words
    this.announcer = new Announcer(chat, words)
    this.launcher = new Launcher(words, settings, () => this.open())
    const draft = kept('draft')
    this.wasOpen = kept('open')
    this.picture = new Picture(chat, words)
    this.panel = new Panel(chat, words, settings, {
      close: () => this.close(),
      draft,
      openPicture: about => this.picture.open(about),
      announce: text => this.announcer.say(text)
    })
    this.panel.onread = () => this.#read()
    chat.addEventListener('change', () => this.#plan())
    chat.addEventListener('news', ({ detail: entry }) => isToRead(entry) && this.#said(false))
    chat.addEventListener('reset', () => this.picture.close())
  }

  mount() {
    this.host = document.createElement('ramah-widget')
    const root = this.host.attachShadow({ mode: 'open' })
    document.body.append(this.host)
    root.adoptedStyleSheets = [styleSheet(this.host)]
    root.append(
      h(
        'div',
        { class: 'root', lang: this.words.language, dir: this.words.direction },
        this.launcher.element,
        this.panel.element,
        this.picture.element,
        this.announcer.element
      )
    )
    document.addEventListener('visibilitychange', () => this.#read())
    this.#fitKeyboard()
    this.#update()
    // Someone who browses on with the chat open finds it open on the next page; but never as a sheet
    // over a phone's whole screen, and never taking the focus.
    if (this.wasOpen.read() && innerWidth > 640) this.#show(true)
  }

  open() {
    this.#show(true)
    this.panel.focus()
  }

  close() {
    if (this.panel.element.hidden) return
    const held = this.host.shadowRoot.activeElement
    this.#show(false)
    if (held) this.launcher.element.focus()
  }

  #show(open) {
    this.panel.element.hidden = !open
    this.launcher.element.hidden = open
    set(this.launcher.element, 'aria-expanded', String(open))
    this.wasOpen.write(open ? '1' : '')
    if (!open) return
    this.#chat.look()
    this.#ask()
    this.#update()
    this.panel.toEnd()
    this.#read()
  }

  /** The desk is asked about the shop when somebody looks, not on every page view. */
  async #ask() {
    if (this.#known) return
    this.#known = true
    const shop = await this.#chat.api.get(`/api/widget?language=${this.#settings.language}`).catch(() => null)
    if (!shop) this.#known = false
    else {
      this.panel.know({
        ...shop,
        shop: this.#settings.shop || shop.shop,
        privacy: this.#settings.privacy || shop.privacy
      })
      if (shop.news[0]) (await this.#chat.load('news')).mount(this.panel.scroller, shop.news, this.words.language)
    }
  }

  /** Many changes in one turn of the event loop are one drawing. */
  #plan() {
    if (this.#planned) return
    this.#planned = true
    queueMicrotask(() => {
      this.#planned = false
      this.#update()
    })
  }

  #update() {
    const unsent = this.#chat.pending.filter(({ frame }) => frame.type === 'say').at(-1)?.frame.clientId
    const file = this.#chat.files.onTheWay.at(-1)?.clientId
    this.panel.update()
    this.launcher.update(this.panel.element.hidden ? this.#chat.unread.length : 0)
    if ((unsent && unsent !== this.lastUnsent) || (file && file !== this.lastFile)) this.#said(true)
    this.lastUnsent = unsent ?? this.lastUnsent
    this.lastFile = file ?? this.lastFile
    this.#read()
  }

  #said(own) {
    requestAnimationFrame(() => this.panel.said(own))
  }

  #read() {
    if (this.panel.showsEnd && !document.hidden && this.#chat.unread.length) this.#chat.seen()
  }

  /** A phone's keyboard covers the page without resizing it: the sheet ends where the keyboard begins. */
  #fitKeyboard() {
    const view = window.visualViewport
    const fit = () => {
      const zoomed = view.scale > 1.05
      this.host.style.setProperty(
        '--keyboard',
        zoomed ? '0px' : `${Math.max(0, innerHeight - view.height - view.offsetTop)}px`
      )
    }
    view?.addEventListener('resize', fit)
  }
}

/** A word kept for this tab only; where that is not allowed it is not kept. */
function kept(name) {
  const key = `ramah:${name}`
  return {
    read() {
      try {
        return sessionStorage.getItem(key) ?? ''
      } catch {
        return ''
      }
    },
    write(value) {
      try {
        sessionStorage.setItem(key, value)
      } catch {
        // Nothing to do: the line is lost with the tab.
      }
    }
  }
}
