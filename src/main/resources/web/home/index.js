/** The way into the sample world: the shop, the desk and the managers' page, and who to be there. */
import '../shared/page.js'
import { LitElement, css, html } from 'lit'
import { base } from '../shared/base.js'
import './privacy.js'

const PASSWORD = 'kopi-nusantara'

const PLACES = [
  {
    title: 'The shop',
    text: 'Be a customer: ask the chat in the corner something, then something it cannot answer.',
    href: '/shop',
    action: 'Visit Kopi Nusantara',
    people: [],
  },
  {
    title: 'The desk',
    text: 'Take the conversations that need a person, with everything the customer already said.',
    href: '/desk',
    action: 'Open the desk',
    people: [
      ['Bima', 'agent, orders', 'bima@kopi.example'],
      ['Ana', 'agent, machines', 'ana@kopi.example'],
    ],
  },
  {
    title: 'How it went',
    text: 'Read how satisfied customers are and why, and improve the articles.',
    href: '/insight',
    action: 'Read the report',
    people: [
      ['Maya', 'manager', 'maya@kopi.example'],
      ['Rani', 'administrator', 'rani@kopi.example'],
    ],
  },
]

class RamahHome extends LitElement {
  static styles = [
    base,
    css`
      main { max-width: 64rem; margin: 0 auto; padding: var(--r-12) var(--r-4); }
      h1 { font-size: var(--r-text-2xl); margin: 0 0 var(--r-2); letter-spacing: -0.02em; }
      .lead { color: var(--r-ink-2); font-size: var(--r-text-l); margin: 0 0 var(--r-8); max-width: 40rem; }
      .places { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: var(--r-4); }
      section {
        display: flex; flex-direction: column; gap: var(--r-3); padding: var(--r-6);
        background: var(--r-surface); border: 1px solid var(--r-line); border-radius: var(--r-radius-l);
      }
      h2 { margin: 0; font-size: var(--r-text-l); }
      section p { margin: 0; color: var(--r-ink-2); }
      dl { margin: 0; display: grid; gap: var(--r-2); }
      dt { font-weight: 600; }
      dt span { font-weight: 400; color: var(--r-ink-2); }
      dd { margin: 0; font-family: var(--r-mono); font-size: var(--r-text-s); overflow-wrap: anywhere; }
      section a {
        margin-top: auto; align-self: flex-start; padding: var(--r-2) var(--r-4); border-radius: var(--r-radius);
        background: var(--r-accent); color: var(--r-on-accent); font-weight: 600; text-decoration: none;
      }
      section a:hover { background: var(--r-accent-strong); }
      footer { margin-top: var(--r-8); color: var(--r-ink-2); }
      code { font-family: var(--r-mono); }
    `,
  ]

  render() {
    return html`
      <main>
        <h1>Ramah</h1>
        <p class="lead">A support desk for websites, here with the sample world of Kopi Nusantara, a coffee shop.</p>
        <div class="places">
          ${PLACES.map(
            (place) => html`
              <section>
                <h2>${place.title}</h2>
                <p>${place.text}</p>
                <dl>
                  ${place.people.map(
                    ([name, role, email]) => html`<div><dt>${name} <span>${role}</span></dt><dd>${email}</dd></div>`,
                  )}
                </dl>
                <a href=${place.href}>${place.action}</a>
              </section>
            `,
          )}
        </div>
        <footer>Everybody's password is <code>${PASSWORD}</code>. None of this exists without <code>RAMAH_DEMO</code>.</footer>
      </main>
    `
  }
}

customElements.define('ramah-home', RamahHome)
