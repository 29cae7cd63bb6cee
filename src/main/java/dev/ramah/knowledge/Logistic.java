package dev.ramah.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression of "is right" on the evidence, pulled towards given weights so that few examples move them
 * little (a Gaussian prior around these; Newton's method, which needs about six rounds).
 */
final class Logistic {

    private static final int ROUNDS = 25;

    // The prior weighs as much as about this many examples at the steepest part of the curve, by weight: margins
    // and distances to the middle are a tenth of the size of scores and cosines.
    private static final double[] PRIOR = {1, 1, 0.02, 1, 0.1};

    private record Row(Evidence evidence, double right, double weight) {}

    private final Calibration start;
    private final List<Row> rows = new ArrayList<>();

    Logistic(Calibration start) {
        this.start = start;
    }

    void learn(Evidence evidence, boolean right, double weight) {
        rows.add(new Row(evidence, right ? 1 : 0, weight));
    }

    Calibration fitted() {
        double[] prior =
                start.weights().stream().mapToDouble(Double::doubleValue).toArray();
        // From nowhere, for from a steep start Newton's method can leap away.
        double[] at = new double[prior.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[at.length];
            double[][] curve = new double[at.length][at.length];
            for (int i = 0; i < at.length; i++) {
                slope[i] = PRIOR[i] * (at[i] - prior[i]);
                curve[i][i] = PRIOR[i];
            }
            rows.forEach(row -> add(row, at, slope, curve));
            double[] step = solve(curve, slope);
            for (int i = 0; i < at.length; i++) {
                at[i] -= step[i];
            }
        }
        List<Double> weights = new ArrayList<>();
        for (double each : at) {
            weights.add(each);
        }
        return new Calibration(List.copyOf(weights), start.unanswerable());
    }

    private static void add(Row row, double[] at, double[] slope, double[][] curve) {
        double[] x = row.evidence.numbers();
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += at[i] * x[i];
        }
        double p = 1 / (1 + Math.exp(-sum));
        for (int i = 0; i < at.length; i++) {
            slope[i] += row.weight * (p - row.right) * x[i];
            for (int j = 0; j < at.length; j++) {
                curve[i][j] += row.weight * p * (1 - p) * x[i] * x[j];
            }
        }
    }

    /** Gaussian elimination; the prior keeps the matrix positive definite, so no pivoting is needed. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double factor = matrix[j][i] / matrix[i][i];
                for (int k = i; k < size; k++) {
                    matrix[j][k] -= factor * matrix[i][k];
                }
                x[j] -= factor * x[i];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int j = i + 1; j < size; j++) {
                x[i] -= matrix[i][j] * x[j];
            }
            x[i] /= matrix[i][i];
        }
        return x;
    }
}
