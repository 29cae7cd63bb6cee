package dev.ramah.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an episode was served, by the hours in which people are at work and the targets that they have set themselves.
 * Times are milliseconds within those hours, of the team's whose it was.
 *
 * @param team that it was handed to, or else of whoever spoke first; null if there is none, and the house's hours and
 *     targets count
 * @param open whether people were at work when it began
 * @param asked when somebody asked for a person; null if nobody did
 * @param waits of each wait, in their order
 * @param firstResponse null where there was none, as are {@code handling} and {@code resolution}
 * @param firstKept whether the first word of a person came within the target; null without a target, while it isn't known,
 *     and where the customer left before it had run out
 * @param resolutionKept whether it was over within the target; null without a target, while it goes on, and where no
 *     person was in it
 */
record Served(
        @Nullable String team,
        boolean open,
        @Nullable Instant asked,
        List<Long> waits,
        @Nullable Long firstResponse,
        @Nullable Long handling,
        @Nullable Long resolution,
        @Nullable Boolean firstKept,
        @Nullable Boolean resolutionKept) {

    /** Of an episode that nobody has looked at so. */
    static final Served UNKNOWN = new Served(null, false, null, List.of(), null, null, null, null, null);

    static @Nullable Long millis(@Nullable Duration length) {
        return length == null ? null : Long.valueOf(length.toMillis());
    }
}
