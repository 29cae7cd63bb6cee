package dev.ramah.insight;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, in seconds: half of them took at most {@code median}, nine of ten at most {@code p90}.
 * Both are by nearest rank, the smallest value that at least so many do not exceed (method 1 of R. J. Hyndman and
 * Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), 361-365): every figure is
 * one that somebody really waited. Null when nothing was measured.
 */
record Percentiles(int n, @Nullable Double median, @Nullable Double p90) {

    private static final double MILLIS = 1_000;

    static Percentiles of(Collection<Duration> lengths) {
        List<Duration> sorted = lengths.stream().sorted().toList();
        return new Percentiles(sorted.size(), seconds(sorted, 50), seconds(sorted, 90));
    }

    private static @Nullable Double seconds(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = (int) ((percent * (long) sorted.size() + 99) / 100);
        return sorted.get(rank - 1).toMillis() / MILLIS;
    }
}
