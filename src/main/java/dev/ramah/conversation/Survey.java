package dev.ramah.conversation;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a customer may be asked how it went. */
public interface Survey {

    /**
     * After which endings the customer is asked in the chat as soon as this episode is over, if somebody ends it. A person
     * who ends it has helped; {@link Ending#LEFT} is never one of them.
     *
     * @param lastAsked when this customer was last asked so, in any conversation; null for never
     */
    Set<Ending> dueAfter(State conversation, @Nullable Instant lastAsked, Instant now);
}
