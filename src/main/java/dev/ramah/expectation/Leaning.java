package dev.ramah.expectation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far each trait leans towards unhappy: a logistic regression on traits of mean 0 and spread 1, whose weights are held
 * near 0 (ridge; S. le Cessie, J. C. van Houwelingen, "Ridge Estimators in Logistic Regression", Applied Statistics 41
 * (1992), 191-201), found by Newton's method.
 *
 * @param traits whose numbers follow, in this order
 * @param means over those it was learned from
 * @param spreads their standard deviations; 1 where all were alike
 * @param weights of a step of one spread, on the scale of the logit
 * @param start the logit where every trait is at its mean
 */
public record Leaning(
        List<Trait> traits, List<Double> means, List<Double> spreads, List<Double> weights, double start) {

    /** What a weight of 1 costs, in the coin of log-likelihood: as much as a standard normal prior. */
    private static final double HELD = 1;

    private static final int MOST_STEPS = 50;
    private static final double CLOSE = 1e-8;

    /** A trait that moves the logit by less is not worth a word. */
    private static final double WORTH_A_WORD = 0.2;

    private static final int MOST_WORDS = 3;

    static Leaning learned(List<Example> examples) {
        List<Trait> traits = List.of(Trait.values());
        List<Double> means = new ArrayList<>();
        List<Double> spreads = new ArrayList<>();
        for (Trait each : traits) {
            double mean = examples.stream()
                    .mapToDouble(one -> one.traits().of(each))
                    .average()
                    .orElse(0);
            double variance = examples.stream()
                    .mapToDouble(one -> Math.pow(one.traits().of(each) - mean, 2))
                    .average()
                    .orElse(0);
            means.add(mean);
            spreads.add(variance > 0 ? Math.sqrt(variance) : 1);
        }
        Leaning still = new Leaning(
                traits, means, spreads, traits.stream().map(none -> 0.0).toList(), 0);
        double[][] rows =
                examples.stream().map(each -> still.row(each.traits())).toArray(double[][]::new);
        double[] found = newton(rows, examples);
        return new Leaning(
                traits,
                List.copyOf(means),
                List.copyOf(spreads),
                Arrays.stream(found).skip(1).boxed().toList(),
                found[0]);
    }

    /** The chance that whoever had such an episode is unhappy, 0 to 1. */
    public double unhappy(Traits of) {
        double[] row = row(of);
        double logit = start;
        for (int i = 0; i < weights.size(); i++) {
            logit += weights.get(i) * row[i + 1];
        }
        return logistic(logit);
    }

    /** What speaks most for unhappy in it, the strongest first; at most three, and nothing where nothing does. */
    public List<Trait> because(Traits of) {
        return strongest(of, 1);
    }

    /** What speaks most against it, in the same way. */
    public List<Trait> against(Traits of) {
        return strongest(of, -1);
    }

    private List<Trait> strongest(Traits of, int sign) {
        double[] row = row(of);
        return IntStream.range(0, traits.size())
                .boxed()
                .filter(i -> sign * weights.get(i) * row[i + 1] > WORTH_A_WORD && of.of(traits.get(i)) > 0)
                .sorted(Comparator.comparingDouble(i -> -sign * weights.get(i) * row[i + 1]))
                .limit(MOST_WORDS)
                .map(traits::get)
                .toList();
    }

    /** A 1, and each trait in spreads from its mean. */
    private double[] row(Traits of) {
        double[] row = new double[traits.size() + 1];
        row[0] = 1;
        for (int i = 0; i < traits.size(); i++) {
            row[i + 1] = (of.of(traits.get(i)) - means.get(i)) / spreads.get(i);
        }
        return row;
    }

    private static double[] newton(double[][] rows, List<Example> examples) {
        int n = rows[0].length;
        double[] weights = new double[n];
        double moved = Double.MAX_VALUE;
        for (int step = 0; step < MOST_STEPS && moved > CLOSE; step++) {
            double[][] curve = new double[n][n + 1];
            for (int i = 1; i < n; i++) {
                curve[i][i] = HELD;
                curve[i][n] = -HELD * weights[i];
            }
            for (int r = 0; r < rows.length; r++) {
                double[] row = rows[r];
                double logit = 0;
                for (int i = 0; i < n; i++) {
                    logit += weights[i] * row[i];
                }
                double chance = logistic(logit);
                double spread = chance * (1 - chance);
                double missed = (examples.get(r).unhappy() ? 1 : 0) - chance;
                for (int i = 0; i < n; i++) {
                    curve[i][n] += missed * row[i];
                    for (int j = 0; j < n; j++) {
                        curve[i][j] += spread * row[i] * row[j];
                    }
                }
            }
            moved = 0;
            double[] next = solved(curve);
            for (int i = 0; i < n; i++) {
                weights[i] += next[i];
                moved = Math.max(moved, Math.abs(next[i]));
            }
        }
        return weights;
    }

    /** Gauss; what is held is never singular as long as both kinds are there. */
    private static double[] solved(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            for (int i = column + 1; i < n; i++) {
                double times = rows[i][column] / rows[column][column];
                for (int j = column; j <= n; j++) {
                    rows[i][j] -= times * rows[column][j];
                }
            }
        }
        double[] solved = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double left = rows[i][n];
            for (int j = i + 1; j < n; j++) {
                left -= rows[i][j] * solved[j];
            }
            solved[i] = left / rows[i][i];
        }
        return solved;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
