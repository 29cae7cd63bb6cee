package dev.ramah.knowledge;

import java.util.List;

/**
 * Turns a score into the probability that the article is right, and says how high that must be.
 *
 * @param weights of bias, score, margin and coverage in a logistic model
 * @param unanswerable confidences that questions without an article reach, at evenly spaced quantiles from 0 to 1
 */
public record Calibration(Weights weights, List<Double> unanswerable) {

    record Weights(double bias, double score, double margin, double coverage) {}

    static final Calibration SHIPPED = new Calibration(new Weights(-10, 12, 10, 1), List.of(0.0, 1.0));

    double confidence(double score, double margin, double coverage) {
        double sum = weights.bias + weights.score * score + weights.margin * margin + weights.coverage * coverage;
        return 1 / (1 + Math.exp(-sum));
    }

    /** The quantile (linear between the stored ones) that only this share of unanswerable questions passes. */
    double threshold(double risk) {
        double place = (1 - Math.min(1, Math.max(0, risk))) * (unanswerable.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, unanswerable.size() - 1);
        return unanswerable.get(below) + (place - below) * (unanswerable.get(above) - unanswerable.get(below));
    }
}
