package dev.ramah.insight;

import org.jspecify.annotations.Nullable;

/**
 * How long something took, in seconds: half of them took at most {@code median}, nine of ten at most {@code p90}.
 * Both are by nearest rank, the smallest value that at least so many do not exceed (method 1 of R. J. Hyndman and
 * Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), 361-365), as exact as
 * {@link Bins} are. Null when nothing was measured. Each lies between its {@code Low} and {@code High} with 95% certainty,
 * as far as so many can tell; null where they are too few to tell.
 */
record Percentiles(
        int n,
        @Nullable Double median,
        @Nullable Double p90,
        @Nullable Double medianLow,
        @Nullable Double medianHigh,
        @Nullable Double p90Low,
        @Nullable Double p90High) {

    /** So many, of which nothing more can be told. */
    Percentiles(int n, @Nullable Double median, @Nullable Double p90) {
        this(n, median, p90, null, null, null, null);
    }
}
