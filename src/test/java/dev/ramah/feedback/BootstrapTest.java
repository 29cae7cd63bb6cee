package dev.ramah.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
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

    /** As many draws as make chance small come out at the same ends, where few answers lean to one side too. */
    @ParameterizedTest
    @CsvSource({"3, 1, 6", "12, 2, 20", "60, 1, 70", "150, 90, 301", "20, 1900, 2000", "1, 0, 5000"})
    void isWhatComesOutOfDrawingAgainAndAgain(int promoters, int detractors, int n) {
        Random random = new Random(7);
        int draws = 20_000;
        double[] scores = new double[draws];
        for (int i = 0; i < draws; i++) {
            int sum = 0;
            for (int j = 0; j < n; j++) {
                int drawn = random.nextInt(n);
                sum += drawn < promoters ? 1 : drawn < promoters + detractors ? -1 : 0;
            }
            scores[i] = 100.0 * sum / n;
        }
        Arrays.sort(scores);
        Bootstrap found = Bootstrap.of(promoters, detractors, n);
        double step = 100.0 / n;
        double close = Math.max(step, 0.03 * (found.high() - found.low()));
        assertEquals(scores[draws / 40], found.low(), close + 1e-9);
        assertEquals(scores[draws - draws / 40], found.high(), close + 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 6", "1, 0, 2", "2, 9, 12"})
    void ofFewAnswersItIsWide(int promoters, int detractors, int n) {
        Bootstrap found = Bootstrap.of(promoters, detractors, n);
        double score = 100.0 * (promoters - detractors) / n;
        assertTrue(found.low() <= score && score <= found.high() && found.high() - found.low() > 20, found::toString);
    }
}
