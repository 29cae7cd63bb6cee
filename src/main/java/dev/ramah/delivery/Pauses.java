package dev.ramah.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long to wait before trying again, and how long to go on trying. */
record Pauses(Duration first) {

    private static final Duration LONGEST = Duration.ofHours(6);

    private static final Duration PATIENCE = Duration.ofDays(3);

    /** The pause after so many tries, from 1 on: it grows threefold, up to six hours. */
    Duration after(int tries) {
        Duration pause = first;
        for (int i = 1; i < tries && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(3);
        }
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    /** Whether what has not worked since then, if ever it did not, is given up: after three days. */
    boolean isEnough(@Nullable Instant since, Instant now) {
        return since != null && !since.plus(PATIENCE).isAfter(now);
    }
}
