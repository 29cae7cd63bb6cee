package dev.ramah.feedback;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The range in which a net promoter score lies with 95% certainty, as far as so many answers can tell: the answers are
 * drawn again and again from themselves, and the middle 95% of the scores that come out are the range (the percentile
 * bootstrap of B. Efron, "Bootstrap Methods: Another Look at the Jackknife", The Annals of Statistics 7 (1979), 1-26).
 * The same answers give the same range every time.
 *
 * @param low from -100
 * @param high up to 100
 */
public record Bootstrap(double low, double high) {

    private static final int DRAWS = 2_000;
    private static final int LEFT_OUT_AT_EITHER_END = DRAWS / 40;

    /** From so many expected hits on, the normal distribution is close enough to the binomial one. */
    private static final int MANY = 30;

    /**
     * The range of the score of these answers.
     *
     * @param n at least 1
     */
    public static Bootstrap of(int promoters, int detractors, int n) {
        SplittableRandom random = new SplittableRandom(31L * (31L * promoters + detractors) + n);
        double[] scores = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            int good = hits(n, (double) promoters / n, random);
            int others = n - promoters;
            int bad = others == 0 ? 0 : hits(n - good, (double) detractors / others, random);
            scores[i] = 100.0 * (good - bad) / n;
        }
        Arrays.sort(scores);
        return new Bootstrap(scores[LEFT_OUT_AT_EITHER_END], scores[DRAWS - 1 - LEFT_OUT_AT_EITHER_END]);
    }

    /** How many of so many draws hit, if each does with this chance. */
    private static int hits(int draws, double chance, SplittableRandom random) {
        if (draws == 0 || chance <= 0) {
            return 0;
        }
        if (chance >= 1) {
            return draws;
        }
        if (chance > 0.5) {
            return draws - hits(draws, 1 - chance, random);
        }
        double expected = draws * chance;
        if (expected >= MANY) {
            double drawn = expected + Math.sqrt(expected * (1 - chance)) * random.nextGaussian();
            return (int) Math.max(0, Math.min(draws, Math.round(drawn)));
        }
        // The distances between hits are geometric; they are as many as fit.
        int hits = 0;
        double at = 0;
        double log = Math.log1p(-chance);
        while (true) {
            at += Math.floor(Math.log(1 - random.nextDouble()) / log) + 1;
            if (at > draws) {
                return hits;
            }
            hits++;
        }
    }
}
