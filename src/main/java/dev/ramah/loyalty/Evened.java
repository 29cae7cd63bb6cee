package dev.ramah.loyalty;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The share of a group that would buy again if all groups had bought as often before: its share in each stratum, weighted
 * by how many of all the groups are in that stratum (direct standardisation; N. E. Breslow, N. E. Day, Statistical Methods
 * in Cancer Research II, 1987, chapter 2):
 *
 * <pre>share = Σ w(s) p(s),   variance = Σ w(s)² p(s) (1 - p(s)) / n(s),   w(s) = N(s) / Σ N</pre>
 *
 * with the bought share p and the number n of the group in stratum s and the number N of all groups in it. The interval is
 * the 95% one on the scale of the logit, so it stays within 0 and 1. Strata in which one of the groups has hardly anybody
 * are left out of all of them, for nobody can be compared there.
 *
 * @param covered the share of all customers who are in the strata that are left
 */
public record Evened(double share, double low, double high, double covered) {

    /** Fewer of a group in a stratum say nothing of it. */
    static final int FEW = 10;

    private static final double Z = 1.959964;

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

    /** For each group in turn; nothing where fewer than half of all customers can be compared. */
    static Optional<List<Evened>> of(List<Counts> groups) {
        int strata = groups.get(0).of.length;
        int[] comparable = IntStream.range(0, strata)
                .filter(stratum -> groups.stream().allMatch(each -> each.of[stratum] >= FEW))
                .toArray();
        double all = groups.stream().mapToInt(Counts::of).sum();
        double[] weights = Arrays.stream(comparable)
                .mapToDouble(stratum ->
                        groups.stream().mapToInt(each -> each.of[stratum]).sum())
                .toArray();
        double compared = Arrays.stream(weights).sum();
        if (compared < all / 2 || compared == 0) {
            return Optional.empty();
        }
        return Optional.of(groups.stream()
                .map(each -> of(each, comparable, weights, compared, compared / all))
                .toList());
    }

    private static Evened of(Counts group, int[] strata, double[] weights, double compared, double covered) {
        double share = 0;
        double variance = 0;
        for (int i = 0; i < strata.length; i++) {
            double weight = weights[i] / compared;
            double n = group.of[strata[i]];
            double p = group.bought[strata[i]] / n;
            share += weight * p;
            variance += weight * weight * p * (1 - p) / n;
        }
        if (share <= 0 || share >= 1) {
            return new Evened(share, share, share, covered);
        }
        double centre = Math.log(share / (1 - share));
        double reach = Z * Math.sqrt(variance) / (share * (1 - share));
        return new Evened(share, logistic(centre - reach), logistic(centre + reach), covered);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
