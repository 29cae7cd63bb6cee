package dev.ramah.conversation;

/** Whether the current episode is going on. */
public enum Status {
    OPEN,
    RESOLVED
}
