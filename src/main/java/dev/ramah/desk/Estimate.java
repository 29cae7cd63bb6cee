package dev.ramah.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a customer will wait, from what those who were taken in the last hour did wait. Each of them gives
 * a wait per place: their wait divided by the place at which they began. The estimate for a place is that place times the
 * median (likely) and the 90th percentile (at most) of those; without any there is no number, for a guess would be a promise.
 */
record Estimate(Duration likely, Duration most) {

    /** How far back waits are looked at. */
    static final Duration WINDOW = Duration.ofHours(1);

    /** A wait that is over. */
    record Handover(Instant asked, Instant taken) {

        double secondsPerPlace(List<Handover> others) {
            long before = others.stream()
                    .filter(each -> each.asked.isBefore(asked) && each.taken.isAfter(asked))
                    .count();
            return Duration.between(asked, taken).toMillis() / 1000.0 / (before + 1);
        }
    }

    /** The estimate for this place in the queue, counted from 1. */
    static Optional<Estimate> forPlace(int place, List<Handover> lastHour) {
        if (lastHour.isEmpty()) {
            return Optional.empty();
        }
        double[] perPlace = lastHour.stream()
                .mapToDouble(each -> each.secondsPerPlace(lastHour))
                .sorted()
                .toArray();
        return Optional.of(new Estimate(seconds(place * at(perPlace, 0.5)), seconds(place * at(perPlace, 0.9))));
    }

    /** The smallest value that has at least this share of all at or below it. */
    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.round(Math.ceil(seconds)));
    }
}
