package dev.ramah.loyalty;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer from the end of an episode on: the first of theirs that ended in the range, whatever came later. Everything
 * that puts them into a group was so at that moment or is said about that episode, and nobody gets into a group because
 * they stayed long enough to get there (immortal time; S. Suissa, American Journal of Epidemiology 167 (2008), 492-499).
 *
 * @param seen whole days for which it is known what they bought, from that moment on
 * @param bought on which of these days they bought next, from 1; 0 if on none
 * @param earlier how many orders they had before
 * @param groups in which group of each question they are; a question that doesn't concern them is left out
 */
public record Followed(int seen, int bought, int earlier, Map<Question, String> groups) {

    private static final long DAY = Duration.ofDays(1).toMillis();

    /**
     * Somebody who is followed from one moment to another.
     *
     * <p>Only whole days count. On the last one, which has only begun, it is known who bought and not who didn't.
     *
     * @param next when they made the first order after it; null if they made none
     */
    public static Followed of(
            Instant from, Instant to, @Nullable Instant next, int earlier, Map<Question, String> groups) {
        int seen = (int) (Math.max(0, Duration.between(from, to).toMillis()) / DAY);
        int bought = next == null ? 0 : day(from, next);
        return new Followed(seen, bought <= seen ? bought : 0, earlier, groups);
    }

    /** The day that a later moment lies in, from 1. */
    private static int day(Instant from, Instant later) {
        long millis = Math.max(1, Duration.between(from, later).toMillis());
        return (int) Math.min(Integer.MAX_VALUE, (millis + DAY - 1) / DAY);
    }

    /** How often they had bought before, roughly: 0, 1, 2 or 3, more. */
    int stratum() {
        return earlier < 2 ? earlier : earlier < 4 ? 2 : 3;
    }

    /** How many of those there are. */
    static final int STRATA = 4;
}
