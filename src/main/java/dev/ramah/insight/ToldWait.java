package dev.ramah.insight;

import dev.ramah.desk.ToldWaits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wait of which the customer was told how long it would be.
 *
 * @param at when it began
 * @param likely seconds; and so {@code most}, the upper end
 * @param waited milliseconds; null while it goes on
 * @param served whether somebody took it in the end
 * @param outcome null while it goes on
 */
record ToldWait(Instant at, int likely, int most, @Nullable Long waited, boolean served, @Nullable Outcome outcome) {

    /** What became of it. */
    enum Outcome {
        /** A person came no later than the upper end. */
        KEPT,
        /** It went on for longer, whoever ended it. */
        BROKEN,
        /** Over before, and nobody had come. */
        LEFT
    }

    static ToldWait of(ToldWaits.Wait wait) {
        Instant ended = wait.ended();
        if (ended == null) {
            return new ToldWait(wait.at(), wait.likely(), wait.most(), null, false, null);
        }
        Duration waited = Duration.between(wait.at(), ended);
        Outcome outcome = waited.compareTo(Duration.ofSeconds(wait.most())) > 0
                ? Outcome.BROKEN
                : wait.served() ? Outcome.KEPT : Outcome.LEFT;
        return new ToldWait(wait.at(), wait.likely(), wait.most(), waited.toMillis(), wait.served(), outcome);
    }
}
