import { LitElement, html } from 'lit'
import { base } from '../../shared/base.js'
import { addWords, t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import { rowsLook } from './rows.js'
import { Setting } from './setting.js'

addWords('id', {
  'Pages by address': 'Halaman lewat alamat',
  'Articles can be imported from pages by their address, and this server fetches them. It does so only from the hosts listed here, and never from addresses of this machine or its network. While none is listed, it fetches nothing.':
    'Artikel dapat diimpor dari halaman lewat alamatnya, dan server ini yang mengambilnya. Itu hanya dari host yang terdaftar di sini, dan tidak pernah dari alamat mesin ini atau jaringannya. Selama belum ada yang terdaftar, server tidak mengambil apa pun.',
  'Hosts, one a line': 'Host, satu per baris',
  'help.example.com is that host; *.example.com is every one below it; a port other than the usual one stands behind a colon. Only administrators change this.':
    'help.example.com adalah host itu; *.example.com adalah semua di bawahnya; porta lain ditulis setelah titik dua. Hanya administrator yang mengubahnya.',
})

/** `<ramah-article-hosts-setting>`: the hosts from which pages may be read as articles. */
class ArticleHostsSetting extends LitElement {
  static styles = [base, sheet, rowsLook]

  constructor() {
    super()
    this.setting = new Setting(this, 'article-hosts', ({ hosts }) => ({ lines: hosts.join('\n') }))
  }

  render() {
    const { setting } = this
    return setting.form(() => this.#fields(setting.draft), () => setting.save({ hosts: setting.draft.lines.split('\n').map((line) => line.trim()).filter(Boolean) }))
  }

  #fields(draft) {
    return html`
      <p>${t('Articles can be imported from pages by their address, and this server fetches them. It does so only from the hosts listed here, and never from addresses of this machine or its network. While none is listed, it fetches nothing.')}</p>
      <label class="field">${t('Hosts, one a line')}
        <textarea rows="4" inputmode="url" autocapitalize="off" spellcheck="false" placeholder="help.example.com" aria-describedby="how" ?disabled=${!this.setting.mayChange}
          .value=${draft.lines} @input=${(event) => (draft.lines = event.target.value)}></textarea></label>
      <p class="hint" id="how">${t('help.example.com is that host; *.example.com is every one below it; a port other than the usual one stands behind a colon. Only administrators change this.')}</p>`
  }
}

customElements.define('ramah-article-hosts-setting', ArticleHostsSetting)
