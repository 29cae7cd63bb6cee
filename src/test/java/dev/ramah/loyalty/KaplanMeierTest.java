package dev.ramah.loyalty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    /** D. Collett, Modelling Survival Data in Medical Research, and many others print these. */
    @Test
    void childrenWithLeukaemiaStayedInRemissionAsTheTextbooksSay() {
        KaplanMeier curve = KaplanMeier.of(Known.course(Known.WITH_6_MP));
        assertArrayEquals(new int[] {6, 7, 10, 13, 16, 22, 23}, days(curve));
        assertArrayEquals(new double[] {21, 17, 15, 12, 11, 7, 6}, of(curve, KaplanMeier.Step::atRisk), 0);
        near(new double[] {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482}, of(curve, KaplanMeier.Step::share));
        near(new double[] {0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346}, of(curve, KaplanMeier.Step::error));
        near(new double[] {0.6197, 0.5631, 0.5032, 0.4316, 0.3675, 0.2678, 0.1881}, of(curve, KaplanMeier.Step::low));
        near(new double[] {0.9516, 0.9228, 0.8894, 0.8491, 0.8049, 0.7468, 0.6801}, of(curve, KaplanMeier.Step::high));
        KaplanMeier.Reached half = Objects.requireNonNull(curve.median());
        assertEquals(23, half.day());
        assertEquals(13, half.low());
        assertNull(half.high(), "Nobody knows how late it may be");
        assertEquals(
                8,
                Objects.requireNonNull(
                                KaplanMeier.of(Known.course(Known.WITH_PLACEBO)).median())
                        .day());
    }

    /** As R prints them: {@code summary(survfit(Surv(time, status) ~ x, data = aml))}. */
    @Test
    void patientsWithMyelogenousLeukaemiaSurvivedAsRSays() {
        KaplanMeier maintained = KaplanMeier.of(Known.course(Known.MAINTAINED));
        assertArrayEquals(new int[] {9, 13, 18, 23, 31, 34, 48}, days(maintained));
        assertArrayEquals(new double[] {11, 10, 8, 7, 5, 4, 2}, of(maintained, KaplanMeier.Step::atRisk), 0);
        rounded(
                new double[] {0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184},
                of(maintained, KaplanMeier.Step::share),
                3);
        near(
                new double[] {0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535},
                of(maintained, KaplanMeier.Step::error));
        assertEquals(31, Objects.requireNonNull(maintained.median()).day());

        KaplanMeier others = KaplanMeier.of(Known.course(Known.NOT_MAINTAINED));
        assertArrayEquals(new int[] {5, 8, 12, 23, 27, 30, 33, 43, 45}, days(others));
        near(
                new double[] {0.8333, 0.6667, 0.5833, 0.4861, 0.3889, 0.2917, 0.1944, 0.0972, 0},
                of(others, KaplanMeier.Step::share));
        assertEquals(23, Objects.requireNonNull(others.median()).day());
        assertTrue(Double.isNaN(others.steps().get(8).low()), "Of nobody who is left nothing is said");
    }

    @Test
    void whereExactlyHalfAreLeftForAWhileTheMiddleOfItIsTold() {
        KaplanMeier curve = KaplanMeier.of(Known.course(List.of(2, 4, 10, 12)));
        assertEquals(7, Objects.requireNonNull(curve.median()).day());
        assertNull(KaplanMeier.of(Known.course(List.of(3, -4, -5, -6))).median(), "Most had not had it");
    }

    @Test
    void whoeverIsNotSeenAfterADayIsSeenOnIt() {
        KaplanMeier curve = KaplanMeier.of(Known.course(List.of(-5, 5, -5, -9)));
        assertEquals(4, curve.steps().get(0).atRisk());
        assertEquals(0.75, curve.steps().get(0).share(), 1e-12);
    }

    private static int[] days(KaplanMeier curve) {
        return curve.steps().stream().mapToInt(KaplanMeier.Step::day).toArray();
    }

    private static double[] of(KaplanMeier curve, ToDoubleFunction<KaplanMeier.Step> value) {
        return curve.steps().stream().mapToDouble(value).toArray();
    }

    private static void near(double[] published, double[] ours) {
        rounded(published, ours, 4);
    }

    private static void rounded(double[] published, double[] ours, int digits) {
        assertArrayEquals(published, ours, 0.5001 * Math.pow(10, -digits));
    }
}
