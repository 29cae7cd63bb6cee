/**
 * `<ramah-survey>`: the link in a mail, or one that somebody passed on, asks one customer about one conversation, in their
 * language. The link opens nothing but the question.
 */
import { LitElement, css, html, nothing } from 'lit'
import { get, post } from '../shared/api.js'
import { base, loading } from '../shared/base.js'
import { mark } from '../shared/icons.js'
import '../shared/page.js'
import { mount, mountWish, wordsOf } from '../widget/survey/form.js'

class SurveyPage extends LitElement {
  static properties = { state: { state: true }, shop: { state: true } }

  static styles = [base, css`
    main { display: grid; gap: var(--r-5); max-width: 34rem; margin: 0 auto; padding: 10vh var(--r-4) var(--r-12); }
    .from { display: flex; align-items: center; gap: var(--r-2); min-height: 34px; font-weight: 650; overflow-wrap: anywhere; }
    .mark { flex: none; width: 34px; height: 34px; }
    .bubble { fill: var(--r-accent); }
    .smile { fill: none; stroke: var(--r-on-accent); stroke-width: 2.6; stroke-linecap: round; }
    .card { padding: var(--r-6) var(--r-5); }
    @media (max-width: 480px) { main { padding-top: var(--r-6); } }
  `]

  constructor() {
    super()
    this.state = 'opening'
    this.link = location.hash.slice(1)
    this.words = wordsOf(navigator.language.slice(0, 2).replace('in', 'id'))
    this.shop = ''
  }

  connectedCallback() {
    super.connectedCallback()
    addEventListener('hashchange', () => location.reload())
    this.#open()
    // Who asks; where nobody can tell, it is asked all the same.
    get('/api/widget', { atLogin: true }).then(({ shop }) => (this.shop = shop), () => {})
  }

  #open = async () => {
    this.state = 'opening'
    try {
      this.shown = await post('/api/survey/open', { link: this.link }, { atLogin: true })
      this.#speak(this.shown)
      this.state = 'asking'
    } catch ({ status }) {
      if (status === 409) await this.#wish()
      this.state = status === 409 ? 'already' : [400, 403, 404].includes(status) ? 'ended' : 'failed'
    }
  }

  /** Who answered with a low mark may still say whether they want to hear when it is fixed. */
  async #wish() {
    this.wish = await this.#tell().catch(() => null)
    if (this.wish) this.#speak(this.wish)
  }

  #tell = tell => post('/api/survey/tell', { link: this.link, tell }, { atLogin: true })

  /** The page is in the customer's language and direction, whatever their browser is in. */
  #speak({ language, direction }) {
    this.words = wordsOf(language)
    document.documentElement.lang = language
    document.documentElement.dir = direction
  }

  updated() {
    document.title = [this.words.title, this.shop].filter(Boolean).join(' · ')
    const place = this.renderRoot.querySelector('.place')
    if (!place || place.firstChild) return
    if (this.state === 'asking') {
      mount(place, this.shown, {
        send: given => post('/api/survey/answer', { link: this.link, ...given }, { atLogin: true }),
        tell: this.#tell
      })
    } else {
      mountWish(place, this.wish, this.#tell)
    }
  }

  render() {
    const { words, state } = this
    return html`<main><p class="from">${mark}<span dir="auto">${this.shop}</span></p>
      ${state === 'opening' ? loading(3, words.loading) : html`
        <h1>${state === 'asking' ? words.title : words[state]}</h1>
        ${state === 'asking' || (state === 'already' && this.wish?.tell != null) ? html`<div class="card place"></div>` : nothing}
        ${state === 'failed' ? html`<p><button class="button primary large" type="button" @click=${this.#open}>↻</button></p>` : nothing}`}</main>`
  }
}

customElements.define('ramah-survey', SurveyPage)
