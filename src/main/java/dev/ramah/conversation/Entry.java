package dev.ramah.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of a conversation's log: committed, numbered from 1 without gaps, never changed. */
public record Entry(
        ConversationRef conversation,
        int seq,
        int episode,
        Instant at,
        Author by,
        @Nullable String clientId,
        Happened what,
        boolean erased) {

    public boolean isBy(Role role) {
        return by.role() == role;
    }
}
