package dev.ramah.theme;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.feedback.Wilson;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether complaints became fewer after something was fixed.
 *
 * @param before complaints a week, over up to twelve weeks before
 * @param after complaints a week since
 * @param days since it was fixed
 * @param ratio of the second to the first; null while there is nothing to compare
 * @param low from where it lies with 95% certainty
 * @param high up to where; null where nothing bounds it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Effect(
        double before, double after, double days, @Nullable Double ratio, @Nullable Double low, @Nullable Double high) {

    private static final double WEEK_DAYS = 7;
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** Sooner nothing can be said. */
    private static final double FEWEST_DAYS = 1;

    /**
     * Of two counts over two times. Given their sum, the second is a binomial count whose share tells the ratio of the two
     * rates (J. Przyborowski and H. Wilenski, Biometrika 31 (1940), 313-323); Wilson's interval of the share is that of the
     * ratio, once it is turned back.
     */
    static Effect of(int n, Instant from, int later, Instant fixed, Instant now) {
        double first = days(from, fixed);
        double second = days(fixed, now);
        double before = first == 0 ? 0 : n / first * WEEK_DAYS;
        double after = second == 0 ? 0 : later / second * WEEK_DAYS;
        if (n + later == 0 || first < FEWEST_DAYS || second < FEWEST_DAYS) {
            return new Effect(before, after, second, null, null, null);
        }
        Wilson share = Wilson.of(later, n + later);
        double exposure = first / second;
        return new Effect(
                before,
                after,
                second,
                n == 0 ? null : after / before,
                odds(share.low()) * exposure,
                share.high() >= 1 ? null : odds(share.high()) * exposure);
    }

    private static double odds(double share) {
        return share / (1 - share);
    }

    private static double days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds() / DAY_SECONDS);
    }
}
