import { TAKEN } from '../files.js'
import { h } from './dom.js'
import { icon } from './icons.js'

/** The paper clip, and the other two ways in: dropped on the chat, pasted where one writes. */
export class Attach {
  #chat

  constructor(chat, words) {
    this.#chat = chat
    this.input = h('input', {
      type: 'file',
      accept: TAKEN,
      multiple: true,
      hidden: true,
      tabindex: -1,
      'aria-hidden': 'true',
      onchange: () => this.#chosen()
    })
    this.button = h(
      'button',
      { type: 'button', class: 'clip', 'aria-label': words.attach, title: words.attach, onclick: () => this.input.click() },
      icon('clip')
    )
  }

  #chosen() {
    this.#add(this.input.files)
    // The same file may be chosen again.
    this.input.value = ''
  }

  /** Takes what is dropped on this element. */
  dropsOn(element) {
    const over = on => element.classList.toggle('dropping', on)
    element.addEventListener('dragover', event => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      over(true)
    })
    element.addEventListener('dragleave', event => element.contains(event.relatedTarget) || over(false))
    element.addEventListener('drop', event => {
      over(false)
      if (!event.dataTransfer?.files.length) return
      event.preventDefault()
      this.#add(event.dataTransfer.files)
    })
  }

  /** Takes files that are pasted here; words go on into the text. */
  pastesInto(element) {
    element.addEventListener('paste', event => {
      const { files } = event.clipboardData ?? {}
      if (!files?.length) return
      event.preventDefault()
      this.#add(files)
    })
  }

  #add(files) {
    for (const file of files) this.#chat.files.add(file)
  }
}
