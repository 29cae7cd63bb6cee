package dev.ramah.knowledge;

import java.util.List;

/**
 * Turns a score into the probability that the article is right, and says how high that must be. A logistic model
 * of the score and of its distance to the best other article; both are cosines, so they don't depend on how
 * many articles there are.
 *
 * @param unanswerable confidences that questions without an article reach, at evenly spaced quantiles from 0 to 1
 */
public record Calibration(double bias, double score, double margin, List<Double> unanswerable) {

    /**
     * For articles that have no calibration of their own. Fitted to the best three articles for each question of
     * BANKING77 (5 and 10 examples), CLINC150, HINT3 Curekart, StackFAQ and xSID (en, id), each set weighing the
     * same, nine tenths as they are and one tenth with the right article taken away; the quantiles are those of
     * the latter. With the set left out of the fit, AUROC of right against wrong or unanswerable was 0.88, 0.89,
     * 0.94, 0.89, 0.96, 0.83 and 0.81; at a risk of 0.10, 9% (HINT3) and 5% (CLINC150) of questions that have
     * no article were answered.
     */
    static final Calibration SHIPPED = new Calibration(
            -6.465,
            6.746,
            43.964,
            List.of(
                    0.060, 0.114, 0.142, 0.171, 0.202, 0.233, 0.263, 0.287, 0.316, 0.343, 0.378, 0.424, 0.466, 0.514,
                    0.577, 0.641, 0.715, 0.790, 0.869, 0.944, 1.000));

    Calibration withUnanswerable(List<Double> sorted) {
        return new Calibration(bias, score, margin, sorted);
    }

    double confidence(double itsScore, double itsMargin) {
        return 1 / (1 + Math.exp(-(bias + score * itsScore + margin * itsMargin)));
    }

    /** The confidence that this share (0 to 1) of unanswerable questions passes; linear between the quantiles. */
    double threshold(double risk) {
        double place = (1 - Math.min(1, Math.max(0, risk))) * (unanswerable.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, unanswerable.size() - 1);
        return unanswerable.get(below) + (place - below) * (unanswerable.get(above) - unanswerable.get(below));
    }
}
