package dev.ramah.loyalty;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether groups differ in when something happens to them by more than chance: on each day, the events of a group are
 * compared with those it would have if they fell on all who are still followed alike (N. Mantel, "Evaluation of survival
 * data and two new rank order statistics arising in its consideration", Cancer Chemotherapy Reports 50 (1966), 163-170;
 * for several groups R. Peto, J. Peto, Journal of the Royal Statistical Society A 135 (1972), 185-207). With strata only
 * those of one stratum are compared, and what is found is added up over the strata.
 *
 * @param observed events of each group
 * @param expected of each group
 * @param chiSquare how far they are apart
 * @param degrees of freedom: the groups in which anything could have happened, less one
 * @param p how often chance alone would put them as far apart
 */
record LogRank(List<Double> observed, List<Double> expected, double chiSquare, int degrees, double p) {

    /** Pivots below this share of the largest variance are none: such groups were never followed on the same day. */
    private static final double NOTHING = 1e-10;

    /**
     * The test over these strata, each with one course for every group, in the same order.
     *
     * @return nothing where there is nothing to compare
     */
    static Optional<LogRank> of(List<Course[]> strata) {
        int groups = strata.get(0).length;
        Sums sums = new Sums(groups);
        strata.forEach(sums::add);
        int[] compared = IntStream.range(0, groups)
                .filter(each -> sums.expected[each] > 0)
                .toArray();
        if (compared.length < 2) {
            return Optional.empty();
        }
        // One group follows from the others.
        int[] free = Arrays.copyOf(compared, compared.length - 1);
        double[] apart = new double[free.length];
        double[][] variance = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            apart[i] = sums.observed[free[i]] - sums.expected[free[i]];
            for (int j = 0; j < free.length; j++) {
                variance[i][j] = sums.variance[free[i]][free[j]];
            }
        }
        return solve(variance, apart).map(solved -> {
            double chiSquare = IntStream.range(0, free.length)
                    .mapToDouble(i -> apart[i] * solved[i])
                    .sum();
            return new LogRank(
                    Arrays.stream(sums.observed).boxed().toList(),
                    Arrays.stream(sums.expected).boxed().toList(),
                    chiSquare,
                    free.length,
                    ChiSquare.above(Math.max(0, chiSquare), free.length));
        });
    }

    private static final class Sums {

        private final double[] observed;
        private final double[] expected;
        private final double[][] variance;

        Sums(int groups) {
            observed = new double[groups];
            expected = new double[groups];
            variance = new double[groups][groups];
        }

        void add(Course[] stratum) {
            int[] atRisk = Arrays.stream(stratum).mapToInt(Course::size).toArray();
            int last = Arrays.stream(stratum).mapToInt(Course::last).max().orElse(0);
            for (int day = 0; day <= last; day++) {
                add(stratum, day, atRisk);
                for (int i = 0; i < stratum.length; i++) {
                    atRisk[i] -= stratum[i].leaving(day);
                }
            }
        }

        private void add(Course[] stratum, int day, int[] atRisk) {
            int events = 0;
            for (Course each : stratum) {
                events += each.events(day);
            }
            if (events == 0) {
                return;
            }
            double all = Arrays.stream(atRisk).sum();
            // With one left there is no chance in it.
            double spread = all > 1 ? events * (all - events) / (all - 1) : 0;
            for (int i = 0; i < stratum.length; i++) {
                double share = atRisk[i] / all;
                observed[i] += stratum[i].events(day);
                expected[i] += events * share;
                for (int j = 0; j < stratum.length; j++) {
                    variance[i][j] += spread * share * ((i == j ? 1 : 0) - atRisk[j] / all);
                }
            }
        }
    }

    /** Solves for what these variances turn into these distances (Gauss, with the largest pivot of each column). */
    private static Optional<double[]> solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] rows = new double[n][];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOf(matrix[i], n + 1);
            rows[i][n] = right[i];
            largest = Math.max(largest, Math.abs(matrix[i][i]));
        }
        for (int column = 0; column < n; column++) {
            int best = column;
            for (int i = column + 1; i < n; i++) {
                best = Math.abs(rows[i][column]) > Math.abs(rows[best][column]) ? i : best;
            }
            double[] pivot = rows[best];
            if (Math.abs(pivot[column]) <= NOTHING * largest) {
                return Optional.empty();
            }
            rows[best] = rows[column];
            rows[column] = pivot;
            for (int i = 0; i < n; i++) {
                if (i != column) {
                    double times = rows[i][column] / pivot[column];
                    for (int j = column; j <= n; j++) {
                        rows[i][j] -= times * pivot[j];
                    }
                }
            }
        }
        return Optional.of(
                IntStream.range(0, n).mapToDouble(i -> rows[i][n] / rows[i][i]).toArray());
    }
}
