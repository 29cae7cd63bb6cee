package dev.ramah.load;

import java.util.Arrays;
import java.util.Locale;

/** How long messages took, in milliseconds from the moment they were due. */
final class Latencies {

    private final int[] sorted;

    /** From microseconds; those below zero did not arrive and count as nothing. */
    Latencies(int[] micros) {
        sorted = Arrays.stream(micros).filter(each -> each >= 0).sorted().toArray();
    }

    /** The smallest that this share did not exceed; not a number where nothing arrived. */
    double quantile(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(1, rank) - 1] / 1e3;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.2f p95 %.2f p99 %.2f max %.1f ms",
                quantile(0.5),
                quantile(0.95),
                quantile(0.99),
                quantile(1));
    }
}
