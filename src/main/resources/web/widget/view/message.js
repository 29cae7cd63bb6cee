import { h } from './dom.js'
import { fileBubble } from './file.js'
import { icon, thumb } from './icons.js'
import { withLinks } from './links.js'

/** One thing the customer said; `state` is sending, notYet, failed, sent or seen. */
export function ownMessage(message, { chat, words, openPicture }) {
  return h(
    'article',
    { class: 'message own', 'data-state': message.state },
    author(`${words.you}:`, 'hidden'),
    message.kind === 'attached' ? fileBubble(message, { chat, words, openPicture }) : bubble(message.text, message.erased, words),
    message.state === 'failed' || message.state === 'notYet' ? unsent(message, chat, words) : onItsWay(message, words)
  )
}

/** Below every message for those who hear it; seen only below the last, to keep the page quiet. */
function onItsWay({ state, at, isLast }, words) {
  const arrived = state !== 'sending'
  const quiet = arrived && !isLast
  return h('p', { class: quiet ? 'state hidden' : 'state' }, words[state], arrived ? [' · ', time(at, words)] : '')
}

function unsent({ state, reason, clientId }, chat, words) {
  const failed = state === 'failed'
  return h(
    'p',
    { class: 'state' },
    failed ? [icon('alert'), `${words.failed}. ${reason ?? ''} `] : `${words.notYet} `,
    textButton(words.again, 'again', () => chat.retry(clientId)),
    failed ? [' ', textButton(words.discard, 'discard', () => chat.discard(clientId))] : ''
  )
}

/** One thing the bot or a person said. */
export function theirMessage(entry, { chat, words, openArticle, openPicture, isLatest, starts }) {
  const isBot = entry.by.role === 'bot'
  const name = entry.by.name || (isBot ? words.assistant : '')
  const label = [h('b', null, name), isBot ? ` · ${words.automated}` : '', ' · ', time(entry.at, words)]
  return h(
    'article',
    { class: `message ${isBot ? 'bot' : 'agent'}${starts ? ' starts' : ''}` },
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, isBot ? icon('spark') : initial(name)),
    author(label, starts ? '' : 'hidden'),
    entry.kind === 'attached' ? fileBubble(entry, { chat, words, openPicture }) : bubble(entry.text, entry.erased, words),
    entry.citations?.length ? sources(entry, { chat, words, openArticle }) : null,
    entry.choices?.length ? choices(entry.choices, { chat, words, isLatest }) : null
  )
}

function author(label, className) {
  return h('p', { class: `author ${className}` }, label)
}

function bubble(text, erased, words) {
  if (erased) return h('p', { class: 'bubble erased' }, words.erased)
  return h('p', { class: 'bubble', dir: 'auto' }, withLinks(text ?? ''))
}

function time(at, words) {
  return h('time', { datetime: at, title: words.exact(at) }, words.time(at))
}

function sources(entry, { chat, words, openArticle }) {
  const { seq, citations } = entry
  const cite = ({ article, title }) =>
    h(
      'button',
      {
        type: 'button',
        class: 'source',
        'data-focus': `source-${article}`,
        'aria-label': words.openArticle(title),
        onclick: () => openArticle(article, title)
      },
      icon('page'),
      h('span', { dir: 'auto' }, title),
      icon('next')
    )
  const up = chat.thumbOn(seq)
  const vote = value =>
    h(
      'button',
      {
        type: 'button',
        class: 'thumb',
        'data-focus': `thumb-${value}`,
        'aria-pressed': String(up === value),
        'aria-label': value ? words.up : words.down,
        title: value ? words.up : words.down,
        onclick: () => up !== value && chat.thumb(seq, value)
      },
      thumb(value)
    )
  return h(
    'div',
    { class: 'sources' },
    h('p', { class: 'quiet' }, citations.length > 1 ? words.sources : words.source),
    citations.map(cite),
    h(
      'div',
      { class: 'helped', role: 'group', 'aria-label': words.helped },
      h('span', { class: 'quiet' }, words.helped),
      vote(true),
      vote(false)
    )
  )
}

/** "Did you mean": only the newest can be answered, older ones stay to be read. */
function choices(list, { chat, words, isLatest }) {
  const choose = ({ article, title }) =>
    h(
      'li',
      null,
      h(
        'button',
        {
          type: 'button',
          class: 'choice',
          dir: 'auto',
          'data-focus': `choice-${article}`,
          disabled: !isLatest,
          onclick: () => chat.say(title, article)
        },
        title
      )
    )
  return h('ul', { class: 'choices', 'aria-label': words.choices }, list.map(choose))
}

function textButton(label, name, onclick) {
  return h('button', { type: 'button', class: 'link', 'data-focus': name, onclick }, label)
}

function initial(name) {
  return [...name][0]?.toUpperCase() ?? ''
}
