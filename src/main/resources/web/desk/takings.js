/** What the agent asked to take and has no answer for yet, the oldest first. */

/** How long a button says "taking" without an answer. */
const PATIENCE = 10_000

export class Takings {
  #conversations = []
  #changed

  /** @param {() => void} changed called whenever one begins or ends */
  constructor(changed) {
    this.#changed = changed
  }

  get oldest() {
    return this.#conversations[0]
  }

  has(conversation) {
    return this.#conversations.includes(conversation)
  }

  begin(conversation) {
    this.#conversations.push(conversation)
    setTimeout(() => this.end(conversation), PATIENCE)
    this.#changed()
  }

  end(conversation) {
    this.#conversations = this.#conversations.filter(other => other !== conversation)
    this.#changed()
  }

  /** The line is lost, and the answers with it. */
  clear() {
    this.#conversations = []
  }
}
