package dev.ramah.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides whether a customer may be asked how it went. */
public interface Survey {

    /** Whether enough time went by since this customer was last asked, in any conversation; null for never. */
    boolean isDue(@Nullable Instant lastAsked, Instant now);
}
