/**
 * `<ramah-file>`: one file of a conversation. A picture has its place before it is there, and opens large by a click; a
 * document is saved. `<ramah-picture>` is the large one, `uploadEntry` a file on its way.
 */
import { LitElement, css, html, nothing } from 'lit'
import { base } from '../shared/base.js'
import { number } from '../shared/format.js'
import { icons } from '../shared/icons.js'
import { t } from '../shared/words.js'
import { Dialog } from './dialogs.js'
import { files } from './files.js'

/** A picture in the transcript is no larger than this, in px; what is smaller is not blown up. */
const WIDEST = 320
const HIGHEST = 240

export const sizeOf = bytes => bytes < 1_000_000
  ? `${number(Math.max(1, Math.round(bytes / 1000)))} kB` : `${number(Math.round(bytes / 100_000) / 10)} MB`

class RamahFile extends LitElement {
  static properties = { entry: { attribute: false }, conversation: {}, url: { state: true }, gone: { state: true } }
  static styles = [base, css`
    :host { display: inline-block; max-width: 100%; }
    button { padding: 3px; border: 1px solid var(--r-line); border-radius: var(--r-radius); background: var(--r-surface); text-align: start; max-width: 100%; }
    button:hover { border-color: var(--r-accent); }
    img { display: block; max-width: 100%; height: auto; min-width: 32px; min-height: 32px; object-fit: cover; border-radius: var(--r-radius-s); background: var(--r-sunken); color: var(--r-ink-2); font-size: var(--r-text-s); }
    .paper { display: inline-flex; align-items: center; gap: var(--r-2); min-height: 40px; padding: var(--r-1) var(--r-3); overflow-wrap: anywhere; font-weight: 600; font-size: var(--r-text-s); }
    .paper .hint { font-weight: 400; white-space: nowrap; }
  `]

  #asked = false

  willUpdate(changed) {
    if (changed.has('entry') && changed.get('entry')?.attachment !== this.entry.attachment) {
      this.url = null
      this.#asked = this.gone = false
      if (this.entry.width && !this.entry.erased) this.#ask(false)
    }
  }

  async #ask(anew) {
    const { attachment } = this.entry
    const url = await files.address(this.conversation, attachment, anew)
    if (attachment !== this.entry.attachment) return
    this.url = url
    this.gone = !url
  }

  render() {
    const { text, width, height, size, by } = this.entry
    if (!width) return html`<button class="paper" type="button" aria-label=${t('Save the file “{name}”', { name: text })} @click=${this.#save}>${icons.article}<span dir="auto">${text}</span><span class="hint">${sizeOf(size)}</span></button>`
    const scale = Math.min(1, WIDEST / width, HIGHEST / height)
    const alt = this.gone ? t('This file is not there any more.') : t('Picture from {name}: {file}', { name: by.name || t('the visitor'), file: text })
    return html`<button type="button" title=${t('Show it large')} @click=${this.#open}>
      <img src=${this.url ?? nothing} width=${Math.max(1, Math.round(width * scale))} height=${Math.max(1, Math.round(height * scale))}
        alt=${alt} decoding="async" @error=${this.#failed}></button>`
  }

  /** Its address has ended, or it is gone: asked once more, then left. */
  #failed = () => {
    if (this.#asked || !this.url) return
    this.#asked = true
    this.#ask(true)
  }

  #open = () => this.dispatchEvent(new CustomEvent('picture', { detail: { ...this.entry, conversation: this.conversation }, bubbles: true, composed: true }))

  #save = () => saveFile(this.conversation, this.entry.attachment)
}

/** The server says that it is to be saved, so no page is left by this. */
async function saveFile(conversation, attachment) {
  const url = await files.address(conversation, attachment)
  if (!url) return
  const link = document.createElement('a')
  Object.assign(link, { href: url, download: '', rel: 'noopener noreferrer' })
  link.click()
}

class RamahPicture extends Dialog {
  static properties = { about: { state: true }, url: { state: true } }
  static styles = [base, css`
    dialog { width: 100vw; height: 100dvh; max-width: none; max-height: none; margin: 0; padding: var(--r-3); border: 0; background: none; color: var(--r-ink); }
    dialog[open] { display: flex; flex-direction: column; gap: var(--r-3); }
    dialog::backdrop { background: rgb(20 14 8 / 82%); }
    .bar { flex: none; align-self: center; display: flex; align-items: center; gap: var(--r-1); max-width: 100%; padding: var(--r-1) var(--r-1) var(--r-1) var(--r-4); border-radius: var(--r-round); background: var(--r-surface); }
    .bar b { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    img { margin: auto; min-height: 0; max-width: 100%; max-height: calc(100dvh - 80px); width: auto; height: auto; object-fit: contain; border-radius: var(--r-radius-s); background: var(--r-sunken); }
  `]

  async show(about) {
    this.about = about
    this.url = null
    this.dialog.showModal()
    this.url = await files.address(about.conversation, about.attachment)
  }

  render() {
    const { text, width, height } = this.about ?? {}
    return html`<dialog aria-labelledby="name" @click=${event => ['DIALOG', 'IMG'].includes(event.target.tagName) && event.target.tagName !== 'IMG' && this.close()}>
      <div class="bar"><b id="name" dir="auto">${text}</b>
        <button class="button quiet icon-only" type="button" title=${t('Save the picture')} aria-label=${t('Save the picture')} @click=${() => saveFile(this.about.conversation, this.about.attachment)}>${icons.down}</button>
        <button class="button quiet icon-only" type="button" title=${t('Close')} aria-label=${t('Close')} @click=${this.close}>${icons.close}</button></div>
      ${this.about ? html`<img src=${this.url ?? nothing} width=${width} height=${height} alt=${text}>` : nothing}</dialog>`
  }
}

/** A file on its way, with how far it is and a way out. */
export function uploadEntry(item) {
  const failed = item.state === 'failed'
  return html`<li class="words agent pending ${failed ? 'failed' : ''}">
    <div class="bubble upload">${item.preview ? html`<img src=${item.preview} alt="">` : icons.article}
      <span dir="auto">${item.file.name}</span> <span class="hint">${sizeOf(item.file.size)}</span>
      ${failed ? nothing : html`<progress max="1" .value=${item.sent} aria-label=${t('Sending “{name}”', { name: item.file.name })}></progress>`}</div>
    <div class="under">${failed ? html`<span class="error" role="alert">${icons.warning} ${t('Not sent.')} ${item.error}</span>
        ${item.final ? nothing : html`<button class="button" type="button" @click=${() => files.again(item)}>${t('Try again')}</button>`}
        <button class="button quiet" type="button" @click=${() => files.discard(item)}>${t('Discard')}</button>`
      : html`<span class="hint">${item.state === 'waiting' ? t('Waits for the connection') : t('Sending…')}</span>
        <button class="button quiet" type="button" @click=${() => files.discard(item)}>${t('Cancel')}</button>`}</div>
  </li>`
}

customElements.define('ramah-file', RamahFile)
customElements.define('ramah-picture', RamahPicture)
