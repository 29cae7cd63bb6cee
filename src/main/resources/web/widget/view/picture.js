import { h, say, set } from './dom.js'
import { saveFile } from './file.js'
import { icon } from './icons.js'

/** One picture over everything, on the browser's own dialog: Escape closes it, and the focus goes back. */
export class Picture {
  #chat

  constructor(chat, words) {
    this.#chat = chat
    this.name = h('p', { id: 'picture-name', dir: 'auto' })
    this.image = h('img', { decoding: 'async' })
    const deed = (name, label, onclick) =>
      h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick }, icon(name))
    this.element = h(
      'dialog',
      {
        class: 'large',
        'aria-labelledby': 'picture-name',
        onclick: event => event.target.tagName !== 'IMG' && !event.target.closest('.bar') && this.element.close(),
        onclose: () => this.image.removeAttribute('src')
      },
      h(
        'div',
        { class: 'bar' },
        this.name,
        deed('down', words.savePicture, () => saveFile(this.attachment, this.#chat)),
        deed('close', words.closePicture, () => this.element.close())
      ),
      this.image
    )
  }

  async open({ attachment, name, alt, width, height }) {
    this.attachment = attachment
    say(this.name, name)
    set(this.image, 'alt', alt)
    set(this.image, 'width', width)
    set(this.image, 'height', height)
    this.element.showModal()
    const url = await this.#chat.files.address(attachment)
    if (url) this.image.src = url
  }

  close() {
    this.element.close()
  }
}
