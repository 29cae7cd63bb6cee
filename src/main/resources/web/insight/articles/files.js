import { withQuery } from '../../shared/api.js'
import { upload } from '../common/upload.js'

/** Kinds of files that articles come in, by the ending of their names, with the type the server knows them by. */
const types = {
  ndjson: 'application/x-ndjson', jsonl: 'application/x-ndjson', json: 'application/x-ndjson',
  csv: 'text/csv', tsv: 'text/csv',
  md: 'text/markdown', markdown: 'text/markdown', txt: 'text/markdown',
  html: 'text/html', htm: 'text/html',
  zip: 'application/zip',
}

/** What a file dialog offers. */
export const accepted = Object.keys(types).map((ending) => `.${ending}`).join(',')

/** Lines sent at a time: enough to be quick, few enough that the progress moves. */
const LINES = 500

/** How much of a rejected line is shown; enough to find it. */
const GLIMPSE = 120

/**
 * Sends files one after the other and tells how far it is.
 * @param files what `<input type="file">` holds, or a folder's
 * @param told `({imported, updated, rejected, done, all})`, after each step; `done` and `all` in bytes
 */
export async function importFiles(files, language, told) {
  const sum = { imported: 0, updated: 0, rejected: [], done: 0, all: [...files].reduce((bytes, file) => bytes + file.size, 0) }
  for (const file of files) {
    for await (const part of parts(file, language)) {
      sum.imported += part.imported
      sum.updated += part.updated
      sum.rejected = [...sum.rejected, ...part.rejected]
      told({ ...sum, done: sum.done + part.sent })
    }
    sum.done += file.size
    told({ ...sum })
  }
  return sum
}

/**
 * Has the server read pages, one after the other.
 * @param addresses lines of text
 * @param told as of files; `done` and `all` in pages
 */
export async function importPages(addresses, language, told) {
  const pages = addresses.split('\n').map((line) => line.trim()).filter(Boolean)
  let sum = { imported: 0, updated: 0, rejected: [], done: 0, all: pages.length }
  for (const page of pages) {
    const answer = await upload(withQuery('/api/articles/import', { language }), page, 'text/uri-list')
    sum = {
      imported: sum.imported + answer.imported,
      updated: sum.updated + answer.updated,
      rejected: [...sum.rejected, ...answer.rejected.map((each) => ({ ...each, file: each.file ?? page }))],
      done: sum.done + 1,
      all: pages.length,
    }
    told(sum)
  }
  return sum
}

async function* parts(file, language) {
  const name = file.webkitRelativePath || file.name
  const type = types[name.split('.').at(-1).toLowerCase()]
  if (!type) {
    yield { imported: 0, updated: 0, rejected: [{ file: name, line: 1, reason: 'neither Markdown, HTML, CSV, a zip nor lines of JSON' }], sent: file.size }
  } else if (type === 'application/x-ndjson') {
    yield* lines(file, name)
  } else {
    const answer = await upload(withQuery('/api/articles/import', { name, language }), file, type)
    yield { ...answer, rejected: answer.rejected.map((each) => ({ ...each, file: each.file && type === 'application/zip' ? each.file : name })), sent: file.size }
  }
}

async function* lines(file, name) {
  const all = (await file.text()).split('\n')
  let sent = 0
  for (let from = 0; from < all.length; from += LINES) {
    const some = all.slice(from, from + LINES)
    const answer = await upload('/api/articles/import', some.join('\n'), 'application/x-ndjson')
    sent += some.reduce((length, line) => length + line.length + 1, 0)
    const rejected = answer.rejected.map(({ line, reason }) => ({ file: name, line: from + line, reason, says: glimpse(some[line - 1]) }))
    yield { ...answer, rejected, sent: Math.min(sent, file.size) }
  }
}

const glimpse = (text = '') => (text.length > GLIMPSE ? `${text.slice(0, GLIMPSE)}…` : text)
