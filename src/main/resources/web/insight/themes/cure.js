import { LitElement, css, html, nothing } from 'lit'
import { put } from '../../shared/api.js'
import { base } from '../../shared/base.js'
import { languageName, number } from '../../shared/format.js'
import { icons } from '../../shared/icons.js'
import { announce } from '../../shared/page.js'
import { t, tn } from '../../shared/words.js'
import { sheet } from '../common/sheet.js'
import { dayOf, drafts, stateChip, states } from './states.js'
import { namelessHint, toldName } from './words.js'

/** `<ramah-theme-cure .theme .cure .languages .near>`: what is behind a theme, who sees to it, and whether it helped. Tells `changed`. */
class ThemeCure extends LitElement {
  static properties = {
    theme: { attribute: false },
    cure: { attribute: false },
    languages: { attribute: false },
    near: { attribute: false },
    editing: { state: true },
    state: { state: true },
    busy: { state: true },
    problem: { state: true },
  }

  static styles = [base, sheet, css`
    :host { display: grid; gap: var(--r-3); }
    dl { display: grid; grid-template-columns: minmax(96px, auto) minmax(0, 1fr); gap: var(--r-2) var(--r-4); }
    dt { color: var(--r-ink-2); font-size: var(--r-text-s); font-weight: 600; }
    dd { overflow-wrap: anywhere; }
    legend { margin-bottom: var(--r-2); }
    form { display: grid; gap: var(--r-3); padding: var(--r-4); border-radius: var(--r-radius-s); background: var(--r-sunken); }
    .three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: var(--r-3); }
    textarea { min-height: 64px; }
    summary { cursor: pointer; font-weight: 600; font-size: var(--r-text-s); }
    details[open] summary { margin-bottom: var(--r-3); }
    @media (max-width: 560px) { .three, dl { grid-template-columns: minmax(0, 1fr); } dl { gap: 0; } dd { margin-bottom: var(--r-2); } }
  `]

  constructor() {
    super()
    this.languages = ['en']
    this.near = []
    this.editing = ''
    this.state = ''
    this.busy = false
    this.problem = null
  }

  willUpdate(changed) {
    if (changed.has('theme') && changed.get('theme')?.number !== this.theme.number) this.#stop()
  }

  #stop = () => {
    this.editing = ''
    this.problem = null
  }

  async #edit(what) {
    this.editing = what
    this.state = this.cure.state
    await this.updateComplete
    this.renderRoot.querySelector('select, input, textarea')?.focus()
  }

  render() {
    const { cure } = this
    return html`
      <h3>${t('What is done about it')}</h3>
      <dl>
        <dt>${t('State')}</dt><dd>${stateChip(cure)}</dd>
        ${cure.cause ? html`<dt>${t('Cause')}</dt><dd>${cure.cause}</dd>` : nothing}
        ${cure.reason ? html`<dt>${t('Reason')}</dt><dd>${cure.reason}</dd>` : nothing}
        ${cure.owner ? html`<dt>${t('Owner')}</dt><dd>${cure.owner.name}</dd>` : nothing}
        ${cure.due ? html`<dt>${t('Due')}</dt><dd>${dayOf(cure.due)}</dd>` : nothing}
        ${cure.effect ? html`<dt>${t('Since it was fixed')}</dt><dd>${effect(cure.effect)}</dd>` : nothing}
        ${cure.wanting || cure.told ? html`<dt>${t('To be told')}</dt><dd>${tn(cure.wanting, '{n} customer asked to hear when it is fixed', '{n} customers asked to hear when it is fixed')}${cure.told ? html`; ${tn(cure.told, '{n} was told', '{n} were told')}` : nothing}</dd>` : nothing}
        ${cure.doneShown ? html`<dt>${t('In the chat')}</dt><dd>${t('Customers read what you did.')}</dd>` : nothing}
      </dl>
      ${this.problem ? html`<div class="notice bad" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      ${this.editing === 'cure' ? this.#form() : this.editing === 'done' ? this.#doneForm() : html`<div class="row">
        <button class="button" type="button" @click=${() => this.#edit('cure')}>${icons.edit}${t('Change')}</button>
        <button class="button" type="button" @click=${() => this.#edit('done')}>${t('You said, we did …')}</button></div>`}`
  }

  #form() {
    const { cure, state } = this
    return html`
      <form @submit=${this.#save}>
        <div class="three">
          <label class="field">${t('State')}<select name="state" @change=${({ target }) => (this.state = target.value)}>${Object.entries(states).map(([key, [name]]) => html`<option value=${key} ?selected=${key === state}>${t(name)}</option>`)}</select></label>
          <label class="field">${t('Owner')}<select name="owner"><option value="">${t('nobody')}</option>${cure.mayOwn.map((each) => html`<option value=${each.id} ?selected=${each.id === cure.owner?.id}>${each.name}</option>`)}</select></label>
          <label class="field">${t('Due')}<input class="input" type="date" name="due" .value=${cure.due ?? ''}></label>
        </div>
        <label class="field">${t('Cause')}<input class="input" name="cause" maxlength="500" autocomplete="off" .value=${cure.cause ?? ''}></label>
        ${state === 'wont_fix' ? html`<label class="field">${t('Why is nothing done about it?')}<input class="input" name="reason" required maxlength="500" autocomplete="off" .value=${cure.reason ?? ''}></label>` : nothing}
        ${state === 'fixed' && cure.wanting > cure.told ? this.#tell() : nothing}
        ${this.#foot(t('Save'))}
      </form>`
  }

  #tell() {
    return html`
      <fieldset><legend>${t('What those who asked for it are told')}</legend><div class="stack">${namelessHint(this.theme)}${this.#texts(drafts.fixed)}</div>
        <p class="hint">${t('Each once, in the chat on their next visit, and by mail if they left an address and mail is set up. Left empty in all languages, nobody is told.')}</p></fieldset>`
  }

  #doneForm() {
    const { cure } = this
    return html`
      <form @submit=${this.#saveDone}>
        <fieldset><legend>${t('What customers said, and what you did')}</legend><div class="stack">${namelessHint(this.theme)}${this.#texts(drafts.done, cure.done)}</div></fieldset>
        <label class="choice"><input type="checkbox" name="shown" .checked=${cure.doneShown}>${t('Customers read it in the chat')}</label>
        ${this.#foot(t('Save'))}
      </form>`
  }

  #texts(drafted, known = {}) {
    const some = Object.keys(known).length > 0
    const text = (language) => html`
      <label class="field">${languageName(language)}<textarea name="text-${language}" maxlength="300" lang=${language} dir="auto" .value=${some ? (known[language] ?? '') : (drafted[language]?.(toldName(this.theme)) ?? '')}></textarea></label>`
    const first = this.languages.filter((each) => this.near.includes(each) || drafted[each])
    const others = this.languages.filter((each) => !first.includes(each))
    return html`${first.map(text)}${others.length ? html`<details><summary>${t('In {n} other languages', { n: others.length })}</summary><div class="stack">${others.map(text)}</div></details>` : nothing}`
  }

  #foot(name) {
    return html`<div class="row"><button class="button primary" type="submit" ?disabled=${this.busy}>${name}</button><button class="button quiet" type="button" @click=${this.#stop}>${t('Cancel')}</button></div>`
  }

  #read(event) {
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(event.target))
    const texts = Object.fromEntries(this.languages.map((language) => [language, fields[`text-${language}`]]).filter(([, text]) => text?.trim()))
    return { fields, texts }
  }

  #save = (event) => {
    const { fields, texts } = this.#read(event)
    const { state, cause, owner, due, reason } = fields
    this.#act('cure', { state, cause, owner: owner || null, due: due || null, reason, tell: texts }, t('It is saved.'))
  }

  #saveDone = (event) => {
    const { fields, texts } = this.#read(event)
    this.#act('done', { texts, shown: Boolean(fields.shown) }, t('It is saved.'))
  }

  async #act(what, body, told) {
    this.busy = true
    this.problem = null
    try {
      await put(`/api/themes/${this.theme.number}/${what}`, body)
      this.#stop()
      announce(told)
      this.dispatchEvent(new Event('changed'))
    } catch (problem) {
      this.problem = problem
    }
    this.busy = false
  }
}

function effect({ before, after, ratio, low, high }) {
  const rounded = (value) => number(Math.round(value * 10) / 10)
  const rates = t('{before} a week before, {after} a week since', { before: rounded(before), after: rounded(after) })
  if (low === undefined) return html`${rates}. <span class="hint">${t('It is too soon to say more.')}</span>`
  const bounds = { low: rounded(low), high: high === undefined ? '∞' : rounded(high) }
  const verdict = high !== undefined && high < 1 ? html`<span class="chip good">${icons.check}${t('fewer')}</span>` : low > 1 ? html`<span class="chip bad">${icons.warning}${t('more')}</span>` : html`<span class="chip">${t('no clear difference')}</span>`
  return html`${rates} ${verdict} <span class="hint">${ratio === undefined ? '' : t('{ratio} times as many; ', { ratio: rounded(ratio) })}${t('{low} to {high} times with 95% certainty', bounds)}</span>`
}

customElements.define('ramah-theme-cure', ThemeCure)
