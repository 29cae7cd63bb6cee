package dev.ramah.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void theThresholdIsTheShareOfUnanswerableQuestionsThatPassIt() {
        Calibration calibration = Calibration.SHIPPED.withUnanswerable(List.of(0.0, 0.2, 0.4, 0.6, 0.8));

        assertEquals(0.8, calibration.threshold(0), 1e-9);
        assertEquals(0.6, calibration.threshold(0.25), 1e-9);
        assertEquals(0.5, calibration.threshold(0.375), 1e-9);
        assertEquals(0.0, calibration.threshold(1), 1e-9);
    }

    @Test
    void aHigherScoreAWiderMarginAndAQuestionInTheMiddleAreMoreCertain() {
        double certain = confidence(0.8, 0.1, 0.85, 0);

        assertTrue(confidence(0.9, 0.1, 0.85, 0) > certain);
        assertTrue(confidence(0.8, 0.2, 0.85, 0) > certain);
        assertTrue(confidence(0.8, 0.1, 0.85, 0.1) > certain);
        assertTrue(confidence(0.8, -0.3, 0.85, 0) < certain / 2);
    }

    private static double confidence(double score, double margin, double nearest, double middle) {
        return Calibration.SHIPPED.confidence(new Evidence(score, margin, nearest, middle));
    }

    @Test
    void manyExamplesMoveTheWeightsAndAFewDoNot() {
        Evidence same = new Evidence(0.6, 0.05, 0.7, -0.05);
        Logistic few = new Logistic(Calibration.SHIPPED);
        Logistic many = new Logistic(Calibration.SHIPPED);
        few.learn(same, true, 1);
        for (int i = 0; i < 500; i++) {
            many.learn(same, i % 10 != 0, 1);
        }

        assertEquals(Calibration.SHIPPED.confidence(same), few.fitted().confidence(same), 0.25);
        assertEquals(0.9, many.fitted().confidence(same), 0.02);
    }
}
