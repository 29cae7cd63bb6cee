package dev.ramah.conversation;

/** Who may speak next on our side. The customer always may. */
public enum Turn {
    BOT,
    /** Waiting for a person; nobody of ours speaks. */
    QUEUE,
    AGENT,
    /** Resolved. */
    NOBODY
}
