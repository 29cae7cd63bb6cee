package dev.ramah.feedback;

import dev.ramah.conversation.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What became of the low ratings of some time.
 *
 * @param low how many there were
 * @param followedUp answered, of all
 * @param inTime answered by when it was due, of those that were answered or were due
 * @param wonBack of all, those whose customers gave a 4 or 5 later, to the same conversation or a later one: the first mark
 *     stays what it is
 * @param causes the same of each thing that they were for, the unsaid last; those that nobody gave are left out
 */
record Outcomes(int low, Share followedUp, Share inTime, Share wonBack, List<OfCause> causes) {

    private static final String ALL = "all";

    /** {@code n} out of {@code of}: its share, 0 to 1, and where that lies with 95% certainty; null out of none. */
    record Share(int n, int of, @Nullable Double share, @Nullable Wilson interval) {

        static Share of(int n, int of) {
            return of == 0 ? new Share(n, of, null, null) : new Share(n, of, (double) n / of, Wilson.of(n, of));
        }

        private List<@Nullable Object> cells() {
            return Arrays.asList(
                    n, of, share, interval == null ? null : interval.low(), interval == null ? null : interval.high());
        }
    }

    /** What became of those that were for one thing. */
    record OfCause(String cause, int low, Share followedUp, Share inTime, Share wonBack) {

        private static OfCause of(String cause, List<Counted> counted) {
            int low = sum(counted, Counted::low);
            return new OfCause(
                    cause,
                    low,
                    Share.of(sum(counted, Counted::answered), low),
                    Share.of(sum(counted, Counted::inTime), sum(counted, Counted::answeredOrDue)),
                    Share.of(sum(counted, Counted::won), low));
        }

        private static int sum(List<Counted> counted, ToIntFunction<Counted> which) {
            return counted.stream().mapToInt(which).sum();
        }
    }

    /** How many of those that were for one thing; null for nothing that anybody said. */
    record Counted(@Nullable Cause cause, int low, int answered, int inTime, int answeredOrDue, int won) {}

    /** Adds up what was counted, each cause once at most. */
    static Outcomes of(List<Counted> counted) {
        OfCause all = OfCause.of(ALL, counted);
        List<OfCause> causes = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            counted.stream()
                    .filter(each -> each.cause() == cause)
                    .forEach(each -> causes.add(OfCause.of(cause.wire(), List.of(each))));
        }
        counted.stream()
                .filter(each -> each.cause() == null)
                .forEach(each -> causes.add(OfCause.of(Cause.UNSAID, List.of(each))));
        return new Outcomes(all.low(), all.followedUp(), all.inTime(), all.wonBack(), List.copyOf(causes));
    }

    /** As a table has them: all together first. */
    List<OfCause> rows() {
        List<OfCause> rows = new ArrayList<>(List.of(new OfCause(ALL, low, followedUp, inTime, wonBack)));
        rows.addAll(causes);
        return rows;
    }

    static final List<String> COLUMNS = List.of(
            "cause",
            "low",
            "followedUp",
            "followedUpOf",
            "followedUpShare",
            "followedUpLow",
            "followedUpHigh",
            "inTime",
            "inTimeOf",
            "inTimeShare",
            "inTimeLow",
            "inTimeHigh",
            "wonBack",
            "wonBackOf",
            "wonBackShare",
            "wonBackLow",
            "wonBackHigh");

    /** The {@link #rows} under {@link #COLUMNS}. */
    List<List<@Nullable Object>> cells() {
        return rows().stream()
                .map(each -> {
                    List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(each.cause(), each.low()));
                    List.of(each.followedUp(), each.inTime(), each.wonBack())
                            .forEach(share -> cells.addAll(share.cells()));
                    return cells;
                })
                .toList();
    }
}
