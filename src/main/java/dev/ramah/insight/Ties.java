package dev.ramah.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /**
     * Ties these to each other. All episodes of each of their customers have to be there.
     *
     * @param recognised customers whom we know again wherever they write from
     */
    static List<Episode> tie(Collection<Episode> episodes, Set<UUID> recognised) {
        Map<UUID, List<Episode>> byCustomer = episodes.stream().collect(Collectors.groupingBy(Episode::customer));
        return byCustomer.entrySet().stream()
                .flatMap(each -> {
                    Instant[] openings = sorted(each.getValue(), true);
                    Instant[] ends = sorted(each.getValue(), false);
                    boolean known = recognised.contains(each.getKey());
                    return each.getValue().stream().map(one -> one.with(of(one, known, openings, ends)));
                })
                .toList();
    }

    private static Ties of(Episode episode, boolean recognised, Instant[] openings, Instant[] ends) {
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

    private static Instant[] sorted(List<Episode> episodes, boolean openings) {
        return episodes.stream()
                .map(each -> openings ? each.opened() : each.ended())
                .flatMap(each -> each == null ? Arrays.stream(new Instant[0]) : Arrays.stream(new Instant[] {each}))
                .sorted()
                .toArray(Instant[]::new);
    }
}
