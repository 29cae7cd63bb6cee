package dev.ramah.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an episode has to do with others of the same customer.
 *
 * @param known whether we know the customer again wherever they write from: by an address or by the shop's word
 * @param cameBack whether they opened another one within {@link #WINDOW} of its end: what was solved stays solved for longer
 * @param again whether it came within {@link #WINDOW} of the end of another one
 */
record Ties(boolean known, boolean cameBack, boolean again) {

    static final Duration WINDOW = Duration.ofDays(7);

    static final Ties NONE = new Ties(false, false, false);

    private static final Instant[] NEVER = {};

    /** The part of a range that lies so far back that nobody comes back on it any more, to a quarter of an hour. */
    static Optional<Range> over(Range range, Instant now) {
        Instant last = Instant.ofEpochSecond(Stretch.start(Stretch.FINEST, now.minus(WINDOW)));
        if (!range.to().isAfter(last)) {
            return Optional.of(range);
        }
        return range.from().isBefore(last)
                ? Optional.of(new Range(range.from(), last, range.zone()))
                : Optional.empty();
    }

    /** What is tied: whose it is, when it began, and when it ended; null while it goes on. */
    interface Tied {
        UUID customer();

        Instant opened();

        @Nullable Instant ended();
    }

    /**
     * Ties these to each other. All episodes of each of their customers have to be there.
     *
     * @param recognised customers whom we know again wherever they write from
     */
    static List<Episode> tie(Collection<Episode> episodes, Set<UUID> recognised) {
        Function<Tied, Ties> ties = among(episodes, recognised);
        return episodes.stream().map(each -> each.with(ties.apply(each))).toList();
    }

    /** Tells of each of these how it is tied to the others, as {@link #tie}. */
    static Function<Tied, Ties> among(Collection<? extends Tied> all, Set<UUID> recognised) {
        Map<UUID, Instant[]> openings = sorted(all, Tied::opened);
        Map<UUID, Instant[]> ends = sorted(all, Tied::ended);
        return each -> of(
                each,
                recognised.contains(each.customer()),
                openings.getOrDefault(each.customer(), NEVER),
                ends.getOrDefault(each.customer(), NEVER));
    }

    private static Ties of(Tied episode, boolean recognised, Instant[] openings, Instant[] ends) {
        Instant ended = episode.ended();
        boolean cameBack = ended != null && anyWithin(openings, ended, ended.plus(WINDOW));
        // The other way round: an end before the opening, and not longer ago.
        boolean again = anyWithin(
                ends,
                episode.opened().minus(WINDOW).minusNanos(1),
                episode.opened().minusNanos(1));
        return new Ties(recognised, cameBack, again);
    }

    /** Whether one of these is after the first moment, and not after the second. */
    private static boolean anyWithin(Instant[] sorted, Instant after, Instant upTo) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].isAfter(after)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < sorted.length && !sorted[low].isAfter(upTo);
    }

    /** By customer. */
    private static Map<UUID, Instant[]> sorted(
            Collection<? extends Tied> all, Function<Tied, @Nullable Instant> moment) {
        Map<UUID, List<Instant>> moments = new HashMap<>();
        for (Tied each : all) {
            @Nullable Instant when = moment.apply(each);
            if (when != null) {
                moments.computeIfAbsent(each.customer(), none -> new ArrayList<>())
                        .add(when);
            }
        }
        Map<UUID, Instant[]> sorted = new HashMap<>();
        moments.forEach(
                (customer, each) -> sorted.put(customer, each.stream().sorted().toArray(Instant[]::new)));
        return sorted;
    }
}
