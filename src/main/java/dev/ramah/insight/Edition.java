package dev.ramah.insight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One counting of the whole log.
 *
 * @param counting what was counted and how
 * @param terms by which hours and targets, see {@link Judging}
 * @param settled every transaction before this one is in it
 * @param doneTo while it is made: all conversations up to this one are in it
 * @param done how many conversations those are, of about {@code of}
 * @param readyAt null while it is made
 */
record Edition(
        int number,
        String counting,
        String terms,
        long settled,
        @Nullable UUID doneTo,
        long done,
        long of,
        Instant beganAt,
        @Nullable Instant readyAt) {

    /** Whether it can be read. */
    boolean isReady() {
        return readyAt != null && counting.equals(Counting.fingerprint());
    }
}
