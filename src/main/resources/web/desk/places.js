/**
 * The desk's address: which view with which filters is at the left, and which conversation is open, at which
 * entry. So whatever is on the screen is a link, and a link shows the same again.
 *
 * Event: `change`, when the view or a filter is another one.
 */
const PARTS = ['view', 'language', 'reason', 'status', 'q']

/** Views as their links name them, each with the filters it begins with. */
export const VIEWS = {
  mine: {},
  team: { status: 'open' },
  waiting: {},
  promised: {},
  all: {},
}

class Places extends EventTarget {
  constructor() {
    super()
    addEventListener('popstate', () => this.#tell())
  }

  /** `{view, language, reason, status, q, conversation, entry}`; what is not in the address is undefined. */
  get here() {
    const query = new URLSearchParams(location.search)
    const filters = Object.fromEntries(PARTS.filter(part => query.get(part)).map(part => [part, query.get(part)]))
    if (filters.view && !(filters.view in VIEWS)) filters.view = 'all'
    const [conversation, entry] = location.hash.slice(1).split('/')
    return { ...filters, conversation: conversation || undefined, entry: Number(entry) || undefined }
  }

  /** Only what a list is filtered by. */
  get filters() {
    const { conversation, entry, ...filters } = this.here
    return filters
  }

  /** The address of this view with these filters and no others; what is open stays open. */
  of(filters) {
    const known = PARTS.filter(part => filters[part]).map(part => [part, filters[part]])
    const query = new URLSearchParams(known).toString()
    return location.pathname + (query ? '?' + query : '') + location.hash
  }

  /** The address of a conversation, beside the same list. */
  at(conversation, entry) {
    return location.pathname + location.search + '#' + conversation + (entry ? '/' + entry : '')
  }

  /** Shows this view; `replace` where it only goes on with what the last one began. */
  go(filters, replace = false) {
    const address = this.of(filters)
    if (address === location.pathname + location.search + location.hash) return
    history[replace ? 'replaceState' : 'pushState'](null, '', address)
    this.#tell()
  }

  /** A conversation is in front now; the list beside it stays. */
  open(conversation, entry) {
    const address = this.at(conversation, entry)
    if (address !== location.pathname + location.search + location.hash) history.pushState(null, '', address)
  }

  /** Nothing is open any more. */
  close() {
    history.pushState(null, '', location.pathname + location.search)
  }

  #tell() {
    this.dispatchEvent(new Event('change'))
  }
}

export const places = new Places()

/** Draws a component again whenever the view is another one. */
export class FollowsPlaces {
  constructor(host) {
    this.host = host
    host.addController(this)
  }

  hostConnected() {
    places.addEventListener('change', this.#draw)
  }

  hostDisconnected() {
    places.removeEventListener('change', this.#draw)
  }

  #draw = () => this.host.requestUpdate()
}

/** A click that the browser should keep to itself: another tab, another window, a download. */
export const isForBrowser = event => event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
