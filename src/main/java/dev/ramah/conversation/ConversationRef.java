package dev.ramah.conversation;

import java.util.UUID;

/** Names a conversation; carries no right to read it. */
public record ConversationRef(UUID id) {}
