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
import { Alerts } from './alerts.js'
import { Chime } from './chime.js'
import { tellPalette } from './deeds.js'
import { deskLook } from './desk-look.js'
import { moveDraft } from './drafts.js'
import { FollowsLine } from './follows.js'
import { listen } from './keys.js'
import { line } from './line.js'
import { places } from './places.js'
import { macroOn, run } from './macros.js'
import { listenForPalette } from './palette.js'
import { listenForSuggestions } from './suggestions.js'
import { nameOf } from './rows.js'
import './begin.js'
import './brief.js'
import './customer.js'
import './dialogs.js'
import './give.js'
import './lists.js'
import './mentions.js'
import './offers.js'
import './pending.js'
import './block.js'
import './shift-end.js'
import './talk.js'
import './replies-words-id.js'
import './words-id.js'
import './words-id-files.js'
import './words-id-give.js'

class RamahDesk extends LitElement {
  static properties = { view: { state: true }, sound: { state: true }, alerts: { state: true } }
  static styles = [base, deskLook]

  #chime = new Chime()
  #alerts = new Alerts()
  #deaf = null
  #closed = null
  #silent = null

  constructor() {
    super()
    /** Which of the columns a phone shows: `lists`, `talk` or `context`. */
    this.view = 'lists'
    this.sound = this.#chime.on
    this.alerts = this.#alerts.on
    new FollowsLine(this)
  }

  connectedCallback() {
    super.connectedCallback()
    line.addEventListener('waiting', this.#someoneWaits)
    line.addEventListener('offered', this.#offered)
    line.addEventListener('message', this.#message)
    line.addEventListener('mine', this.#mine)
    line.addEventListener('due', this.#due)
    line.addEventListener('merged', this.#merged)
    line.addEventListener('notice', this.#notice)
    line.addEventListener('expired', goToLogin)
    addEventListener('hashchange', this.#follow)
    document.addEventListener('visibilitychange', this.#look)
    const keys = this.#keys()
    this.#deaf = listen(keys)
    this.#closed = listenForPalette(() => this.#part('ramah-palette').show())
    this.#silent = listenForSuggestions(place => this.#suggested(place))
    tellPalette({
      press: key => keys[key](),
      open: conversation => this.#open(conversation),
      insert: text => this.#part('ramah-talk').composer.insert(text),
      run: macro => this.#run(macro),
      status: status => line.status(status),
    })
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
    line.removeEventListener('merged', this.#merged)
    line.removeEventListener('notice', this.#notice)
    line.removeEventListener('expired', goToLogin)
    removeEventListener('hashchange', this.#follow)
    document.removeEventListener('visibilitychange', this.#look)
    this.#deaf()
    this.#closed()
    this.#silent()
  }

  render() {
    return html`<ramah-shell page="desk" full>
      <div slot="tools" class="tools">
        <ramah-mentions @open=${event => this.#open(event.detail)}></ramah-mentions>
        <button class="button quiet icon-only" type="button" title=${t('Everything you can do')} aria-label=${t('Everything you can do')} aria-keyshortcuts="Control+K Meta+K"
          @click=${() => this.#part('ramah-palette').show()}>${icons.search}</button>
        <button class="button quiet icon-only" type="button" aria-pressed=${this.sound} title=${t('Sound for what is mine')}
          aria-label=${t('Sound for what is mine')} @click=${this.#switchSound}>${this.sound ? icons.sound : icons.silent}</button>
        ${Alerts.exist ? html`<button class="button quiet icon-only alerts" type="button" aria-pressed=${this.alerts} title=${t('Notifications for what is mine')}
          aria-label=${t('Notifications for what is mine')} @click=${this.#switchAlerts}>${icons.bell}</button>` : nothing}
        <button class="button quiet icon-only keys" type="button" title=${t('Keys')} aria-label=${t('Keys')} @click=${() => this.#part('ramah-keys').show()}>${icons.keys}</button>
      </div>
      ${line.greeted && !line.connected ? html`<div class="banner" role="status">${icons.warning}
        <span>${t('The connection is gone. What you write is kept and sent as soon as it is back.')}</span></div>` : nothing}
      <div class="columns" data-view=${this.view}>
        <ramah-lists role="region" aria-label=${t('Lists')} @open=${event => this.#open(event.detail.conversation, event.detail.entry)} @take=${event => this.#take(event.detail)} @go-home=${() => this.#part('ramah-shift-end').show()}></ramah-lists>
        <ramah-talk role="region" aria-label=${t('Conversation')} @take=${() => this.#take()} @transfer=${() => this.#transfer()} @resolve=${() => this.#resolve()} @pend=${() => this.#pend()} @begin=${() => this.#part('ramah-begin').show()} @give=${() => this.#give()} @block=${() => this.#part('ramah-block').show()}
          @next=${event => this.#open(event.detail)} @back=${this.#back} @details=${() => (this.view = 'context')} @leave=${() => this.#leaveText()} @jump=${this.#jump} @macros=${() => this.#part('ramah-palette').show(t('Macros'))}></ramah-talk>
        ${line.current ? html`<aside aria-label=${t('Brief and customer')} tabindex="0" @jump=${this.#jump} @past=${this.#past}>
          <button class="button quiet narrow" type="button" @click=${() => (this.view = 'talk')}>${icons.back}${t('Back to the conversation')}</button>
          <ramah-brief></ramah-brief><ramah-customer></ramah-customer></aside>` : nothing}
      </div>
      <ramah-offers data-view=${this.view} @accept=${event => this.#accept(event.detail)}></ramah-offers>
      <ramah-transfer></ramah-transfer><ramah-pending></ramah-pending><ramah-shift-end></ramah-shift-end><ramah-give></ramah-give><ramah-block></ramah-block><ramah-begin @begun=${event => this.#begun(event.detail)}></ramah-begin><ramah-confirm></ramah-confirm><ramah-keys></ramah-keys><ramah-palette></ramah-palette>
    </ramah-shell>`
  }

  updated() {
    const offers = line.board.offers.length
    const unread = line.board.mine.reduce((sum, item) => sum + (item.unread ?? 0), 0)
    title(offers ? `(${offers}) ${t('Offered')}` : unread ? `(${unread}) ${t('New')}` : t('Desk'))
  }

  // What the person does

  async #open(conversation, entry) {
    places.open(conversation, entry)
    this.view = 'talk'
    const opened = line.open(conversation)
    await this.updateComplete
    this.#part('ramah-talk').focusTitle()
    await opened
    if (entry && line.current === conversation) this.#jump({ detail: entry })
  }

  #back = () => {
    const { current } = line
    line.close()
    places.close()
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

  /** It is mine now, and there is more to say perhaps. */
  async #begun(conversation) {
    await this.#open(conversation)
    this.#write(false)
  }

  #pend() {
    if (line.connected && line.board.holds(line.current)) this.#part('ramah-pending').show()
  }

  /** Why is what it is about, as far as that is known. */
  #give() {
    if (!line.connected || !line.board.holds(line.current)) return
    const { reason, suggestedReasons, request } = line.thread()
    this.#part('ramah-give').show(reason || request || suggestedReasons[0])
  }

  #resolve() {
    if (!line.connected || !line.board.holds(line.current) || line.busy(line.current, 'resolve')) return
    line.resolve(line.current)
    // The button and the box go away; the focus must not go with them.
    this.#part('ramah-talk').focusTitle()
  }

  /** All steps of a macro at once; what stands against one of them is told, and then nothing was done. */
  async #run(macro) {
    const conversation = line.current
    if (!conversation || !line.connected) return
    const told = await run(conversation, macro)
    if (told) this.#say(told.text, told.tone)
  }

  async #runOn(key) {
    if (!line.thread()?.loaded) return
    const macro = await macroOn(key, line.current).catch(() => null)
    macro ? this.#run(macro) : this.#say(t('No macro has the key {key}.', { key }), 'warn')
  }

  #suggested(place) {
    this.#part('ramah-talk').suggestions?.take(place)
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

  #switchAlerts = async () => {
    const wanted = !this.alerts
    this.alerts = await this.#alerts.toggle()
    if (wanted && !this.alerts) this.#say(t('The browser does not allow notifications here.'), 'warn')
    announce(this.alerts ? t('Notifications on') : t('Notifications off'))
  }

  /** Something of mine needs me: heard and, where the page is not in front, seen. */
  #call(text, conversation) {
    this.#chime.ring()
    this.#alerts.show(text, conversation, () => this.#open(conversation))
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
      g: () => this.#give(),
      e: () => this.#resolve(),
      ...Object.fromEntries([...'123456789'].map(key => [key, () => this.#runOn(key)])),
      s: () => this.#suggested(0),
      '@': () => this.#part('ramah-mentions').show(),
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

  /** Nobody's yet: read out, and no sound. */
  #someoneWaits = ({ detail }) => {
    announce(t('{name} is waiting', { name: nameOf(detail.customer) }))
  }

  #offered = ({ detail }) => {
    const text = t('Offered to you: {name}', { name: nameOf(line.board.waits(detail.conversation)?.customer) })
    this.#call(text, detail.conversation)
    announce(text)
  }

  #message = ({ detail: { conversation, entry } }) => {
    const who = nameOf(line.board.holds(conversation)?.customer)
    if (document.hidden || conversation !== line.current) this.#call(t('New message from {name}', { name: who }), conversation)
    announce(conversation === line.current ? `${who}: ${entry.text ?? ''}` : t('New message from {name}', { name: who }))
  }

  #due = ({ detail: { conversation } }) => {
    const text = t('The time promised to {name} has come.', { name: nameOf(line.board.holds(conversation)?.customer) })
    this.#call(text, conversation)
    this.#say(text, 'warn')
  }

  /** Whoever looks at it goes along, with what they were writing. */
  #merged = ({ detail: { conversation, entry } }) => {
    if (conversation !== line.current) return
    moveDraft(conversation, entry.into)
    this.#open(entry.into)
    const text = line.board.isMe(entry.by) ? t('Both conversations go on here.') : t('{name} merged two conversations. Both go on here.', { name: entry.by.name })
    this.#say(text)
    announce(text)
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

  #follow = async () => {
    const { conversation: wanted, entry } = places.here
    if (wanted && wanted !== line.current) {
      this.view = 'talk'
      await line.open(wanted)
      if (entry && line.current === wanted) this.#jump({ detail: entry })
    } else if (wanted && entry) {
      this.#jump({ detail: entry })
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
