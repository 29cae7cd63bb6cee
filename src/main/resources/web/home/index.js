/** The way into the sample world: the shop, the desk and the managers' page, and who to be there. */
import '../shared/page.js'
import './words-id.js'
import { LitElement, html } from 'lit'
import { base } from '../shared/base.js'
import { icons, mark } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { look } from './look.js'
import './privacy.js'

const PASSWORD = 'kopi-nusantara'

/** Signs in on the way: the address is filled in, the password is below. */
const signIn = (email, next) => `/login?next=${next}&email=${encodeURIComponent(email)}`

const steps = [
  {
    title: t('Ask in the shop'),
    text: t('Ask the chat in the corner about delivery or grinding: it answers from the help articles. Then ask for something only a person can do.'),
    icon: icons.chat,
    people: [
      [t('As Sari'), t('customer, order 1042'), '/shop?as=sari&language=id'],
      [t('As Tom'), t('customer, order 1057'), '/shop?as=tom&language=en'],
      [t('As a visitor'), t('nobody yet'), '/shop?as=visitor'],
    ],
  },
  {
    title: t('Answer at the desk'),
    text: t('Take the conversation: what was asked, what the bot said and what is known about the customer are on one screen.'),
    icon: icons.inbox,
    people: [
      ['Bima', t('agent, orders'), signIn('bima@kopi.example', '/desk')],
      ['Ana', t('agent, machines'), signIn('ana@kopi.example', '/desk')],
    ],
  },
  {
    title: t('Read how it went'),
    text: t('See how satisfied customers are and why, open the conversation behind a comment, and improve the articles.'),
    icon: icons.article,
    people: [
      ['Maya', t('manager'), signIn('maya@kopi.example', '/insight')],
      ['Rani', t('administrator'), signIn('rani@kopi.example', '/people')],
    ],
  },
]

class RamahHome extends LitElement {
  static styles = [base, look]

  render() {
    return html`
      <main>
        <header>
          <p class="brand">${mark}Ramah</p>
          <h1>${t('A support desk where nobody says it twice.')}</h1>
          <p class="lead">${t('This is the sample world: Kopi Nusantara, an online coffee shop. Play all three sides of it, best in two windows next to each other.')}</p>
        </header>
        <ol class="steps">${steps.map(step)}</ol>
        <p class="password">${icons.info}<span>${t('Everybody’s password is')} <code>${PASSWORD}</code>. ${t('None of this exists without')} <code>RAMAH_DEMO</code>.</span></p>
      </main>`
  }
}

function step({ title, text, icon, people }, i) {
  return html`
    <li>
      <h2><span class="number" aria-hidden="true">${i + 1}</span>${title}</h2>
      <p>${text}</p>
      <ul>${people.map(([name, about, href]) => html`
        <li><a href=${href}>${icon}<span><b>${name}</b> <span class="hint">${about}</span></span>${icons.next}</a></li>`)}</ul>
    </li>`
}

customElements.define('ramah-home', RamahHome)
