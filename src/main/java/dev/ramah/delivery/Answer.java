package dev.ramah.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What became of one call to a receiver.
 *
 * @param status the HTTP status; null when there was no answer
 * @param millis how long it took
 * @param problem why it did not arrive, in a sentence; null when it did
 * @param body the beginning of what was answered
 */
record Answer(@Nullable Integer status, int millis, @Nullable String problem, @Nullable String body) {

    private static final int GONE = 410;

    /** Whether it arrived. */
    boolean isFine() {
        return problem == null;
    }

    /** Whether the receiver says that it wants nothing any more. */
    boolean isUnwanted() {
        return status != null && status == GONE;
    }
}
