package dev.ramah.conversation;

/** Hears that a customer has come, or come back, to a conversation: for what is told but not stored. */
public interface Joins {

    void joined(State state);
}
