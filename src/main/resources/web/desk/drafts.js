/** What was typed and not sent, a conversation, so that looking elsewhere or a reload loses nothing. */
const KEY = 'ramah.draft.'

export function draftOf(conversation) {
  try {
    return JSON.parse(sessionStorage.getItem(KEY + conversation)) ?? { text: '', note: false }
  } catch {
    return { text: '', note: false }
  }
}

export function keepDraft(conversation, draft) {
  try {
    if (draft.text) sessionStorage.setItem(KEY + conversation, JSON.stringify(draft))
    else sessionStorage.removeItem(KEY + conversation)
  } catch {
    // Without storage a draft lives as long as the box it is in.
  }
}

/** The one conversation goes on in the other; what is being written there already stays. */
export function moveDraft(from, to) {
  const draft = draftOf(from)
  if (draft.text && !draftOf(to).text) keepDraft(to, draft)
}
