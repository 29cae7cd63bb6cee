import { LitElement, css, html, nothing } from 'lit'
import { money } from '../../desk/gift.js'
import { get, post, put, withQuery } from '../../shared/api.js'
import { base, empty } from '../../shared/base.js'
import { languageName, number } from '../../shared/format.js'
import { icons } from '../../shared/icons.js'
import { announce } from '../../shared/page.js'
import { waitingChanged } from '../../shared/waiting.js'
import { t, tn } from '../../shared/words.js'
import { Load } from '../common/load.js'
import { sheet } from '../common/sheet.js'
import './cure.js'
import './history.js'
import './notice.js'
import { spark } from './spark.js'
import { causeName, heading, markOf, risen, rose } from './words.js'

/** Who reads of a rise has seen it, for everybody; where that can't be kept it is shown again. */
async function opened(path, signal) {
  const found = await get(path, { signal })
  if (found.theme.risen) put(`${path}/seen`).then(waitingChanged, () => {})
  return found
}

/** `<ramah-theme number="3">`: one theme on one sheet. It tells by the event `changed` which number to show now. */
class ThemeSheet extends LitElement {
  static properties = {
    number: {},
    doing: { state: true },
    busy: { state: true },
    problem: { state: true },
    chosen: { state: true },
    cause: { state: true },
    stamp: { state: true },
    languages: { state: true },
  }

  static styles = [base, sheet, css`
    .card { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--r-5); padding: var(--r-5); }
    h2 { overflow-wrap: anywhere; }
    .figures { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: var(--r-3) var(--r-4); }
    dt { color: var(--r-ink-2); font-size: var(--r-text-s); font-weight: 600; }
    .big { font-size: var(--r-text-xl); font-weight: 700; letter-spacing: -0.01em; font-variant-numeric: tabular-nums; }
    .money { font-size: var(--r-text-l); overflow-wrap: anywhere; }
    .quotes li { padding: var(--r-3) 0; border-top: 1px solid var(--r-line); display: grid; gap: var(--r-1); }
    blockquote { margin: 0; padding-inline-start: var(--r-3); border-inline-start: 3px solid var(--r-accent); line-height: 1.5; overflow-wrap: anywhere; }
    form { display: grid; gap: var(--r-3); padding: var(--r-4); border-radius: var(--r-radius-s); background: var(--r-sunken); }
    .pick { max-height: 360px; overflow-y: auto; display: grid; gap: var(--r-1); }
    .pick label { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--r-3); align-items: start; padding: var(--r-2); font-weight: 400; font-size: var(--r-text); background: var(--r-surface); border-radius: var(--r-radius-s); }
    .pick span { overflow-wrap: anywhere; }
    .pick input { width: 18px; height: 18px; margin: 2px 0 0; accent-color: var(--r-accent); }
    section { display: grid; gap: var(--r-2); }
    @media (max-width: 560px) { .card { padding: var(--r-4); } .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
  `]

  constructor() {
    super()
    this.doing = ''
    this.busy = false
    this.problem = null
    this.chosen = new Set()
    this.stamp = 0
    this.languages = ['en']
    get('/api/widget').then(({ languages }) => (this.languages = languages), () => {})
    this.read = new Load(this, (key, signal) => opened(`/api/themes/${encodeURIComponent(key)}`, signal))
    this.cause = ''
    // All there are, whatever the list beside this sheet is cut down to.
    this.themes = new Load(this, (signal) => get('/api/themes', { signal }))
    this.all = new Load(this, (key, pages, signal) => complaints(key, {}, pages, signal))
    this.ofCause = new Load(this, (key, cause, pages, signal) => complaints(key, { cause }, pages, signal))
  }

  willUpdate(changed) {
    if (!changed.has('number')) return
    this.read.clear()
    this.cause = ''
    this.#stop()
    this.read.run(this.number)
  }

  #stop = () => {
    this.doing = ''
    this.problem = null
    this.chosen = new Set()
  }

  async #do(what) {
    this.#stop()
    this.doing = what
    if (what === 'split') {
      this.all.clear()
      this.all.run(this.number, 1)
    }
    if (what === 'merge') {
      this.themes.clear()
      await this.themes.run()
    }
    await this.updateComplete
    this.renderRoot.querySelector('form input, form select, form button')?.focus()
  }

  render() {
    return html`<div class="card" aria-busy=${this.read.busy}>${this.read.show((found) => this.#sheet(found), { lines: 8 })}</div>`
  }

  #sheet({ theme, quotes, who, complaints: total, notice, cure }) {
    return html`
      <div class="spread"><h2 dir="auto">${heading(theme)}</h2>
        <span class="row"><span class="chip">${t('Theme {n}', { n: theme.number })}</span>${theme.titled ? html`<span class="chip">${t('named by the model')}</span>` : nothing}${theme.pinned ? html`<span class="chip">${icons.pin}${t('pinned')}</span>` : nothing}</span></div>
      ${theme.rise ? html`<div class="notice bad">${icons.warning}<p>${risen(theme.rise)}</p></div>` : theme.risen ? html`<div class="notice bad">${icons.warning}<p>${rose(theme.risen)} <ramah-time at=${theme.risen.at}></ramah-time></p></div>` : nothing}
      <ramah-theme-notice .theme=${theme} .notice=${notice ?? null} .languages=${this.languages} .near=${who.languages.map((each) => each.key)} ?open=${Boolean(theme.rise)} @changed=${this.#told}></ramah-theme-notice>
      ${this.#figures(theme, total)}
      <section><h3>${t('Most telling')}</h3>${quotes.length ? html`<ol class="quotes">${quotes.map(quote)}</ol>`
        : empty(t('Their words were erased.'), t('That they complained still counts.'))}</section>
      ${this.#causes(theme)}
      ${this.#who(who)}
      <ramah-theme-cure .theme=${theme} .cure=${cure} .languages=${this.languages} .near=${who.languages.map((each) => each.key)} @changed=${this.#told}></ramah-theme-cure>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      ${this.doing ? this[`_${this.doing}`](theme) : this.#buttons(theme, total)}
      <ramah-theme-history number=${theme.number} stamp=${this.stamp}></ramah-theme-history>`
  }

  #figures(theme, total) {
    return html`
      <dl class="figures">
        <div><dt>${t('In twelve weeks')}</dt><dd class="big">${number(theme.volume)}</dd><dd class="hint">${tn(theme.customers, 'of {n} customer', 'of {n} customers')}${total > theme.volume ? html`; ${t('{n} ever', { n: number(total) })}` : nothing}</dd></div>
        <div><dt>${t('A week')}</dt><dd>${spark(theme.weeks)}</dd><dd class="hint">${tn(theme.weeks.at(-1), '{n} in the last seven days', '{n} in the last seven days')}</dd></div>
        <div><dt>${t('Mean mark')}</dt><dd>${theme.mean === undefined ? '–' : markOf(theme)}</dd><dd class="hint">${tn(theme.rated, '{n} gave a mark', '{n} gave a mark')}</dd></div>
        <div><dt>${t('Goodwill')}</dt><dd class="big money">${theme.cost ? money(theme.cost / 100, theme.currency) : '–'}</dd><dd class="hint">${theme.cost ? t('given to those who complained') : t('nothing was given')}</dd></div>
      </dl>`
  }

  /** Of the last twelve weeks; each number opens its complaints. */
  #causes({ causes }) {
    if (!causes.some((each) => each.key !== 'unsaid')) return nothing
    return html`<section><h3>${t('What the low marks were for')}</h3>
      <div class="row" role="group" aria-label=${t('What the low marks were for')}>${causes.map((each) => html`
        <button class="button" type="button" aria-pressed=${each.key === this.cause} @click=${() => this.#open(each.key)}>${causeName(each.key)} · ${number(each.n)}<span class="unseen"> ${t('read them')}</span></button>`)}</div>
      ${this.cause ? html`<div aria-busy=${this.ofCause.busy}>${this.ofCause.show((found) => this.#ofCause(found))}</div>` : nothing}</section>`
  }

  #open(cause) {
    this.cause = this.cause === cause ? '' : cause
    this.ofCause.clear()
    if (this.cause) this.ofCause.run(this.number, this.cause, 1)
  }

  #ofCause({ complaints, total, pages }) {
    return html`<ol class="quotes">${complaints.map(quote)}</ol>
      ${complaints.length < total ? html`<button class="button" type="button" ?disabled=${this.ofCause.busy} @click=${() => this.ofCause.run(this.number, this.cause, pages + 1)}>${t('Show more')}</button>` : nothing}`
  }

  #who({ teams, topics, languages }) {
    const list = (shares, name) => shares.map((each) => html`<span class="chip">${name(each.key)} · ${number(each.n)}</span>`)
    const line = (heading, shares, name = (key) => key) => (shares.length ? html`<div class="row"><span class="hint">${heading}</span>${list(shares, name)}</div>` : nothing)
    return html`<section><h3>${t('Where it comes from')}</h3>
      ${line(t('Teams'), teams)}${line(t('Topics'), topics)}${line(t('Languages'), languages, languageName)}</section>`
  }

  #told = async () => {
    await this.read.again()
    this.stamp += 1
    this.dispatchEvent(new CustomEvent('changed', { detail: this.number }))
  }

  #buttons(theme, total) {
    return html`
      <div class="row">
        <button class="button" type="button" @click=${() => this.#do('rename')}>${icons.edit}${t('Rename')}</button>
        <button class="button" type="button" aria-pressed=${theme.pinned} ?disabled=${this.busy} @click=${() => this.#pin(theme)}>${icons.pin}${theme.pinned ? t('Unpin') : t('Pin')}</button>
        <button class="button" type="button" @click=${() => this.#do('merge')}>${icons.merge}${t('Merge …')}</button>
        <button class="button" type="button" ?disabled=${total < 2} @click=${() => this.#do('split')}>${t('Split …')}</button>
      </div>`
  }

  #cancel = () => html`<button class="button quiet" type="button" @click=${this.#stop}>${t('Cancel')}</button>`

  _rename(theme) {
    return html`
      <form @submit=${this.#rename}>
        <label class="field">${t('Name')}<input class="input" name="name" required maxlength="80" autocomplete="off" .value=${heading(theme)}></label>
        <div class="row"><button class="button primary" type="submit" ?disabled=${this.busy}>${t('Save')}</button>${this.#cancel()}</div>
      </form>`
  }

  _merge(theme) {
    const others = this.themes.value?.themes.filter((each) => each.number !== theme.number) ?? []
    return html`
      <form @submit=${this.#merge} aria-busy=${this.themes.busy}>
        ${this.themes.show(() => this.#into(others), { lines: 2 })}
        <div class="row"><button class="button primary" type="submit" ?disabled=${this.busy || !others.length}>${t('Merge')}</button>${this.#cancel()}</div>
      </form>`
  }

  #into(others) {
    if (!others.length) return html`<p class="hint">${t('There is no other theme.')}</p>`
    return html`
      <label class="field">${t('It becomes part of')}<select name="into" required>
        ${others.map((each) => html`<option value=${each.number}>${heading(each)} (${each.number})</option>`)}</select></label>
      <p class="hint">${t('What is like it joins that theme from now on. Its number leads there.')}</p>`
  }

  _split() {
    return html`
      <form @submit=${this.#split}>
        <fieldset><legend>${t('Which complaints are something else?')}</legend>
          <div aria-busy=${this.all.busy}>${this.all.show((found) => this.#pick(found))}</div></fieldset>
        <label class="field">${t('Name of the new theme')}<input class="input" name="name" maxlength="80" autocomplete="off"><span class="hint">${t('Left empty, its own words name it.')}</span></label>
        <div class="row"><button class="button primary" type="submit" ?disabled=${this.busy || !this.chosen.size}>${tn(this.chosen.size, 'Make a theme of {n}', 'Make a theme of {n}')}</button>${this.#cancel()}</div>
      </form>`
  }

  #pick({ complaints, total, pages }) {
    return html`<div class="pick" tabindex="0" role="group" aria-label=${t('Complaints')}>${complaints.filter((each) => each.words).map((each) => html`
      <label><input type="checkbox" .checked=${this.chosen.has(each.id)} @change=${({ target }) => this.#choose(each.id, target.checked)}><span dir="auto">${each.words}</span></label>`)}
      ${complaints.length < total ? html`<button class="button" type="button" ?disabled=${this.all.busy} @click=${() => this.all.run(this.number, pages + 1)}>${t('Show more')}</button>` : nothing}</div>`
  }

  #choose(id, wanted) {
    const chosen = new Set(this.chosen)
    if (wanted) chosen.add(id)
    else chosen.delete(id)
    this.chosen = chosen
  }

  #at = (what) => `/api/themes/${encodeURIComponent(this.number)}/${what}`

  #fields = (event) => {
    event.preventDefault()
    return Object.fromEntries(new FormData(event.target))
  }

  #rename = (event) => {
    const { name } = this.#fields(event)
    this.#act(() => put(this.#at('name'), { name }), t('It is called so now.'))
  }

  #pin = ({ pinned }) => this.#act(() => put(this.#at('pin'), { pinned: !pinned }), pinned ? t('It is not pinned any more.') : t('It is pinned.'))

  #merge = (event) => {
    const { into } = this.#fields(event)
    this.#act(() => post(this.#at('merge'), { into: Number(into) }), t('They are one theme now.'))
  }

  #split = (event) => {
    const { name } = this.#fields(event)
    this.#act(() => post(this.#at('split'), { complaints: [...this.chosen], name: name || null }), t('The new theme is here.'))
  }

  async #act(call, told) {
    this.busy = true
    this.problem = null
    try {
      const { theme } = await call()
      this.#stop()
      announce(told)
      if (String(theme.number) === this.number) await this.read.again()
      this.stamp += 1
      this.dispatchEvent(new CustomEvent('changed', { detail: theme.number }))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

function quote(each) {
  return html`
    <li>${each.words ? html`<blockquote dir="auto" lang=${each.language}>${each.words}</blockquote>` : nothing}
      <span class="row hint">${each.csat ? html`<span class="chip ${each.csat > 3 ? 'good' : each.csat > 2 ? 'warn' : 'bad'}">${t('{mark} of 5', { mark: each.csat })}</span>` : nothing}
        <ramah-time at=${each.at}></ramah-time><a href="/desk#${each.conversation}">${t('Open the conversation')}</a></span></li>`
}

/** All pages up to the one asked for. */
async function complaints(key, which, pages, signal) {
  const path = `/api/themes/${encodeURIComponent(key)}/complaints`
  const answers = await Promise.all(Array.from({ length: pages }, (_, page) => get(withQuery(path, { ...which, page }), { signal })))
  return { complaints: answers.flatMap((answer) => answer.complaints), total: answers.at(-1).total, pages }
}

customElements.define('ramah-theme', ThemeSheet)
