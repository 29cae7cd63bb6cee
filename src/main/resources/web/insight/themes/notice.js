import { LitElement, css, html, nothing } from 'lit'
import { del, put } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { languageName } from '../../shared/format.js'
import { icons } from '../../shared/icons.js'
import { announce } from '../../shared/page.js'
import { language as spoken, t } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import { namelessHint, toldName } from './words.js'

/** What a notice says as long as nobody has written something better, by language; `about` is empty or names it. */
const drafts = {
  en: (about) => `We know that something is wrong at the moment${about}, and we are on it.`,
  id: (about) => `Kami tahu sedang ada masalah${about} dan kami sedang menanganinya.`,
  ar: (about) => `نعلم أن هناك مشكلة حالياً${about} ونعمل على حلها.`,
  de: (about) => `Wir wissen, dass gerade etwas nicht stimmt${about}, und kümmern uns darum.`,
  es: (about) => `Sabemos que ahora mismo hay un problema${about} y lo estamos resolviendo.`,
  fr: (about) => `Nous savons qu’il y a un problème en ce moment${about} et nous nous en occupons.`,
  nl: (about) => `We weten dat er nu iets misgaat${about} en we werken eraan.`,
  pt: (about) => `Sabemos que há um problema neste momento${about} e estamos a tratar dele.`,
}

const DAY = 24 * 60 * 60 * 1000

/** `<ramah-theme-notice .theme .notice .languages .near open>`: what customers read about a theme in the chat. Tells `changed`. */
class ThemeNotice extends LitElement {
  static properties = {
    theme: { attribute: false },
    notice: { attribute: false },
    near: { attribute: false },
    open: { type: Boolean },
    languages: { attribute: false },
    busy: { state: true },
    problem: { state: true },
  }

  static styles = [base, sheet, css`
    form { display: grid; gap: var(--r-3); }
    .texts { display: grid; gap: var(--r-3); }
    textarea { min-height: 64px; }
    .when { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--r-3); }
    summary { cursor: pointer; font-weight: 600; font-size: var(--r-text-s); }
    details[open] summary { margin-bottom: var(--r-3); }
    .stands { display: grid; gap: var(--r-3); }
    @media (max-width: 560px) { .when { grid-template-columns: minmax(0, 1fr); } }
  `]

  constructor() {
    super()
    this.notice = null
    this.near = []
    this.open = false
    this.languages = ['en']
    this.busy = false
    this.problem = null
  }

  render() {
    return html`
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      ${this.notice ? this.#standing() : html`<details ?open=${this.open}><summary>${t('Tell customers in the chat')}</summary>${this.#form()}</details>`}`
  }

  #standing() {
    const { texts, since, until, by } = this.notice
    const waits = new Date(since) > new Date()
    return html`
      <div class="notice warn"><div class="stands">
        <div><strong>${waits ? t('Customers will read this in the chat from {from} until {until}:', { from: moment(since), until: moment(until) }) : t('Customers read this in the chat until {until}:', { until: moment(until) })}</strong>
          ${this.#inOrder(Object.keys(texts)).map((language) => html`<p><span class="hint">${languageName(language)}</span> <span lang=${language} dir="auto">${texts[language]}</span></p>`)}
          <p class="hint">${by?.name ?? ''}</p></div>
        <div><button class="button" type="button" ?disabled=${this.busy} @click=${this.#takeDown}>${icons.close}${t('Take it down')}</button></div></div></div>`
  }

  /** The languages in which it is complained about, and that of the page, before all others. */
  #inOrder(languages) {
    return [...languages].sort((one, other) => this.#isNear(other) - this.#isNear(one))
  }

  #isNear = (language) => language === spoken || this.near.includes(language)

  #text(language) {
    const name = toldName(this.theme)
    const draft = drafts[language]?.(name ? ` (${name})` : '') ?? ''
    return html`<label class="field">${languageName(language)}<textarea name="text-${language}" maxlength="300" lang=${language} dir="auto" .value=${draft}></textarea></label>`
  }

  #form() {
    const first = this.languages.filter(this.#isNear)
    const others = this.languages.filter((language) => !this.#isNear(language))
    return html`
      <form @submit=${this.#show}>
        ${namelessHint(this.theme)}
        <div class="texts">${first.map((language) => this.#text(language))}</div>
        ${others.length ? html`<details><summary>${t('In {n} other languages', { n: others.length })}</summary><div class="texts">${others.map((language) => this.#text(language))}</div></details>` : nothing}
        <div class="when">
          <label class="field">${t('From')}<input class="input" type="datetime-local" name="from" .value=${local(Date.now())}></label>
          <label class="field">${t('Until')}<input class="input" type="datetime-local" name="until" required .value=${local(Date.now() + DAY)}></label>
        </div>
        <p class="hint">${t('It stands above every chat that is opened. A language that is left empty reads English.')}</p>
        <div><button class="button primary" type="submit" ?disabled=${this.busy}>${t('Show it in the chat')}</button></div>
      </form>`
  }

  get #path() {
    return `/api/themes/${this.theme.number}/notice`
  }

  #show = (event) => {
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(event.target))
    const texts = Object.fromEntries(this.languages.map((language) => [language, fields[`text-${language}`]]).filter(([, text]) => text?.trim()))
    const instant = (value) => (value ? new Date(value).toISOString() : null)
    this.#act(() => put(this.#path, { texts, from: instant(fields.from), until: instant(fields.until) }), t('Customers read it from now on.'))
  }

  #takeDown = () => this.#act(() => del(this.#path), t('It is taken down.'))

  async #act(call, told) {
    this.busy = true
    this.problem = null
    try {
      await call()
      announce(told)
      this.dispatchEvent(new Event('changed'))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

/** A moment as people say it. */
const moment = (at) => new Intl.DateTimeFormat(spoken, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

/** A moment as the field wants it: of this clock, to the minute. */
function local(at) {
  const now = new Date(at)
  return new Date(at - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

customElements.define('ramah-theme-notice', ThemeNotice)
