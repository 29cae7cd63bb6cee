package dev.ramah.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether somebody is there to take a conversation. */
public interface Reception {

    boolean isOnline();

    /** When people are back; null if nobody knows, or somebody is there. */
    @Nullable Instant returns();
}
