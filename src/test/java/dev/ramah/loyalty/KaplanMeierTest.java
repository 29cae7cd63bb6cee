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

    private static final double SINGLE = Bonferroni.reach(1);

    /** D. Collett, Modelling Survival Data in Medical Research, and many others print these. */
    @Test
    void childrenWithLeukaemiaStayedInRemissionAsTheTextbooksSay() {
        KaplanMeier curve = KaplanMeier.of(Known.course(Known.WITH_6_MP), SINGLE);
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
                Objects.requireNonNull(KaplanMeier.of(Known.course(Known.WITH_PLACEBO), SINGLE)
                                .median())
                        .day());
    }

    /** As R prints them: {@code summary(survfit(Surv(time, status) ~ x, data = aml))}. */
    @Test
    void patientsWithMyelogenousLeukaemiaSurvivedAsRSays() {
        KaplanMeier maintained = KaplanMeier.of(Known.course(Known.MAINTAINED), SINGLE);
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

        KaplanMeier others = KaplanMeier.of(Known.course(Known.NOT_MAINTAINED), SINGLE);
        assertArrayEquals(new int[] {5, 8, 12, 23, 27, 30, 33, 43, 45}, days(others));
        near(
                new double[] {0.8333, 0.6667, 0.5833, 0.4861, 0.3889, 0.2917, 0.1944, 0.0972, 0},
                of(others, KaplanMeier.Step::share));
        assertEquals(23, Objects.requireNonNull(others.median()).day());
        assertTrue(Double.isNaN(others.steps().get(8).low()), "Of nobody who is left nothing is said");
    }

    @Test
    void whereExactlyHalfAreLeftForAWhileTheMiddleOfItIsTold() {
        KaplanMeier curve = KaplanMeier.of(Known.course(List.of(2, 4, 10, 12)), SINGLE);
        assertEquals(7, Objects.requireNonNull(curve.median()).day());
        assertNull(KaplanMeier.of(Known.course(List.of(3, -4, -5, -6)), SINGLE).median(), "Most had not had it");
    }

    @Test
    void whoeverIsNotSeenAfterADayIsSeenOnIt() {
        KaplanMeier curve = KaplanMeier.of(Known.course(List.of(-5, 5, -5, -9)), SINGLE);
        assertEquals(4, curve.steps().get(0).atRisk());
        assertEquals(0.75, curve.steps().get(0).share(), 1e-12);
    }

    /**
     * By hand. A quarter of all groups is in the first stratum and three quarters are in the second.
     *
     * <pre>
     * first:  day 2  3/4,             V = (3/4)² · 1/(4·3)                = 0.046875
     *         day 5  3/4 · 1/2 = 3/8, V = (3/8)² · (1/12 + 1/(2·1))       = 0.08203125
     * second: day 1  4/5,             V = (4/5)² · 1/(5·4)                = 0.032
     *         day 2  4/5 · 3/4 = 3/5, V = (3/5)² · (1/20 + 1/(4·3))       = 0.048
     *         day 8  the last one: 0, V stays
     * both:   day 1  1/4 · 1     + 3/4 · 4/5 = 0.85,    variance 9/16 · 0.032                       = 0.018
     *         day 2  1/4 · 3/4   + 3/4 · 3/5 = 0.6375,  variance 1/16 · 0.046875   + 9/16 · 0.048   = 0.0299296875
     *         day 5  1/4 · 3/8   + 3/4 · 3/5 = 0.54375, variance 1/16 · 0.08203125 + 9/16 · 0.048   = 0.032126953
     *         day 8  1/4 · 3/8   + 3/4 · 0   = 0.09375, the same variance
     * day 2:  1.959964 · √0.0299296875 / (0.6375 · -ln 0.6375) = 1.181456, 0.6375 to the power of e to that: 0.230562,
     *         and to the power of e to minus that: 0.870979
     * </pre>
     */
    @Test
    void anAdjustedCurveIsThatOfTheStrataWeightedAsReckonedByHand() {
        List<Course> strata = List.of(Known.course(List.of(2, -3, 5, -9)), Known.course(List.of(1, 2, -4, -6, 8)));
        Standard standard = new Standard(List.of(0, 1), List.of(0.25, 0.75), 1);
        KaplanMeier curve = KaplanMeier.evened(strata, standard, SINGLE);
        assertArrayEquals(new int[] {1, 2, 5, 8}, days(curve));
        assertArrayEquals(new double[] {9, 8, 4, 2}, of(curve, KaplanMeier.Step::atRisk), 0);
        assertArrayEquals(new double[] {1, 2, 1, 1}, of(curve, KaplanMeier.Step::events), 0);
        assertArrayEquals(new double[] {0.85, 0.6375, 0.54375, 0.09375}, of(curve, KaplanMeier.Step::share), 1e-12);
        assertArrayEquals(
                new double[] {0.13416408, 0.17300199, 0.17923993, 0.17923993},
                of(curve, KaplanMeier.Step::error),
                1e-8);
        assertEquals(0.230562, curve.steps().get(1).low(), 1e-6);
        assertEquals(0.870979, curve.steps().get(1).high(), 1e-6);
        assertEquals(8, Objects.requireNonNull(curve.median()).day());
        assertEquals(
                KaplanMeier.of(strata.get(1), SINGLE),
                KaplanMeier.evened(strata, new Standard(List.of(1), List.of(1.0), 0.6), SINGLE),
                "Of a single stratum it is the plain one, and the others are left out");
    }

    @Test
    void anAdjustedCurveEndsWhereNobodyOfAStratumIsFollowedAnyLonger() {
        List<Course> strata = List.of(Known.course(List.of(1, -2)), Known.course(List.of(2, 3, 5)));
        Standard standard = new Standard(List.of(0, 1), List.of(0.5, 0.5), 1);
        assertArrayEquals(new int[] {1, 2}, days(KaplanMeier.evened(strata, standard, SINGLE)));
    }

    /** Quantiles that every table has: of 0.975, 0.9875, 0.995, 0.99875. */
    @Test
    void theMoreIntervalsAreReadTheWiderTheyAre() {
        assertEquals(1.959964, Bonferroni.reach(1), 1e-6);
        assertEquals(2.241403, Bonferroni.reach(2), 1e-6);
        assertEquals(2.575829, Bonferroni.reach(5), 1e-6);
        assertEquals(3.023341, Bonferroni.reach(20), 1e-6);
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
