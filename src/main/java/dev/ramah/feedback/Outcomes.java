package dev.ramah.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What became of the low ratings of some time.
 *
 * @param low how many there were
 * @param followedUp answered, of all
 * @param inTime answered by when it was due, of those that were answered or were due
 * @param wonBack rated again with a 4 or 5 afterwards, of all: everybody is asked for one of five faces then, whatever
 *     their low mark was
 */
record Outcomes(int low, Share followedUp, Share inTime, Share wonBack) {

    /** {@code n} out of {@code of}: its share, 0 to 1, and where that lies with 95% certainty; null out of none. */
    record Share(int n, int of, @Nullable Double share, @Nullable Wilson interval) {

        static Share of(int n, int of) {
            return of == 0 ? new Share(n, of, null, null) : new Share(n, of, (double) n / of, Wilson.of(n, of));
        }
    }
}
