package dev.ramah.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {

    /** For many answers the score is nearly normal: its variance is that of +1, 0 and -1 drawn with these shares. */
    @ParameterizedTest
    @CsvSource({"200, 100, 400", "50, 30, 200", "900, 50, 1000", "300000, 200000, 1000000", "10, 5, 400"})
    void agreesWithTheNormalDistributionWhereThatHolds(int promoters, int detractors, int n) {
        double good = (double) promoters / n;
        double bad = (double) detractors / n;
        double score = 100 * (good - bad);
        double reach = 196 * Math.sqrt((good + bad - (good - bad) * (good - bad)) / n);
        Bootstrap found = Bootstrap.of(promoters, detractors, n);
        assertEquals(score - reach, found.low(), 0.15 * reach + 100.0 / n);
        assertEquals(score + reach, found.high(), 0.15 * reach + 100.0 / n);
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 5, 100", "0, 7, 7, -100", "0, 0, 3, 0"})
    void whoAllSayTheSameLeaveNoDoubtThatDrawingThemAgainCouldShow(int promoters, int detractors, int n, double score) {
        assertEquals(new Bootstrap(score, score), Bootstrap.of(promoters, detractors, n));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 6", "1, 0, 2", "2, 9, 12"})
    void ofFewAnswersItIsWideAndTheSameEveryTime(int promoters, int detractors, int n) {
        Bootstrap found = Bootstrap.of(promoters, detractors, n);
        double score = 100.0 * (promoters - detractors) / n;
        assertTrue(found.low() <= score && score <= found.high() && found.high() - found.low() > 20, found::toString);
        assertEquals(found, Bootstrap.of(promoters, detractors, n));
    }
}
