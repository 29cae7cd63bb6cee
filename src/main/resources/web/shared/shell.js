/**
 * `<ramah-shell page="desk">`: the frame of every staff page. Product, the pages this role may open, who
 * is signed in, language and sign out above; the page itself in the slot. With `full` the page takes
 * the whole window and scrolls inside itself, as the desk does; without, it is a centred column.
 * Further controls of a page go into the slot `tools`.
 */
import { LitElement, css, html, nothing } from 'lit'
import { me, signOut } from './api.js'
import { base } from './base.js'
import { icons, mark } from './icons.js'
import { Waiting } from './waiting.js'
import { language, languages, speak, t } from './words.js'

const everyone = ['agent', 'manager', 'admin']
const leads = ['manager', 'admin']
const pages = [
  { key: 'my-work', path: '/my-work', name: 'My work', roles: everyone, aside: true },
  { key: 'practice', path: '/practice', name: 'Practice', roles: everyone, aside: true },
  { key: 'wall', path: '/wall', name: 'Wall', roles: everyone, aside: true },
  { key: 'desk', path: '/desk', name: 'Desk', roles: everyone },
  { key: 'insight', path: '/insight', name: 'Satisfaction', roles: leads },
  { key: 'loyalty', path: '/loyalty', name: 'Loyalty', roles: leads, aside: true },
  { key: 'follow-ups', path: '/follow-ups', name: 'Follow-ups', roles: leads },
  { key: 'themes', path: '/themes', name: 'Themes', roles: leads },
  { key: 'articles', path: '/articles', name: 'Articles', roles: everyone },
  { key: 'replies', path: '/replies', name: 'Replies', roles: everyone },
  { key: 'people', path: '/people', name: 'People', roles: leads },
  { key: 'customers', path: '/customers', name: 'Customers', roles: leads },
  { key: 'settings', path: '/settings', name: 'Settings', roles: leads },
]

/** How many wait on a page, and in words; nothing while nobody knows, or none do. */
const told = {
  'follow-ups': ({ open, late }) => ({
    n: open,
    bad: late > 0,
    words: late ? t('{n} wait for you, {late} of them late', { n: open, late }) : t('{n} wait for you', { n: open }),
  }),
  themes: ({ risen }) => ({ n: risen, bad: true, words: t('{n} rose', { n: risen }) }),
}

/** The pages that somebody with this role may open; those aside are in the menu of who is signed in. */
export const pagesFor = role => pages.filter(page => page.roles.includes(role))

/** Where the pages are in the menu, its button shows that it holds more than a name. */
const lines = html`<svg class="icon" viewBox="0 0 24 24"><path d="M4 7h16M4 12h16M4 17h16" /></svg>`

const roleNames = { agent: 'Agent', manager: 'Manager', admin: 'Administrator' }

class RamahShell extends LitElement {
  static properties = {
    page: {},
    full: { type: Boolean, reflect: true },
    person: { state: true },
    open: { state: true },
  }

  static styles = [base, css`
    :host { display: flex; flex-direction: column; min-height: 100dvh; }
    :host([full]) { height: 100dvh; min-height: 0; }
    .skip { position: absolute; inset-inline-start: var(--r-2); top: -60px; z-index: 30; }
    .skip:focus { top: var(--r-2); }
    header { position: relative; z-index: 20; display: flex; align-items: center; gap: var(--r-4); flex: none; min-height: 52px;
      padding: 0 var(--r-4); background: var(--r-surface); border-bottom: 1px solid var(--r-line); }
    :host(:not([full])) header { position: sticky; top: 0; }
    .product { display: flex; align-items: center; gap: var(--r-2); color: var(--r-ink); text-decoration: none;
      font-weight: 700; font-size: var(--r-text-l); letter-spacing: -0.015em; }
    .mark { width: 26px; height: 26px; }
    .bubble { fill: var(--r-accent); }
    .smile { fill: none; stroke: var(--r-on-accent); stroke-width: 2.6; stroke-linecap: round; }
    nav { display: flex; gap: var(--r-1); align-self: stretch; margin-inline-end: auto; }
    nav a { display: flex; align-items: center; padding: 0 var(--r-3); color: var(--r-ink-2); text-decoration: none;
      font-weight: 600; font-size: var(--r-text-s); border-block: 2px solid transparent; }
    nav a:hover { color: var(--r-ink); background: var(--r-sunken); }
    .waits { margin-inline-start: var(--r-1); padding: 0 6px; font-size: 0.75rem; line-height: 1.5; }
    nav a[aria-current] { color: var(--r-accent); border-bottom-color: var(--r-accent); }
    nav a:focus-visible { outline-offset: -2px; }
    .tools { display: flex; align-items: center; gap: var(--r-2); }
    .who { position: relative; }
    .whose { display: flex; align-items: center; gap: var(--r-2); min-height: 36px; padding: 0 var(--r-2) 0 var(--r-1);
      border: 0; border-radius: var(--r-round); background: none; font-weight: 600; font-size: var(--r-text-s); }
    .whose:hover { background: var(--r-sunken); }
    .initials { display: grid; place-items: center; width: 28px; height: 28px; border-radius: 50%;
      background: var(--r-accent-soft); color: var(--r-accent-strong); font-size: 0.75rem; font-weight: 700; }
    .menu { position: absolute; inset-inline-end: 0; top: calc(100% + 6px); min-width: 248px; max-height: calc(100dvh - 72px); overflow-y: auto; padding: var(--r-2);
      background: var(--r-surface); border: 1px solid var(--r-line); border-radius: var(--r-radius);
      box-shadow: var(--r-shadow); }
    .menu .about { padding: var(--r-2) var(--r-3); }
    .menu .about span { display: block; }
    .menu .item { display: flex; align-items: center; gap: var(--r-2); width: 100%; min-height: 40px; padding: 0 var(--r-3);
      border: 0; border-radius: var(--r-radius-s); background: none; color: var(--r-ink); text-align: start;
      text-decoration: none; font-size: var(--r-text-s); font-weight: 600; }
    .menu .item:hover { background: var(--r-sunken); }
    .menu .item[aria-current], .menu .item[aria-pressed="true"] { color: var(--r-accent); }
    .menu hr { border: 0; border-top: 1px solid var(--r-line); margin: var(--r-2) 0; }
    .menu .only-narrow { display: none; }
    main { flex: 1; min-height: 0; width: 100%; max-width: 1160px; margin: 0 auto; padding: var(--r-6) var(--r-4) var(--r-12); }
    main:focus { outline: none; }
    :host([full]) main { display: flex; flex-direction: column; max-width: none; padding: 0; }
    .fold { display: none; }
    @media (max-width: 1080px) {
      header { gap: var(--r-2); padding: 0 var(--r-3); }
      nav { display: none; }
      .tools { margin-inline-start: auto; }
      .whose { padding-inline: var(--r-2) var(--r-1); border: 1px solid var(--r-line); }
      .fold, .menu .only-narrow { display: block; }
    }
    /* The desk has tools of its own beside the pages. */
    @media (max-width: 1260px) {
      :host([full]) nav { display: none; }
      :host([full]) .tools { margin-inline-start: auto; }
      :host([full]) .whose { padding-inline: var(--r-2) var(--r-1); border: 1px solid var(--r-line); }
      :host([full]) :is(.fold, .menu .only-narrow) { display: block; }
    }
    @media (max-width: 760px) {
      header { min-height: 48px; }
      .whose .name { display: none; }
    }
    @media (max-width: 360px) { :host([full]) .whose { padding-inline: var(--r-2); } :host([full]) .initials { display: none; } }
    @media print { header { display: none; } main { max-width: none; padding: 0; } }
  `]

  constructor() {
    super()
    this.person = null
    this.open = false
    this.waiting = new Waiting(this)
  }

  connectedCallback() {
    super.connectedCallback()
    me().then(this.#known, () => {})
    document.addEventListener('click', this.#outside)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    document.removeEventListener('click', this.#outside)
  }

  #known = person => {
    this.person = person
    if (leads.includes(person.role)) this.waiting.begin()
  }

  #outside = event => {
    if (this.open && !event.composedPath().includes(this.renderRoot.querySelector('.who'))) this.open = false
  }

  #escape = event => {
    if (event.key !== 'Escape' || !this.open) return
    event.stopPropagation()
    this.open = false
    this.renderRoot.querySelector('.whose').focus()
  }

  /** A button and not a link, because the address's fragment belongs to the page. */
  #toContent = () => this.renderRoot.querySelector('main').focus()

  render() {
    return html`
      <header>
        <button class="skip button primary" type="button" @click=${this.#toContent}>${t('Skip to the page')}</button>
        <a class="product" href=${this.person?.role === 'manager' ? '/insight' : '/desk'}>${mark}<span>Ramah</span></a>
        <nav aria-label=${t('Pages')}>${this.#links('')}</nav>
        <div class="tools"><slot name="tools"></slot>${this.person ? this.#who() : nothing}</div>
      </header>
      <main tabindex="-1"><slot></slot></main>`
  }

  #links(shape) {
    if (!this.person) return nothing
    return this.#pages(shape, pagesFor(this.person.role).filter(page => !page.aside))
  }

  #pages(shape, shown) {
    return shown.map(page => html`
      <a class=${shape} href=${page.path} aria-current=${page.key === this.page ? 'page' : nothing}>${t(page.name)}${this.#waits(page.key)}</a>`)
  }

  #waits(page) {
    const count = this.waiting.counts[page]
    const { n, bad, words } = count ? told[page](count) : {}
    return n ? html` <span class="waits chip ${bad ? 'bad' : ''}" aria-hidden="true">${n}</span><span class="unseen">, ${words}</span>` : nothing
  }

  #who() {
    const initials = this.person.name.split(/\s+/).map(word => word[0]).slice(0, 2).join('').toUpperCase()
    return html`<div class="who" @keydown=${this.#escape}>
      <button class="whose" type="button" aria-expanded=${this.open} aria-controls="menu" @click=${() => (this.open = !this.open)}>
        <span class="fold" aria-hidden="true">${lines}</span><span class="initials" aria-hidden="true">${initials}</span>
        <span class="name">${this.person.name}</span><span class="unseen">${t('Menu of {name}', { name: this.person.name })}</span>
      </button>
      <div class="menu" id="menu" ?hidden=${!this.open}>
        <div class="about"><strong>${this.person.name}</strong>
          <span class="hint">${t(roleNames[this.person.role] ?? this.person.role)} · ${this.person.email}</span></div>
        <div class="only-narrow"><hr>${this.#links('item')}</div>
        <hr>
        ${this.#pages('item', pagesFor(this.person.role).filter(page => page.aside))}
        <hr>
        ${Object.entries(languages).map(([code, name]) => html`
          <button class="item" type="button" lang=${code} aria-pressed=${code === language} @click=${() => speak(code)}>
            ${name}${code === language ? icons.check : nothing}</button>`)}
        <hr>
        <button class="item" type="button" @click=${signOut}>${icons.out}${t('Sign out')}</button>
      </div></div>`
  }
}

customElements.define('ramah-shell', RamahShell)
