package dev.ramah.feedback;

import java.util.Arrays;

/**
 * The range in which a net promoter score lies with 95% certainty, as far as so many answers can tell: the answers are
 * drawn again and again from themselves, and the middle 95% of the scores that come out are the range (the percentile
 * bootstrap of B. Efron, "Bootstrap Methods: Another Look at the Jackknife", The Annals of Statistics 7 (1979), 1-26).
 * An answer adds 1, 0 or -1, so what comes out of all possible draws can be worked out instead of drawing.
 *
 * @param low from -100
 * @param high up to 100
 */
public record Bootstrap(double low, double high) {

    private static final double LEFT_OUT_AT_EITHER_END = 0.025;

    /**
     * From this variance of the sum on it is close enough to the normal distribution, corrected for how it leans (E. A.
     * Cornish, R. A. Fisher, Revue de l'Institut International de Statistique 5 (1938), 307-320).
     */
    private static final double WIDE = 100;

    /** The 97.5% quantile of the normal distribution. */
    private static final double Z = 1.959964;

    /**
     * The range of the score of these answers.
     *
     * @param n at least 1
     */
    public static Bootstrap of(int promoters, int detractors, int n) {
        double good = (double) promoters / n;
        double bad = (double) detractors / n;
        double mean = good - bad;
        double variance = good + bad - mean * mean;
        if (n * variance >= WIDE) {
            double lean = mean * (1 - 3 * (good + bad) + 2 * mean * mean) / variance * (Z * Z - 1) / 6;
            double reach = Z * Math.sqrt(n * variance);
            return new Bootstrap(score(n * mean + lean - reach, n), score(n * mean + lean + reach, n));
        }
        Sums sums = Sums.of(n, new double[] {bad, Math.max(0, 1 - good - bad), good});
        return new Bootstrap(
                score(sums.quantile(LEFT_OUT_AT_EITHER_END), n), score(sums.quantile(1 - LEFT_OUT_AT_EITHER_END), n));
    }

    private static double score(double sum, int n) {
        return Math.max(-100, Math.min(100, 100 * sum / n));
    }

    /** How likely each sum of some draws is. */
    private static final class Sums {

        /** Sums that are less likely than this at an end are left out. */
        private static final double NOTHING = 1e-12;

        private final int first;

        /** Of the first sum, the least, and those after it. */
        private final double[] chances;

        private Sums(int first, double[] chances) {
            this.first = first;
            this.chances = chances;
        }

        /** @param one how likely a draw is to add -1, 0 and 1 */
        static Sums of(int draws, double[] one) {
            if (draws == 1) {
                return new Sums(-1, one);
            }
            Sums half = of(draws / 2, one);
            Sums even = half.and(half);
            return draws % 2 == 0 ? even : even.and(new Sums(-1, one));
        }

        private Sums and(Sums others) {
            double[] both = new double[chances.length + others.chances.length - 1];
            for (int i = 0; i < chances.length; i++) {
                for (int j = 0; j < others.chances.length; j++) {
                    both[i + j] += chances[i] * others.chances[j];
                }
            }
            int from = 0;
            int to = both.length;
            while (both[from] < NOTHING) {
                from++;
            }
            while (both[to - 1] < NOTHING) {
                to--;
            }
            return new Sums(first + others.first + from, Arrays.copyOfRange(both, from, to));
        }

        /** The least sum that this share of all draws doesn't exceed. */
        int quantile(double share) {
            double passed = 0;
            int at = -1;
            while (passed < share && at < chances.length - 1) {
                passed += chances[++at];
            }
            return first + at;
        }
    }
}
