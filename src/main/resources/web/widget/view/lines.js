/** What happened, in a sentence between the messages; null for what the customer need not read. */
export function lineOf(entry, words) {
  return LINES[entry.kind]?.(entry, words) ?? null
}

const LINES = {
  escalated: ({ reason }, words) => (reason === 'DANGER' ? `${words.danger} ${words.escalated}` : words.escalated),
  assigned: ({ by }, words) => words.joined(by.name),
  transferred: ({ by, to }, words) => words.passedOn(by.name, to?.name),
  // A transfer has told its own line already.
  requeued: ({ reason }, words) => ({ AGENT_GONE: words.gone, AGENT_LEFT: words.agentLeft, SHIFT_OVER: words.agentLeft })[reason],
  pended: ({ until }, words) => words.promised(words.when(until)),
  blocked: ({ until, text, objection }, words) => words.blocked(words.when(until), text, objection),
  contact: ({ text }, words) => words.addressLeft(text),
  resolved: ({ ending }, words) => (ending === 'CONFIRMED' ? words.confirmed : words.resolved),
  absorbed: (_, words) => words.absorbed,
  reopened: (_, words) => words.reopened,
  rated: ({ csat }, words) => (csat ? words.rated(words.faces[csat - 1]) : null)
}
