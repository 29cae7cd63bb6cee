package dev.ramah.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * One who waits for a person, and when their turn is: first those who lost theirs, then all others by the time they came,
 * where important customers count as having come a while earlier. A head start is bounded, so nobody starves: whoever has
 * waited longer than it is passed by nobody who comes now.
 *
 * @param lostTheirs whether a person had them already
 * @param ahead how much earlier they count as having come
 */
public record Waiting(UUID conversation, boolean lostTheirs, Instant since, Duration ahead)
        implements Comparable<Waiting> {

    private static final Comparator<Waiting> ORDER = Comparator.<Waiting, Boolean>comparing(each -> !each.lostTheirs)
            .thenComparing(each -> each.since.minus(each.ahead))
            .thenComparing(Waiting::since)
            .thenComparing(Waiting::conversation);

    @Override
    public int compareTo(Waiting other) {
        return ORDER.compare(this, other);
    }
}
