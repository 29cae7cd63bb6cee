/**
 * Two who write in the same conversation at once say things twice. Whoever sends second is told first who writes as
 * well; sending again sends it anyway.
 */
import { html, nothing } from 'lit'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { line } from './line.js'

export class SecondWriter {
  #host
  #warned = null
  /** Names of those who write as well, after the warning. */
  names = []

  constructor(host) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected() {
    this.forget()
  }

  /** The draft is another one, or was sent. */
  forget() {
    this.#warned = null
    this.names = []
  }

  /** True if nobody else writes here, or the writer was told and sends all the same. */
  mayGo() {
    const thread = line.thread()
    const writing = thread.others.filter(({ writes }) => writes)
    if (writing.length === 0 || this.#warned === thread.conversation) return true
    this.#warned = thread.conversation
    this.names = writing.map(({ name }) => name)
    this.#host.requestUpdate()
    return false
  }

  view() {
    return html`<div role="alert">${this.names.length === 0 ? nothing : html`<ul class="known"><li>
      <div><strong>${icons.warning}${t('{names} is writing here as well', { names: this.names.join(', ') })}</strong></div></li>
      <li class="hint">${t('Send again to send it anyway.')}</li></ul>`}</div>`
  }
}
