package dev.ramah.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides whether a customer may be asked how it went. */
public interface Survey {

    /**
     * Whether the customer is asked in the chat as soon as this episode is over, if somebody ends it.
     *
     * @param lastAsked when this customer was last asked so, in any conversation; null for never
     */
    boolean isDue(State conversation, @Nullable Instant lastAsked, Instant now);
}
