import { h, say, set } from './dom.js'
import { Faces } from './faces.js'

/** From this mark on nobody is asked what was wrong. */
const FAIR = 3

/** How it went: five faces, what was wrong where it went badly, then one optional line and, after a hand-over, one question more. */
export class Survey {
  #chat
  #words
  /** Asked for from the menu, though nobody asked the customer. */
  #unasked = false
  /** Stays on the screen after the tap, until done. */
  #open = false
  #closed = false
  #ending
  /** What the form on the screen asks. */
  #shown

  constructor(chat, words) {
    this.#chat = chat
    this.#words = words
    this.#build()
    chat.addEventListener('reset', () => this.#reset())
  }

  #build() {
    const words = this.#words
    this.faces = new Faces(words, csat => this.#rate({ csat }))
    this.status = h('p', { class: 'quiet', role: 'status' })
    this.answers = [true, false].map(value =>
      h(
        'button',
        { type: 'button', class: 'chip', onclick: () => this.#rate({ repeated: value }) },
        value ? words.yes : words.no
      )
    )
    this.repeated = h(
      'div',
      { class: 'question', role: 'group', 'aria-label': words.repeated },
      h('span', null, words.repeated),
      this.answers
    )
    this.causes = Object.entries(words.causes).map(([cause, name]) =>
      h('button', { type: 'button', class: 'chip', 'data-cause': cause, onclick: () => this.#rate({ cause }) }, name)
    )
    this.cause = h(
      'div',
      { class: 'question', role: 'group', 'aria-label': words.cause },
      h('span', null, words.cause),
      this.causes
    )
    this.tell = h(
      'button',
      { type: 'button', class: 'chip', onclick: () => this.#rate({ tell: !this.#chat.rating.tell }) },
      words.tell
    )
    this.input = h('input', { type: 'text', id: 'comment', maxlength: 1000, autocomplete: 'off' })
    this.comment = h(
      'form',
      { class: 'row-form', onsubmit: event => this.#finish(event) },
      h('label', { for: 'comment' }, words.comment),
      h('span', { class: 'row' }, this.input, h('button', { class: 'button' }, words.done))
    )
    this.more = h('div', { class: 'more' }, this.cause, this.repeated, this.comment, this.tell)
    this.skip = h('button', { type: 'button', class: 'link', onclick: () => this.#skip() }, words.skip)
    const title = h('h3', { class: 'card-title' }, words.survey)
    this.element = h(
      'section',
      { class: 'card survey', hidden: true, 'aria-label': words.survey },
      h(
        'div',
        { class: 'card-body' },
        h('div', { class: 'row spread' }, title, this.skip),
        this.faces.element,
        this.status,
        this.more
      )
    )
    this.card = this.element.firstChild
  }

  /** From the menu: a rating that comes unasked counts too. */
  askFor() {
    this.#unasked = true
    this.#closed = false
    this.update()
    this.faces.focus()
    this.element.scrollIntoView({ block: 'nearest' })
  }

  update() {
    const { conversation, rating, refusal, surveyIsDue, survey } = this.#chat
    this.#follow(conversation.ending?.seq)
    const own = surveyIsDue && !survey.standard && !this.#unasked
    if (own) this.#ask(survey)
    const asked = surveyIsDue && (own ? !this.card.isConnected : !rating.csat)
    this.element.hidden = this.#closed || conversation.isFollowed || !(this.#open || this.#unasked || asked)
    this.faces.show(rating.csat)
    // What is said stays: it goes on being read and reached, but does nothing.
    set(this.faces.element, 'aria-disabled', rating.csat && 'true')
    say(this.status, rating.csat ? (this.#words.reasons[refusal] ?? this.#words.kept) : '')
    this.more.hidden = !rating.csat
    this.skip.hidden = !!rating.csat
    this.cause.hidden = this.tell.hidden = rating.csat >= FAIR
    set(this.tell, 'aria-pressed', String(!!rating.tell))
    this.causes.forEach(button => press(button, rating.cause, button.dataset.cause))
    this.repeated.hidden = !conversation.handedOver
    this.answers.forEach((button, i) => press(button, rating.repeated, i === 0))
    this.input.hidden = this.comment.firstChild.hidden = !!rating.comment
  }

  /** A survey of the managers' own, in place of the faces. */
  async #ask(survey) {
    if (this.#shown === survey.ask) return
    this.#shown = survey.ask
    const { mount } = await this.#chat.load('form').catch(() => ({}))
    if (!mount || this.#shown !== survey.ask) return
    const place = h('div', { class: 'card-body' })
    this.element.replaceChildren(place)
    mount(place, survey, {
      send: given => this.#chat.answer(survey.ask, given),
      tell: tell => this.#chat.answer(survey.ask, { tell }, '/tell'),
      skip: () => this.#skip()
    })
    this.update()
  }

  /** Another end, or an episode begun: what was closed before may be asked again. */
  #follow(ending) {
    if (ending === this.#ending) return
    this.#ending = ending
    this.#open = this.#closed = false
    if (this.#shown) this.element.replaceChildren(this.card)
    this.#shown = null
    if (!ending) this.#unasked = false
  }

  #rate(answers) {
    this.#open = true
    this.#chat.rate(answers)
  }

  #finish(event) {
    event.preventDefault()
    const comment = this.input.value.trim()
    if (comment) this.#chat.rate({ comment })
    this.#close(this.#words.thanks)
  }

  #skip() {
    this.#chat.skipSurvey()
    this.#close()
  }

  #close(spoken) {
    this.#reset()
    this.#closed = true
    this.update()
    this.onclosed?.(spoken)
  }

  #reset() {
    this.#open = this.#closed = this.#unasked = false
    this.input.value = ''
  }
}

/** One of some, of which one can be said, and once. */
function press(button, said, value) {
  set(button, 'aria-pressed', String(said === value))
  set(button, 'aria-disabled', said != null && 'true')
}
