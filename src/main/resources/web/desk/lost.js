/** `<ramah-lost>`: what a person reads who opened an address at which there is nothing. */
import { html } from 'lit'
import { title } from '../shared/page.js'
import { t } from '../shared/words.js'
import { Gate } from './gate.js'
import './words-id.js'

class RamahLost extends Gate {
  connectedCallback() {
    super.connectedCallback()
    title(t('Nothing here'))
  }

  render() {
    return this.frame(html`
      <div class="head"><h1>${t('There is nothing at this address')}</h1>
        <p>${t('It may have been moved, or its link was cut off on the way.')}</p></div>
      <a class="button large" href="/">${t('To the first page')}</a>`)
  }
}

customElements.define('ramah-lost', RamahLost)
