/**
 * `<ramah-desk>`: the agents' console. Three columns (lists, conversation, context) that fold to one on a
 * phone, and everything between them: keys, focus, sound, the tab's title, what is read aloud. The open
 * conversation is the address's fragment, so that managers and links lead straight to it.
 */
import { LitElement, html, nothing } from 'lit'
import { goToLogin } from '../shared/api.js'
import { base } from '../shared/base.js'
import { icons } from '../shared/icons.js'
import { announce, title } from '../shared/page.js'
import { t } from '../shared/words.js'
import { Chime } from './chime.js'
import { deskLook } from './desk-look.js'
import { FollowsLine } from './follows.js'
import { listen } from './keys.js'
import { line } from './line.js'
import { nameOf } from './rows.js'
import './brief.js'
import './customer.js'
import './dialogs.js'
import './lists.js'
import './offers.js'
import './pending.js'
import './talk.js'
import './words-id.js'

class RamahDesk extends LitElement {
  static properties = { view: { state: true }, sound: { state: true } }
  static styles = [base, deskLook]

  #chime = new Chime()
  #deaf = null

  constructor() {
    super()
    /** Which of the columns a phone shows: `lists`, `talk` or `context`. */
    this.view = 'lists'
    this.sound = this.#chime.on
    new FollowsLine(this)
  }

  connectedCallback() {
    super.connectedCallback()
    line.addEventListener('waiting', this.#someoneWaits)
    line.addEventListener('offered', this.#offered)
    line.addEventListener('message', this.#message)
    line.addEventListener('mine', this.#mine)
    line.addEventListener('due', this.#due)
    line.addEventListener('notice', this.#notice)
    line.addEventListener('expired', goToLogin)
    addEventListener('hashchange', this.#follow)
    document.addEventListener('visibilitychange', this.#look)
    this.#deaf = listen(this.#keys())
    line.start()
    this.#follow()
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    line.removeEventListener('waiting', this.#someoneWaits)
    line.removeEventListener('offered', this.#offered)
    line.removeEventListener('message', this.#message)
    line.removeEventListener('mine', this.#mine)
    line.removeEventListener('due', this.#due)
    line.removeEventListener('notice', this.#notice)
    line.removeEventListener('expired', goToLogin)
    removeEventListener('hashchange', this.#follow)
    document.removeEventListener('visibilitychange', this.#look)
    this.#deaf()
  }

  render() {
    return html`<ramah-shell page="desk" full>
      <div slot="tools" class="tools">
        <button class="button quiet icon-only" type="button" aria-pressed=${this.sound} title=${t('Sound when someone waits')}
          aria-label=${t('Sound when someone waits')} @click=${this.#switchSound}>${this.sound ? icons.sound : icons.silent}</button>
        <button class="button quiet icon-only keys" type="button" title=${t('Keys')} aria-label=${t('Keys')} @click=${() => this.#part('ramah-keys').show()}>${icons.keys}</button>
      </div>
      ${line.greeted && !line.connected ? html`<div class="banner" role="status">${icons.warning}
        <span>${t('The connection is gone. What you write is kept and sent as soon as it is back.')}</span></div>` : nothing}
      <div class="columns" data-view=${this.view}>
        <ramah-lists role="region" aria-label=${t('Lists')} @open=${event => this.#open(event.detail)} @take=${event => this.#take(event.detail)}></ramah-lists>
        <ramah-talk role="region" aria-label=${t('Conversation')} @take=${() => this.#take()} @transfer=${() => this.#transfer()} @resolve=${() => this.#resolve()} @pend=${() => this.#pend()}
          @next=${event => this.#open(event.detail)} @back=${this.#back} @details=${() => (this.view = 'context')} @leave=${() => this.#leaveText()} @jump=${this.#jump}></ramah-talk>
        ${line.current ? html`<aside aria-label=${t('Brief and customer')} tabindex="0" @jump=${this.#jump} @past=${this.#past}>
          <button class="button quiet narrow" type="button" @click=${() => (this.view = 'talk')}>${icons.back}${t('Back to the conversation')}</button>
          <ramah-brief></ramah-brief><ramah-customer></ramah-customer></aside>` : nothing}
      </div>
      <ramah-offers data-view=${this.view} @accept=${event => this.#accept(event.detail)}></ramah-offers>
      <ramah-transfer></ramah-transfer><ramah-pending></ramah-pending><ramah-confirm></ramah-confirm><ramah-keys></ramah-keys>
    </ramah-shell>`
  }

  updated() {
    const waiting = line.board.queue.length
    const unread = line.board.mine.reduce((sum, item) => sum + (item.unread ?? 0), 0)
    title(waiting ? `(${waiting}) ${t('Waiting')}` : unread ? `(${unread}) ${t('New')}` : t('Desk'))
  }

  // What the person does

  async #open(conversation) {
    if (location.hash.slice(1) !== conversation) history.pushState(null, '', '#' + conversation)
    this.view = 'talk'
    const opened = line.open(conversation)
    await this.updateComplete
    this.#part('ramah-talk').focusTitle()
    await opened
  }

  #back = () => {
    const { current } = line
    line.close()
    history.pushState(null, '', location.pathname)
    this.view = 'lists'
    this.updateComplete.then(() => this.#part('ramah-lists').focusRow(current))
  }

  /** Takes what is given, what is focused in the list, what is open, or else the head of the queue. */
  #take(wanted) {
    const conversation = wanted ?? this.#meant()
    if (!conversation || line.board.holds(conversation) || line.isTaking(conversation)) return
    const { holder } = line.threads.get(conversation) ?? {}
    if (holder && holder.id !== line.board.agent?.id) return this.#takeOver(conversation, holder)
    this.#open(conversation)
    line.take(conversation)
  }

  #takeOver(conversation, holder) {
    if (line.board.agent?.role === 'agent') return this.#say(t('{name} has this conversation.', { name: holder.name }), 'warn')
    this.#part('ramah-confirm').show({
      title: t('Take over from {name}?', { name: holder.name }),
      text: t('{name} can still read and note, and the customer is told that you are here now.', { name: holder.name }),
      yes: t('Take over'),
      then: () => line.take(conversation),
    })
  }

  #accept(conversation) {
    this.#open(conversation)
    line.take(conversation, 'accept')
  }

  #transfer() {
    if (line.connected && line.board.holds(line.current)) this.#part('ramah-transfer').show()
  }

  #pend() {
    if (line.connected && line.board.holds(line.current)) this.#part('ramah-pending').show()
  }

  #resolve() {
    if (!line.connected || !line.board.holds(line.current) || line.busy(line.current, 'resolve')) return
    line.resolve(line.current)
    // The button and the box go away; the focus must not go with them.
    this.#part('ramah-talk').focusTitle()
  }

  #write(note) {
    if (line.thread()) this.#part('ramah-talk').composer.write(note)
  }

  #leaveText() {
    this.#part('ramah-talk').focusTitle()
  }

  #switchSound = () => {
    this.#chime.toggle()
    this.sound = this.#chime.on
    announce(this.sound ? t('Sound on') : t('Sound off'))
  }

  #jump = async event => {
    this.view = 'talk'
    await this.updateComplete
    this.#part('ramah-talk').transcript.jump(event.detail)
  }

  #past = async event => {
    this.view = 'talk'
    await this.updateComplete
    this.#part('ramah-talk').transcript.openPast(event.detail)
  }

  #keys() {
    const lists = () => this.#part('ramah-lists')
    return {
      j: () => lists().walk(1),
      k: () => lists().walk(-1),
      '/': () => lists().focusFilter(),
      t: () => this.#take(),
      r: () => this.#write(false),
      n: () => this.#write(true),
      x: () => this.#transfer(),
      p: () => this.#pend(),
      e: () => this.#resolve(),
      m: this.#switchSound,
      '?': () => this.#part('ramah-keys').show(),
    }
  }

  /** What `t` means: the row under the focus, then the open conversation, then who waits longest. */
  #meant() {
    const open = line.thread()
    const takable = open?.loaded && open.status === 'open' && !line.board.holds(open.conversation)
    return this.#part('ramah-lists').focused ?? (takable ? open.conversation : line.board.queue[0]?.conversation)
  }

  // What happens

  #someoneWaits = ({ detail }) => {
    this.#chime.ring()
    announce(t('{name} is waiting', { name: nameOf(detail.customer) }))
  }

  #offered = ({ detail }) => {
    this.#chime.ring()
    announce(t('Offered to you: {name}', { name: nameOf(line.board.waits(detail.conversation)?.customer) }))
  }

  #message = ({ detail: { conversation, entry } }) => {
    const who = nameOf(line.board.holds(conversation)?.customer)
    if (document.hidden) this.#chime.ring()
    announce(conversation === line.current ? `${who}: ${entry.text ?? ''}` : t('New message from {name}', { name: who }))
  }

  #due = ({ detail: { conversation } }) => {
    this.#chime.ring()
    this.#say(t('The time promised to {name} has come.', { name: nameOf(line.board.holds(conversation)?.customer) }), 'warn')
  }

  #mine = ({ detail: { conversation } }) => {
    announce(t('The conversation is yours'))
    if (conversation === line.current) this.#write(false)
  }

  #notice = ({ detail: { text, tone } }) => this.#say(text, tone)

  #say(text, tone) {
    this.#part('ramah-offers').notice(text, tone)
  }

  #look = () => line.looked()

  #follow = () => {
    const wanted = location.hash.slice(1)
    if (wanted && wanted !== line.current) {
      this.view = 'talk'
      line.open(wanted)
    } else if (!wanted && line.current) {
      line.close()
      this.view = 'lists'
    }
  }

  #part(name) {
    return this.renderRoot.querySelector(name)
  }
}

customElements.define('ramah-desk', RamahDesk)
