import { LitElement, css, html, nothing } from 'lit'
import '../insight/replies/words-id.js'
import { get, withQuery } from '../shared/api.js'
import { base } from '../shared/base.js'
import { languageName } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { Load } from '../insight/common/load.js'
import { inWords } from '../insight/replies/steps.js'

/**
 * `<ramah-practice-macros .known>`: the macros that say something. In a rehearsal each only puts in its words: there is no
 * conversation that could be tagged, handed on or resolved, and the list says what is left out.
 *
 * @property known what canned replies are filled in with
 * Event: `insert` with the text.
 */
class PracticeMacros extends LitElement {
  static properties = { known: { attribute: false, hasChanged: (now, before) => JSON.stringify(now) !== JSON.stringify(before) } }

  static styles = [base, css`
    :host { display: grid; gap: var(--r-2); margin-top: var(--r-4); }
    h2 { color: var(--r-ink-2); font-size: var(--r-text-s); }
    ul { display: grid; gap: var(--r-1); }
    .button { justify-content: start; width: 100%; min-height: 32px; text-align: start; white-space: normal; overflow-wrap: anywhere; }
    .button kbd { margin-inline-start: auto; }
    li .hint { padding-inline-start: var(--r-3); overflow-wrap: anywhere; }
  `]

  constructor() {
    super()
    this.macros = new Load(this, (known, signal) => get(withQuery('/api/macros/said', known), { signal }).then(({ macros }) => macros.filter(words)))
  }

  willUpdate(changed) {
    if (changed.has('known') && this.known?.language) this.macros.run(this.known)
  }

  /** As at the desk, where a digit runs one; says whether there is one with this key. */
  press(key) {
    const macro = this.macros.value?.find((each) => each.key === key)
    if (macro) this.#insert(macro)
    return Boolean(macro)
  }

  render() {
    if (this.macros.value?.length === 0) return nothing
    return html`<h2>${t('Macros')}</h2>
      <p class="hint">${t('Here a macro puts its words into the reply, and does nothing else.')}</p>
      <div aria-busy=${this.macros.busy}>${this.macros.show((all) => html`<ul>${all.map((each) => this.#one(each))}</ul>`, { lines: 2 })}</div>`
  }

  #one(macro) {
    const left = macro.steps.filter(({ step }) => step.kind !== 'say').map(({ step, text }) => inWords({ ...step, text }, []))
    const said = macro.steps.find(({ step, theirs }) => step.kind === 'say' && !theirs)
    return html`<li><button class="button quiet" type="button" dir="auto" @click=${() => this.#insert(macro)}>${icons.bolt}${macro.title}${macro.key ? html`<kbd aria-hidden="true">${macro.key}</kbd>` : nothing}</button>
      ${said?.language ? html`<p class="hint">${t('in {language}', { language: languageName(said.language) })}</p>` : nothing}
      ${left.length ? html`<p class="hint">${t('Left out: {steps}', { steps: left.join(' · ') })}</p>` : nothing}</li>`
  }

  #insert(macro) {
    this.dispatchEvent(new CustomEvent('insert', { detail: words(macro) }))
  }
}

/** What it says to the customer; empty where that is nothing. */
const words = ({ steps }) => steps.filter(({ step, text }) => step.kind === 'say' && text).map(({ text }) => text).join('\n\n')

customElements.define('ramah-practice-macros', PracticeMacros)
