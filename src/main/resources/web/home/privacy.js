/** The sample shop's privacy page, to which its chat links. */
import './words-id.js'
import { LitElement, css, html } from 'lit'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'

class RamahPrivacy extends LitElement {
  static styles = [
    base,
    css`
      main { display: grid; gap: var(--r-6); max-width: 40rem; margin: 0 auto; padding: var(--r-12) var(--r-6); }
      h1 { font: 700 clamp(var(--r-text-2xl), 5vw, 2.5rem)/1.15 Georgia, "Noto Serif", serif; }
      h2 { padding-bottom: var(--r-1); }
      section { padding-top: var(--r-5); border-top: 1px solid var(--r-line); }
      section p { color: var(--r-ink-2); font-size: 1rem; line-height: 1.6; }
      a { display: inline-flex; align-items: center; gap: var(--r-2); min-height: 32px; }
    `,
  ]

  render() {
    return html`
      <main>
        <p><a href="/shop">${icons.back}${t('Back to the shop')}</a></p>
        <h1>${t('Privacy at Kopi Nusantara')}</h1>
        <section><h2>${t('What we keep')}</h2>
          <p>${t('What you write in the chat is kept so that we can answer it, and so that you never have to say it twice. An automated assistant reads it first; a person does when you ask for one. Card numbers are masked before anything is stored.')}</p></section>
        <section><h2>${t('On your device')}</h2>
          <p>${t('Your browser keeps a key to your conversation for seven days. “Forget me on this device” in the chat’s menu deletes it.')}</p></section>
        <section><h2>${t('What you can ask of us')}</h2>
          <p>${t('Write to {address} and we send you everything we hold about you, or erase it.', { address: 'privacy@kopi.example' })}</p></section>
      </main>
    `
  }
}

customElements.define('ramah-privacy', RamahPrivacy)
