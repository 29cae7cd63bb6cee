package dev.ramah.loyalty;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The share of a group that would buy again if all groups had bought as often before: its share in each stratum, weighted
 * by the {@link Standard}:
 *
 * <pre>share = Σ w(s) p(s),   variance = Σ w(s)² p(s) (1 - p(s)) / n(s)</pre>
 *
 * with the bought share p and the number n of the group in stratum s. The interval is on the scale of the logit, so it
 * stays within 0 and 1.
 *
 * @param covered the share of all customers who are in the strata that are left
 */
public record Evened(double share, double low, double high, double covered) {

    /** Of one group in each stratum: how many bought, of how many. */
    static final class Counts {

        private final int[] bought;
        private final int[] of;

        Counts(int strata) {
            this(new int[strata], new int[strata]);
        }

        Counts(int[] bought, int[] of) {
            this.bought = bought;
            this.of = of;
        }

        void add(int stratum, boolean again) {
            of[stratum]++;
            bought[stratum] += again ? 1 : 0;
        }

        int bought() {
            return Arrays.stream(bought).sum();
        }

        int of() {
            return Arrays.stream(of).sum();
        }
    }

    /**
     * For each group in turn; nothing where fewer than half of all customers can be compared.
     *
     * @param reach of the intervals, in standard errors
     */
    static Optional<List<Evened>> of(List<Counts> groups, double reach) {
        return Standard.of(groups.stream().map(each -> each.of).toList())
                .map(standard ->
                        groups.stream().map(each -> of(each, standard, reach)).toList());
    }

    private static Evened of(Counts group, Standard standard, double reach) {
        double share = 0;
        double variance = 0;
        for (int i = 0; i < standard.strata().size(); i++) {
            int stratum = standard.strata().get(i);
            double weight = standard.weights().get(i);
            double n = group.of[stratum];
            double p = group.bought[stratum] / n;
            share += weight * p;
            variance += weight * weight * p * (1 - p) / n;
        }
        if (share <= 0 || share >= 1) {
            return new Evened(share, share, share, standard.covered());
        }
        double centre = Math.log(share / (1 - share));
        double far = reach * Math.sqrt(variance) / (share * (1 - share));
        return new Evened(share, logistic(centre - far), logistic(centre + far), standard.covered());
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
