/**
 * What the login and the join page share: a calm centred card, and forms in the ordinary document. Not
 * in a shadow root, because password managers look for fields in the document first and several look
 * nowhere else.
 */
import { LitElement, css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { icons, mark } from '../shared/icons.js'
import { language, languages, speak, t } from '../shared/words.js'

const look = css`
  .gate { display: grid; grid-template-rows: 1fr auto; min-height: 100dvh; padding: var(--r-6) var(--r-4) var(--r-4);
    background: radial-gradient(1100px 520px at 50% -8%, var(--r-accent-soft), transparent 70%), var(--r-bg); }
  .gate main { align-self: center; justify-self: center; width: 100%; max-width: 400px; }
  .gate .brand { display: flex; align-items: center; justify-content: center; gap: 10px; padding-bottom: var(--r-6);
    font-size: var(--r-text-xl); font-weight: 700; letter-spacing: -0.02em; }
  .gate .mark { width: 38px; height: 38px; }
  .gate .bubble { fill: var(--r-accent); }
  .gate .smile { fill: none; stroke: var(--r-on-accent); stroke-width: 2.6; stroke-linecap: round; }
  .gate .sheet { display: grid; gap: var(--r-5); padding: var(--r-8); border: 1px solid var(--r-line); border-radius: var(--r-radius-l);
    background: var(--r-surface); box-shadow: var(--r-shadow); }
  .gate .sheet :is(header, .head) { display: grid; gap: var(--r-1); }
  .gate .sheet :is(header, .head) p { color: var(--r-ink-2); }
  .gate h1 { font-size: 1.375rem; }
  .gate form { display: grid; gap: var(--r-4); }
  .gate .input { min-height: 44px; font-size: 1rem; }
  .gate .with-end { position: relative; }
  .gate .with-end .input { padding-inline-end: 76px; }
  .gate .with-end .button { position: absolute; inset-inline-end: 4px; top: 4px; }
  .gate .wrong { display: flex; align-items: flex-start; gap: var(--r-2); padding: var(--r-3); border-radius: var(--r-radius-s);
    background: var(--r-bad-soft); color: var(--r-bad); font-size: var(--r-text-s); font-weight: 600; }
  .gate .fine { display: flex; align-items: flex-start; gap: var(--r-2); padding: var(--r-3); border-radius: var(--r-radius-s);
    background: var(--r-good-soft); color: var(--r-good); font-size: var(--r-text-s); }
  .gate .alert:not(:has(*)) { position: absolute; }
  .gate .wrong svg, .gate .fine svg { margin-top: 1px; }
  .gate .link { justify-self: center; min-height: 32px; padding: 0 var(--r-2); border: 0; background: none; color: var(--r-ink-2);
    font-size: var(--r-text-s); text-decoration: underline; text-underline-offset: 3px; }
  .gate .link:hover { color: var(--r-accent); }
  .gate footer { display: flex; justify-content: center; gap: var(--r-2); padding-top: var(--r-6); }
  .gate footer button { min-height: 32px; padding: 0 var(--r-2); border: 0; border-radius: var(--r-radius-s); background: none;
    color: var(--r-ink-2); font-size: var(--r-text-s); }
  .gate footer [aria-pressed="true"] { color: var(--r-ink); font-weight: 700; }
  @media (max-width: 480px) { .gate .sheet { padding: var(--r-6) var(--r-5); } }
`

export class Gate extends LitElement {
  static properties = { problem: { state: true }, busy: { state: true }, shown: { state: true } }

  constructor() {
    super()
    this.problem = null
    this.busy = false
    /** Whether the password can be read while it is typed. */
    this.shown = false
  }

  createRenderRoot() {
    const sheets = [base, look].map(part => part.styleSheet)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets]
    return this
  }

  frame(content) {
    return html`<div class="gate">
      <main><div class="brand">${mark}<span>Ramah</span></div><div class="sheet">${content}</div></main>
      <footer>${Object.entries(languages).map(([code, name]) => html`
        <button type="button" lang=${code} aria-pressed=${code === language} @click=${() => speak(code)}>${name}</button>`)}</footer>
    </div>`
  }

  wrong() {
    return html`<div class="alert" role="alert">${this.problem ? html`<p class="wrong">${icons.warning}<span>${this.problem}</span></p>` : nothing}</div>`
  }

  /** @param {'current-password'|'new-password'} purpose tells the password manager to fill or to suggest */
  password(label, purpose, hint) {
    return html`<div class="field"><label for="password">${label}</label>
      <div class="with-end"><input class="input" id="password" name="password" type=${this.shown ? 'text' : 'password'} autocomplete=${purpose}
          required minlength=${purpose === 'new-password' ? 10 : nothing} aria-describedby=${hint ? 'password-hint' : nothing}>
        <button class="button quiet" type="button" aria-pressed=${this.shown} aria-label=${t('Show the password')} @click=${() => (this.shown = !this.shown)}>${this.shown ? t('Hide') : t('Show')}</button></div>
      ${hint ? html`<span class="hint" id="password-hint">${hint}</span>` : nothing}</div>`
  }

  /** Runs what a form asks for, once at a time; a failure becomes the sentence `said` makes of it. */
  async submit(event, deed, said) {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    this.problem = null
    try {
      await deed(event.target)
    } catch (problem) {
      this.problem = said(problem)
    } finally {
      this.busy = false
    }
  }
}
