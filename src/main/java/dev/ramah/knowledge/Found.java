package dev.ramah.knowledge;

import java.util.List;

/**
 * What the articles say to a question.
 *
 * @param matches the best first, each article once; empty when there are no articles
 * @param calibration what the confidences mean among these articles
 */
public record Found(List<Match> matches, Calibration calibration) {

    /** What an empty library says. */
    public static final Found NOTHING = new Found(List.of(), Calibration.SHIPPED);

    /** The confidence from which on at most this share (0 to 1) of unanswerable questions would be answered. */
    public double threshold(double risk) {
        return calibration.threshold(risk);
    }
}
