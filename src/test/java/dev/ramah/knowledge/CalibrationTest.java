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
    void aHigherScoreAndAWiderMarginAreMoreCertain() {
        assertTrue(Calibration.SHIPPED.confidence(0.9, 0.1) > Calibration.SHIPPED.confidence(0.8, 0.1));
        assertTrue(Calibration.SHIPPED.confidence(0.9, 0.1) > Calibration.SHIPPED.confidence(0.9, 0.02));
        assertTrue(Calibration.SHIPPED.confidence(0.9, -0.1) < 0.05);
    }

    @Test
    void manyExamplesMoveTheCoefficientsAndAFewDoNot() {
        Logistic few = new Logistic(Calibration.SHIPPED);
        Logistic many = new Logistic(Calibration.SHIPPED);
        few.learn(0.6, 0.05, true, 1);
        for (int i = 0; i < 500; i++) {
            many.learn(0.6, 0.05, i % 10 != 0, 1);
        }

        double before = Calibration.SHIPPED.confidence(0.6, 0.05);
        assertEquals(before, few.fitted().confidence(0.6, 0.05), 0.12);
        assertEquals(0.9, many.fitted().confidence(0.6, 0.05), 0.02);
    }
}
