/** An article as it stands in the form: tags and questions are text there, lists in the contract. */

export const blank = { title: '', tags: '', body: '', questions: '' }

export function toDraft(article) {
  return {
    title: article.title,
    tags: (article.tags ?? []).join(', '),
    body: article.body ?? '',
    questions: (article.questions ?? []).join('\n'),
  }
}

export function fromDraft(draft) {
  return {
    title: draft.title.trim(),
    tags: parts(draft.tags, ','),
    body: draft.body,
    questions: parts(draft.questions, '\n'),
  }
}

export function same(a, b) {
  return Object.keys(blank).every((field) => a[field] === b[field])
}

/** The parts of a list in the order written, each once, none empty. */
function parts(text, separator) {
  return [...new Set(text.split(separator).map((part) => part.trim()).filter(Boolean))]
}
