import { LitElement, css, html, nothing } from 'lit'
import '../desk/words-id.js'
import '../desk/words-id-files.js'
import '../desk/replies-words-id.js'
import '../desk/brief.js'
import '../desk/composer.js'
import '../desk/transcript.js'
import { line } from '../desk/line.js'
import { base, broken, loading } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { announce, title } from '../shared/page.js'
import { t } from '../shared/words.js'
import { articleAt } from './articles.js'
import { RehearsalClient } from './client.js'
import './macros.js'

/** `<ramah-practice-run key=…>`: the desk's console around a rehearsal, with a sign that it is one. */
class PracticeRun extends LitElement {
  static properties = { key: {}, person: {}, ending: { state: true }, problem: { state: true }, stamp: { state: true } }

  static styles = [base, css`
    :host { display: grid; grid-template-rows: auto minmax(0, 1fr); flex: 1; min-height: 0; }
    .sign { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2) var(--r-4); padding: var(--r-2) var(--r-5); background: var(--r-warn-soft); color: var(--r-warn); font-size: var(--r-text-s); }
    .sign strong { text-transform: uppercase; letter-spacing: 0.06em; }
    .sign span { flex: 1 1 220px; }
    .columns { display: grid; grid-template-columns: minmax(0, 1fr) 340px; min-height: 0; }
    .talk { display: flex; flex-direction: column; min-width: 0; min-height: 0; background: var(--r-surface); }
    header { display: flex; flex: none; flex-wrap: wrap; align-items: center; gap: var(--r-2) var(--r-3); min-height: 56px; padding: var(--r-2) var(--r-5); border-bottom: 1px solid var(--r-line); }
    .who { display: grid; min-width: 0; margin-inline-end: auto; }
    h1 { font-size: var(--r-text-l); overflow-wrap: anywhere; }
    h1:focus { outline: none; }
    .waits { color: var(--r-ink-2); font-size: var(--r-text-s); }
    ramah-transcript { flex: 1; min-height: 0; }
    .side { overflow-y: auto; padding: var(--r-4); border-inline-start: 1px solid var(--r-line); background: var(--r-bg); }
    .over { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-3); margin: 0 var(--r-5) var(--r-3); padding: var(--r-2) var(--r-3); border-radius: var(--r-radius); background: var(--r-sunken); }
    .over .button { margin-inline-start: auto; }
    details { flex: none; border-bottom: 1px solid var(--r-line); background: var(--r-bg); }
    summary { padding: var(--r-3) var(--r-4); cursor: pointer; font-weight: 600; font-size: var(--r-text-s); }
    details > :not(summary) { display: block; max-height: 40dvh; overflow-y: auto; padding: 0 var(--r-3) var(--r-3); }
    @media (max-width: 900px) {
      .columns { grid-template-columns: minmax(0, 1fr); grid-template-rows: minmax(0, 1fr); }
      .side { display: none; }
      .sign, header { padding-inline: var(--r-3); }
      .over { margin-inline: var(--r-2); }
    }
    @media (min-width: 901px) { details { display: none; } }
  `]

  #client = null
  #heard = 0

  constructor() {
    super()
    this.ending = false
    this.problem = null
  }

  connectedCallback() {
    super.connectedCallback()
    addEventListener('keydown', this.#key)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('keydown', this.#key)
    this.#client?.stop()
    this.#client = null
  }

  updated() {
    if (this.#client || !this.person || !this.isConnected) return
    this.#client = new RehearsalClient(this.key, this.person)
    this.#client.addEventListener('change', this.#changed)
    this.#client.start()
  }

  #changed = () => {
    const { screen } = this.#client ?? {}
    if (screen) {
      title(`${t('Practice')}: ${screen.title}`)
      const said = screen.talk.filter((each) => each.by === 'customer')
      if (this.#heard && said.length > this.#heard) announce(`${screen.customer || t('Visitor')}: ${said.slice(this.#heard).map((each) => each.text).join(' ')}`)
      this.#heard = said.length
    }
    this.stamp = {}
  }

  render() {
    const client = this.#client
    if (!client) return loading(6)
    const { screen } = client
    if (!screen) return client.problem ? broken(client.problem, () => client.start()) : loading(6)
    const over = Boolean(screen.endedAt)
    const last = screen.talk.findLast((each) => !each.note)
    return html`
      <div class="sign" role="note">${icons.info}<strong>${t('Practice')}</strong><span>${t('Nothing here goes to a customer, and no report counts it.')}</span></div>
      <div class="columns">
        <div class="talk">
          <header><div class="who"><h1 tabindex="-1" dir="auto">${screen.title}</h1>
            <div class="waits">${over ? t('It is over.') : last?.by === 'customer' ? html`${icons.clock} ${t('The customer waits')} <ramah-time mode="wait" at=${last.at}></ramah-time>` : t('The customer thinks.')}</div></div>
            ${over ? html`<a class="button primary" href="#result/${screen.id}">${t('Result')}</a>`
              : html`<button class="button primary" type="button" ?disabled=${this.ending} @click=${this.#end}>${icons.check}${t('End and see the result')}</button>`}
          </header>
          <details><summary>${t('Hand-over brief')}</summary><ramah-brief @jump=${this.#jump}></ramah-brief></details>
          <details class="at-hand"><summary>${over ? t('Articles') : t('Macros and articles')}</summary><div>${this.#atHand(screen, over)}</div></details>
          ${this.problem ? html`<div class="over" role="alert">${this.problem.message}</div>` : nothing}
          <ramah-transcript @click=${this.#read}></ramah-transcript>
          ${over ? html`<div class="over" role="status">${icons.check}<span>${t('The conversation is over.')}</span><a class="button primary" href="#result/${screen.id}">${t('See the result')}</a></div>`
            : html`<ramah-composer @sent=${this.#sent} @jump=${this.#jump}></ramah-composer>`}
        </div>
        <div class="side"><ramah-brief @jump=${this.#jump}></ramah-brief>${this.#atHand(screen, over)}</div>
      </div>`
  }

  #atHand({ language }, over) {
    return html`${over ? nothing : html`<ramah-practice-macros .known=${line.rehearsal.known} @insert=${this.#say}></ramah-practice-macros>`}
      <ramah-practice-articles language=${language} ?readonly=${over} @insert=${this.#insert}></ramah-practice-articles>`
  }

  /** Macros speak to the customer, also where a note was about to be written. */
  #say = (event) => {
    this.renderRoot.querySelector('ramah-composer').write(false)
    this.#insert(event)
  }

  #insert = ({ detail }) => this.renderRoot.querySelector('ramah-composer').insert(detail)

  /** What was linked is read here, as the customer reads it; its own page is for those who write articles. */
  #read = (event) => {
    const link = event.composedPath().find((each) => each.localName === 'a')
    const article = link && articleAt(link.href)
    if (!article || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.renderRoot.querySelector('.at-hand').open = true
    this.renderRoot.querySelectorAll('ramah-practice-articles').forEach((each) => each.show(article))
  }

  get #transcript() {
    return this.renderRoot.querySelector('ramah-transcript')
  }

  /** As at the desk: r for a reply, n for a note, a digit for a macro, wherever nobody writes. */
  #key = (event) => {
    const writes = event.composedPath().some((each) => ['input', 'textarea', 'select'].includes(each.localName))
    if (writes || event.ctrlKey || event.metaKey || event.altKey) return
    const composer = this.renderRoot.querySelector('ramah-composer')
    if (!composer) return
    if (this.renderRoot.querySelector('ramah-practice-macros').press(event.key)) return event.preventDefault()
    if (!['r', 'n'].includes(event.key)) return
    event.preventDefault()
    composer.write(event.key === 'n')
  }

  #sent = () => this.#transcript.stayAtEnd()

  #jump = ({ detail }) => this.#transcript.jump(detail)

  #end = async () => {
    if (line.outbox.items.length) return
    this.ending = true
    this.problem = null
    try {
      await this.#client.end()
      location.hash = `result/${this.key}`
    } catch (problem) {
      this.problem = problem
    }
    this.ending = false
  }
}

customElements.define('ramah-practice-run', PracticeRun)
