package dev.ramah.insight;

import dev.ramah.conversation.Cause;
import dev.ramah.feedback.Satisfaction;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of some time, counted together. */
final class Tally {

    /** Cells from here on are bins of times, those of each figure one after another; the ones before are counts. */
    static final int TIMES = 256;

    private static final int FIGURES = Figure.values().length;

    private static final double MILLIS = 1_000;

    /** The 97.5% quantile of the normal distribution. */
    private static final double Z = 1.959964;

    /** Of so many it is no good approximation. */
    private static final int FEW = 20;

    private final long[] counts = new long[TIMES];
    private final long[] @Nullable [] times = new long[FIGURES][];
    private final long[] @Nullable [] millis = new long[FIGURES][];

    static int cell(Figure figure, int bin) {
        return TIMES + figure.number() * Bins.MOST + bin;
    }

    void add(int cell, long n, long tookMillis) {
        if (cell < TIMES) {
            counts[cell] += n;
            return;
        }
        int figure = (cell - TIMES) / Bins.MOST;
        int bin = (cell - TIMES) % Bins.MOST;
        long @Nullable [] some = times[figure];
        long @Nullable [] took = millis[figure];
        if (some == null || took == null) {
            some = new long[Bins.MOST];
            took = new long[Bins.MOST];
            times[figure] = some;
            millis[figure] = took;
        }
        some[bin] += n;
        took[bin] += tookMillis;
    }

    int get(Count what) {
        return Math.toIntExact(counts[what.cell()]);
    }

    Percentiles get(Figure figure) {
        long @Nullable [] some = times[figure.number()];
        long @Nullable [] took = millis[figure.number()];
        if (some == null || took == null) {
            return new Percentiles(0, null, null);
        }
        int n = Math.toIntExact(Arrays.stream(some).sum());
        Between median = between(some, took, n, 50);
        Between p90 = between(some, took, n, 90);
        return new Percentiles(
                n,
                seconds(some, took, n, 50),
                seconds(some, took, n, 90),
                median.low(),
                median.high(),
                p90.low(),
                p90.high());
    }

    private record Between(@Nullable Double low, @Nullable Double high) {}

    /**
     * Between which two of them this percentile truly lies, with 95% certainty: whatever the times are spread like, how
     * many of them are below it is binomial (W. J. Conover, "Practical Nonparametric Statistics", 3rd edition (1999),
     * section 3.2; the normal approximation, for more than twenty).
     */
    private static Between between(long[] some, long[] took, int n, int percent) {
        double below = n * (percent / 100.0);
        double reach = Z * Math.sqrt(below * (1 - percent / 100.0));
        long low = (long) Math.ceil(below - reach);
        long high = (long) Math.ceil(below + reach);
        if (n <= FEW || low < 1 || high > n) {
            return new Between(null, null);
        }
        return new Between(atRank(some, took, low), atRank(some, took, high));
    }

    Satisfaction satisfaction() {
        return Satisfaction.of(
                get(Count.ASKED),
                get(Count.ANSWERED),
                values(Count.MARK, 1, 5),
                values(Count.NPS, 0, 10),
                values(Count.EFFORT, 1, 7),
                get(Count.REPEATED),
                get(Count.REPEATED) + get(Count.NOT_REPEATED),
                causes());
    }

    private Map<Cause, Integer> causes() {
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        for (Cause each : Cause.values()) {
            int n = Math.toIntExact(counts[Count.CAUSE.cell(Counting.number(each))]);
            if (n > 0) {
                causes.put(each, n);
            }
        }
        return causes;
    }

    boolean isEmpty() {
        return Arrays.stream(counts).allMatch(each -> each == 0)
                && Arrays.stream(times)
                        .allMatch(each -> each == null || Arrays.stream(each).allMatch(n -> n == 0));
    }

    private int[] values(Count what, int lowest, int highest) {
        return Arrays.stream(counts, what.cell(lowest), what.cell(highest) + 1)
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    private static @Nullable Double seconds(long[] some, long[] took, int n, int percent) {
        if (n == 0) {
            return null;
        }
        return atRank(some, took, (percent * (long) n + 99) / 100);
    }

    /** The one of which so many, it included, are the shortest. */
    private static Double atRank(long[] some, long[] took, long rank) {
        long before = 0;
        for (int bin = 0; bin < some.length; bin++) {
            before += some[bin];
            if (before >= rank) {
                return Math.round((double) took[bin] / some[bin]) / MILLIS;
            }
        }
        throw new IllegalStateException("The bins hold fewer than they say");
    }
}
