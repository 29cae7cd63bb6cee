package dev.ramah.theme;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * More complaints in the last 24 hours than chance explains.
 *
 * @param n how many there were
 * @param expected how many the days before make one expect
 * @param chance how likely so many or more are without any reason
 */
record Rise(int n, double expected, double chance) {

    /** The time that is looked at. */
    static final Duration WITHIN = Duration.ofDays(1);

    /** Days before the last one that it is compared with. */
    static final int BEFORE = 28;

    /** Fewer in a day alarm nobody: three who are angry are three who are angry. */
    private static final int FEWEST = 4;

    /**
     * Of a quiet week so many alarms are expected at most, over all themes and all looks at them: half of the one a week
     * that is allowed, for what is here taken for independent is a little more than that.
     */
    private static final double ALARMS_A_WEEK = 0.5;

    /**
     * Looks at the last 24 hours of a week. There is one every few minutes, and whenever somebody reads the page, but hardly anything changes
     * from one to the next: as many as there are complaints, or here at least three independent ones a day.
     */
    private static final int LOOKS_A_WEEK = 21;

    /** One complaint in so many days is what is known of a theme before anything is: its past counts from there. */
    private static final double PRIOR_DAYS = 7;

    /** With fewer days before it nobody knows what is usual. */
    private static final int FEWEST_DAYS = 7;

    /**
     * Whether the last day is more than chance: a negative binomial distribution, which is what Poisson counts follow
     * whose rate is only known from some days (a gamma prior of one complaint in a week; A. Gelman and others, "Bayesian
     * Data Analysis", 3rd edition, 2.6), widened as much as the days before differ more among themselves than Poisson's
     * do. The level is Bonferroni's: over all themes and all looks of a week.
     *
     * @param days complaints of each 24 hours, the oldest first, the last one being looked at; up to 28 before it
     * @param themes how many are looked at
     * @return null where it is not
     */
    static @Nullable Rise of(List<Integer> days, int themes) {
        if (days.size() <= FEWEST_DAYS) {
            return null;
        }
        int n = days.get(days.size() - 1);
        List<Integer> before = days.subList(0, days.size() - 1);
        double sum = before.stream().mapToInt(Integer::intValue).sum();
        double shape = sum + 1;
        double exposure = before.size() + PRIOR_DAYS;
        double expected = shape / exposure;
        double spread = spread(before, sum);
        // A predictive distribution with this mean, and the variance of the rate's and the days' own spread together.
        double size = 1 / (1 / shape + (spread - 1) / expected);
        double chance = atLeast(n, expected, size);
        boolean alarming = n >= FEWEST && chance < ALARMS_A_WEEK / ((double) Math.max(1, themes) * LOOKS_A_WEEK);
        return alarming ? new Rise(n, expected, chance) : null;
    }

    /** How much more the days differ than a Poisson distribution's would: variance by mean, at least 1. */
    private static double spread(List<Integer> days, double sum) {
        if (days.size() < 2 || sum == 0) {
            return 1;
        }
        double mean = sum / days.size();
        double squares =
                days.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
        return Math.max(1, squares / (days.size() - 1) / mean);
    }

    /**
     * How likely a negative binomial count is so many or more.
     *
     * @param size of the gamma distribution that its rate follows; the larger, the nearer to Poisson
     */
    static double atLeast(int n, double mean, double size) {
        double stays = size / (size + mean);
        double one = Math.pow(stays, size);
        double below = 0;
        for (int i = 0; i < n; i++) {
            below += one;
            one *= (size + i) / (i + 1) * (1 - stays);
        }
        return Math.max(0, 1 - below);
    }
}
