package dev.ramah.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression of "is right" on score and margin, pulled towards given coefficients so that few examples
 * move them little (a Gaussian prior around these; Newton's method, which needs about six rounds).
 */
final class Logistic {

    private static final int ROUNDS = 25;

    // The prior weighs as much as about this many examples at the steepest part of the curve, by coefficient:
    // bias and score are of one size, margins are a tenth of scores.
    private static final double[] PRIOR = {2, 2, 0.02};

    private record Row(double score, double margin, double right, double weight) {

        double[] x() {
            return new double[] {1, score, margin};
        }
    }

    private final Calibration start;
    private final List<Row> rows = new ArrayList<>();

    Logistic(Calibration start) {
        this.start = start;
    }

    void learn(double score, double margin, boolean right, double weight) {
        rows.add(new Row(score, margin, right ? 1 : 0, weight));
    }

    Calibration fitted() {
        double[] prior = {start.bias(), start.score(), start.margin()};
        double[] at = prior.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[3];
            double[][] curve = new double[3][3];
            for (int i = 0; i < 3; i++) {
                slope[i] = PRIOR[i] * (at[i] - prior[i]);
                curve[i][i] = PRIOR[i];
            }
            rows.forEach(row -> add(row, at, slope, curve));
            double[] step = solve(curve, slope);
            for (int i = 0; i < 3; i++) {
                at[i] -= step[i];
            }
        }
        return new Calibration(at[0], at[1], at[2], start.unanswerable());
    }

    private static void add(Row row, double[] at, double[] slope, double[][] curve) {
        double[] x = row.x();
        double p = 1 / (1 + Math.exp(-(at[0] + at[1] * x[1] + at[2] * x[2])));
        for (int i = 0; i < 3; i++) {
            slope[i] += row.weight * (p - row.right) * x[i];
            for (int j = 0; j < 3; j++) {
                curve[i][j] += row.weight * p * (1 - p) * x[i] * x[j];
            }
        }
    }

    /** Gaussian elimination; the prior keeps the matrix positive definite, so no pivoting is needed. */
    private static double[] solve(double[][] matrix, double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < 3; i++) {
            for (int j = i + 1; j < 3; j++) {
                double factor = matrix[j][i] / matrix[i][i];
                for (int k = i; k < 3; k++) {
                    matrix[j][k] -= factor * matrix[i][k];
                }
                x[j] -= factor * x[i];
            }
        }
        for (int i = 2; i >= 0; i--) {
            for (int j = i + 1; j < 3; j++) {
                x[i] -= matrix[i][j] * x[j];
            }
            x[i] /= matrix[i][i];
        }
        return x;
    }
}
