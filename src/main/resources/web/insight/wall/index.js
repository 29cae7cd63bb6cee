import { LitElement, html, nothing } from 'lit'
import './words-id.js'
import { base } from '../../shared/base.js'
import { clock, number, percent } from '../../shared/format.js'
import { title } from '../../shared/page.js'
import { ReconnectingSocket } from '../../shared/socket.js'
import { t, tn } from '../../shared/words.js'
import { wallLook } from './look.js'

/** A wait that is longer than this, in ms, is marked: nobody across the room reads a stopwatch. */
const LONG = 5 * 60_000

/** How often the clock on the wall is looked at. */
const TICK = 1_000

/** `<ramah-wall>`: what is now, and what today has brought, to be read from across a room. */
class Wall extends LitElement {
  static properties = { numbers: { state: true }, down: { state: true }, now: { state: true } }

  static styles = [base, wallLook]

  constructor() {
    super()
    title(t('Now'))
    this.numbers = null
    this.down = false
    this.now = Date.now()
    this.socket = new ReconnectingSocket('/ws/wall')
    this.socket.addEventListener('open', () => this.socket.send({ type: 'hello' }))
    this.socket.addEventListener('frame', ({ detail }) => this.#told(detail))
    this.socket.addEventListener('down', () => (this.down = true))
    this.socket.addEventListener('expired', () => location.assign(`/login?next=${encodeURIComponent('/wall')}`))
  }

  connectedCallback() {
    super.connectedCallback()
    this.socket.start()
    this.timer = setInterval(() => (this.now = Date.now()), TICK)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.socket.stop()
    clearInterval(this.timer)
  }

  #told(frame) {
    if (frame.type !== 'wall') return
    this.numbers = frame
    this.down = false
  }

  render() {
    return html`
      <ramah-shell page="wall" full>
        <div class="wall ${this.down ? 'stale' : ''}">
          <div class="head"><h1>${t('Now')}</h1>
            <p class="clock"><time>${clock(this.now)}</time>
              ${this.down ? html`<span class="chip warn" role="status">${t('No connection: these numbers may be old.')}</span>` : nothing}</p></div>
          ${this.numbers ? this.#numbers(this.numbers) : html`<p class="hint" role="status">${t('Looking …')}</p>`}
        </div>
      </ramah-shell>`
  }

  #numbers({ waiting, longestSince, online, away, inHand, today }) {
    const waited = longestSince ? Math.max(0, this.now - Date.parse(longestSince)) : 0
    const tone = waiting === 0 ? 'calm' : waited > LONG || online === 0 ? 'alarm' : 'busy'
    return html`
      <dl class="big">
        <div class="waiting ${tone}"><dt>${t('Waiting')}</dt><dd>${number(waiting)}</dd>
          <dd class="note">${waiting ? (tone === 'alarm' ? t('Somebody has waited too long') : t('They wait for a person')) : t('Nobody waits')}</dd></div>
        <div class="${tone}"><dt>${t('Longest wait')}</dt><dd>${longestSince ? html`<ramah-time mode="wait" at=${longestSince}></ramah-time>` : '–'}</dd>
          <dd class="note">${longestSince ? t('since {time}', { time: clock(longestSince) }) : html`&nbsp;`}</dd></div>
        <div><dt>${t('Online')}</dt><dd>${number(online)}</dd><dd class="note">${tn(away, '{n} away', '{n} away')}</dd></div>
        <div><dt>${t('In hand')}</dt><dd>${number(inHand)}</dd><dd class="note">${t('conversations with a person')}</dd></div>
      </dl>
      <h2>${t('Today')}</h2>
      ${today ? this.#today(today) : html`<p class="hint">${t('The figures of today are being counted.')}</p>`}`
  }

  #today({ began, byBot, handedOver, resolved, csat, answers }) {
    return html`
      <dl class="day">
        <div><dt>${t('Conversations')}</dt><dd>${number(began)}</dd></div>
        <div><dt>${t('Solved by the bot')}</dt><dd>${number(byBot)}</dd></div>
        <div><dt>${t('Handed over')}</dt><dd>${number(handedOver)}</dd></div>
        <div><dt>${t('Resolved')}</dt><dd>${number(resolved)}</dd></div>
        <div><dt>${t('Good answers')}</dt><dd>${percent(csat)}</dd><dd class="note">${tn(answers, 'of {n} answer', 'of {n} answers')}</dd></div>
      </dl>`
  }
}

customElements.define('ramah-wall', Wall)
