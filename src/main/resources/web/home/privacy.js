/** The sample shop's privacy page, to which its chat links. */
import { LitElement, css, html } from 'lit'
import { base } from '../shared/base.js'

class RamahPrivacy extends LitElement {
  static styles = [
    base,
    css`
      main { max-width: 40rem; margin: 0 auto; padding: var(--r-12) var(--r-4); }
      h1 { font-size: var(--r-text-2xl); margin: 0 0 var(--r-4); }
      p { color: var(--r-ink-2); }
    `,
  ]

  render() {
    return html`
      <main>
        <h1>Privacy at Kopi Nusantara</h1>
        <p>What you write in the chat is kept so that we can answer it, and so that you never have to say it twice.
          An automated assistant reads it first; a person does when you ask for one. Card numbers are masked before
          anything is stored.</p>
        <p>Your browser keeps a key to your conversation for seven days. “Forget me on this device” in the chat's menu
          deletes it. Write to privacy@kopi.example and we send you everything we hold, or erase it.</p>
        <p><a href="/shop">Back to the shop</a></p>
      </main>
    `
  }
}

customElements.define('ramah-privacy', RamahPrivacy)
