import { h } from './dom.js'
import { icon } from './icons.js'

/** A picture in the log is no larger than this, in px; what is smaller is not blown up. */
const WIDEST = 240
const HIGHEST = 220

/** A file that was sent: a picture to be opened large, or a document to be saved. */
export function fileBubble(entry, { chat, words, openPicture }) {
  if (entry.erased) return h('p', { class: 'bubble erased' }, words.erased)
  return entry.width ? picture(entry, { chat, words, openPicture }) : paper(entry, { chat, words })
}

function picture(entry, { chat, words, openPicture }) {
  const { attachment, text, width, height } = entry
  const by = entry.by.role === 'customer' ? words.you : entry.by.name
  const alt = words.picture(text, by)
  const image = h('img', { ...fitted(width, height), alt, decoding: 'async' })
  // Its place is there before it is: nothing jumps when it comes.
  const show = async anew => {
    const url = await chat.files.address(attachment, anew)
    if (url) image.src = url
    else image.alt = words.fileGone
  }
  image.addEventListener('error', () => show(true), { once: true })
  show(false)
  return h(
    'button',
    {
      type: 'button',
      class: 'picture',
      'data-focus': `picture-${attachment}`,
      title: words.openPicture,
      onclick: () => openPicture({ attachment, name: text, alt, width, height })
    },
    image
  )
}

function paper(entry, { chat, words }) {
  return h(
    'button',
    {
      type: 'button',
      class: 'source file',
      'data-focus': `file-${entry.attachment}`,
      'aria-label': words.saveFile(entry.text),
      onclick: () => saveFile(entry.attachment, chat)
    },
    icon('page'),
    h('span', { dir: 'auto' }, entry.text),
    h('small', { class: 'quiet' }, words.size(entry.size))
  )
}

/** The desk says that it is to be saved, so no page is left by this. */
export async function saveFile(attachment, chat) {
  const url = await chat.files.address(attachment)
  if (url) h('a', { href: url, download: '', rel: 'noopener noreferrer' }).click()
}

/** A file on its way, with how far it is and a way out. */
export function fileOnItsWay(item, { chat, words }) {
  const { clientId, file, preview, state, reason } = item
  const failed = state === 'failed'
  const bar = h('progress', { max: 1, value: item.sent, 'aria-label': words.sendingFile(file.name) })
  item.onprogress = sent => (bar.value = sent)
  const image = preview && h('img', { class: 'preview', alt: '', src: preview })
  image?.addEventListener('error', () => image.remove())
  return h(
    'article',
    { class: 'message own', 'data-state': failed ? 'failed' : 'sending' },
    h('p', { class: 'author hidden' }, `${words.you}:`),
    h(
      'div',
      { class: 'bubble upload' },
      image || icon('page'),
      h('span', { class: 'name', dir: 'auto' }, file.name),
      h('small', null, words.size(file.size)),
      failed ? null : bar
    ),
    h(
      'p',
      { class: 'state' },
      failed ? [icon('alert'), `${words.failed}. ${words.fileReasons[reason]} `] : state === 'waiting' ? `${words.notYet} ` : '',
      failed && reason !== 'too_large' && reason !== 'unsupported'
        ? [button(words.again, 'again', () => chat.files.retry(clientId)), ' ']
        : '',
      button(failed ? words.discard : words.cancel, 'discard', () => chat.files.discard(clientId))
    )
  )
}

function button(label, name, onclick) {
  return h('button', { type: 'button', class: 'link', 'data-focus': name, onclick }, label)
}

function fitted(width, height) {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
