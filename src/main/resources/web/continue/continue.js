/**
 * `<ramah-continue>`: the link in a mail opens one conversation. What stands behind the # is changed for a token of this
 * browser's, which the chat finds where it keeps its own, and the chat opens.
 */
import { LitElement, css, html, nothing } from 'lit'
import './words-id.js'
import { post } from '../shared/api.js'
import { base, loading } from '../shared/base.js'
import { mark } from '../shared/icons.js'
import { title } from '../shared/page.js'
import { language, t } from '../shared/words.js'

class Continue extends LitElement {
  static properties = { state: { state: true }, problem: { state: true } }

  static styles = [base, css`
    main { display: grid; gap: var(--r-4); max-width: 30rem; margin: 12vh auto 0; padding: var(--r-8); border: 1px solid var(--r-line); border-radius: var(--r-radius-l);
      background: var(--r-surface); box-shadow: var(--r-shadow); }
    .mark { width: 38px; height: 38px; }
    .bubble { fill: var(--r-accent); }
    .smile { fill: none; stroke: var(--r-on-accent); stroke-width: 2.6; stroke-linecap: round; }
    :host { display: block; padding: 0 var(--r-4); }
    @media (max-width: 480px) { main { padding: var(--r-6) var(--r-5); } }
    p { color: var(--r-ink-2); font-size: 1rem; line-height: 1.6; }
    .row { display: flex; flex-wrap: wrap; gap: var(--r-2); }
  `]

  constructor() {
    super()
    title(t('Your conversation'))
    this.state = 'opening'
    this.problem = null
    this.link = location.hash.slice(1)
    // Neither the history nor whoever looks over a shoulder keeps it.
    history.replaceState(null, '', location.pathname)
  }

  connectedCallback() {
    super.connectedCallback()
    this.#open()
  }

  #open = async () => {
    if (!this.link) {
      this.state = 'ended'
      return
    }
    this.state = 'opening'
    try {
      const key = await post('/api/mail/link', { link: this.link }, { atLogin: true })
      signIn(key)
      await addChat()
      this.state = 'open'
    } catch (problem) {
      this.problem = problem
      this.state = problem.status === 404 || problem.status === 400 ? 'ended' : 'broken'
    }
  }

  render() {
    if (this.state === 'opening') return html`<main>${mark}${loading(3, t('Opening your conversation'))}</main>`
    return html`<main aria-live="polite">${mark}${this[`_${this.state}`]()}</main>`
  }

  _open() {
    return html`<h1>${t('Your conversation is open')}</h1>
      <p>${t('Everything that was said is there, and you can go on writing.')}</p>
      <div class="row"><button class="button primary large" type="button" @click=${() => window.ramah?.open()}>${t('Show the chat')}</button></div>`
  }

  _ended() {
    return html`<h1>${t('This link has ended')}</h1>
      <p>${t('Links in our mails work for some days only. Reply to the mail, or open the chat where you began it.')}</p>`
  }

  _broken() {
    return html`<h1>${t('The conversation could not be opened')}</h1>
      <p>${this.problem?.message ?? nothing}</p>
      <div class="row"><button class="button primary large" type="button" @click=${this.#open}>${t('Try again')}</button></div>`
  }
}

/** Where the chat looks for who it is (widget/session.js); what it kept of another visit here is not this one's. */
function signIn(key) {
  const prefix = `ramah:${location.origin}:`
  for (const kept of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) localStorage.removeItem(kept)
  localStorage.setItem(`${prefix}session`, JSON.stringify(key))
}

function addChat() {
  return new Promise((done, failed) => {
    const tag = document.createElement('script')
    tag.src = '/widget.js'
    tag.dataset.language = language
    tag.onload = () => {
      window.ramah?.open()
      done()
    }
    tag.onerror = () => failed(new Error(t('No connection to the server.')))
    document.body.append(tag)
  })
}

customElements.define('ramah-continue', Continue)
