package dev.ramah.conversation;

/** On whose behalf an entry was written. */
public enum Role {
    CUSTOMER,
    BOT,
    AGENT,
    SYSTEM
}
