package dev.ramah.loyalty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogRankTest {

    /** D. Kleinbaum, M. Klein, Survival Analysis, and many others print these. */
    @Test
    void mercaptopurineKeptChildrenInRemissionAsTheTextbooksSay() {
        LogRank test = test(Known.course(Known.WITH_6_MP), Known.course(Known.WITH_PLACEBO));
        assertArrayEquals(new double[] {9, 21}, array(test.observed()));
        assertArrayEquals(new double[] {19.25, 10.75}, array(test.expected()), 0.005);
        assertEquals(16.79, test.chiSquare(), 0.005);
        assertEquals(1, test.degrees());
        assertEquals(4.17e-5, test.p(), 1e-7);
    }

    /** As R prints them: {@code survdiff(Surv(time, status) ~ x, aml)}, also with a third group that saw nothing. */
    @Test
    void maintenanceMadeTheDifferenceThatRSays() {
        LogRank test = test(Known.course(Known.MAINTAINED), Known.course(Known.NOT_MAINTAINED));
        assertArrayEquals(new double[] {10.69, 7.31}, array(test.expected()), 0.005);
        assertEquals(3.4, test.chiSquare(), 0.05);
        assertEquals(0.07, test.p(), 0.005);

        Course gone = Known.course(List.of(-1, -2, -2, -3, -3, -3, -4));
        LogRank withThird = test(gone, Known.course(Known.MAINTAINED), Known.course(Known.NOT_MAINTAINED));
        assertArrayEquals(new double[] {0, 10.69, 7.31}, array(withThird.expected()), 0.005);
        assertEquals(1, withThird.degrees());
        assertEquals(test.chiSquare(), withThird.chiSquare(), 1e-9);
    }

    /** As R prints them: {@code survdiff(Surv(time, status) ~ sex, data = lung)}. */
    @Test
    void patientsWithLungCancerDifferBySexAsRSays() {
        Map<Integer, Course> sexes = new TreeMap<>();
        lung().forEach(each -> sexes.computeIfAbsent(number(each[2]), first -> new Course())
                .add(number(each[0]), each[1].equals("2")));
        LogRank test = test(sexes.values().toArray(Course[]::new));
        assertArrayEquals(new double[] {112, 53}, array(test.observed()));
        assertArrayEquals(new double[] {91.5817, 73.4183}, array(test.expected()), 0.00005);
        assertEquals(10.3267, test.chiSquare(), 0.00005);
        assertEquals(0.00131116, test.p(), 0.000000005);
    }

    /**
     * As R prints them, with eight groups in eighteen strata: {@code survdiff(Surv(time, status) ~ pat.karno +
     * strata(inst), data = lung)}.
     */
    @Test
    void patientsOfOneHospitalAreComparedWithEachOtherAsRDoes() {
        List<String[]> known = lung().stream()
                .filter(each -> !each[3].isEmpty() && !each[4].isEmpty())
                .toList();
        assertEquals(224, known.size());
        List<Integer> groups =
                known.stream().map(each -> number(each[4])).distinct().sorted().toList();
        Map<Integer, Course[]> hospitals = new TreeMap<>();
        known.forEach(each ->
                hospitals
                        .computeIfAbsent(number(each[3]), first -> courses(groups.size()))[
                        groups.indexOf(number(each[4]))]
                        .add(number(each[0]), each[1].equals("2")));
        LogRank test = LogRank.of(List.copyOf(hospitals.values())).orElseThrow();
        assertArrayEquals(new double[] {1, 1, 4, 27, 31, 38, 38, 21}, array(test.observed()));
        assertArrayEquals(
                new double[] {0.692, 1.099, 1.166, 16.298, 26.358, 41.938, 47.242, 26.207},
                array(test.expected()),
                0.0005);
        assertEquals(21.368, test.chiSquare(), 0.0005);
        assertEquals(7, test.degrees());
        assertEquals(0.003, test.p(), 0.0005);
    }

    @Test
    void nothingIsSaidOfGroupsThatWereNeverFollowedOnTheSameDay() {
        assertTrue(LogRank.of(
                        List.<Course[]>of(new Course[] {Known.course(List.of(1, 2, 3)), Known.course(List.of(-0, -0))}))
                .isEmpty());
    }

    /** Quantiles that every table has. */
    @Test
    void theChancesAreThoseOfTheTables() {
        assertEquals(0.05, ChiSquare.above(3.841459, 1), 1e-7);
        assertEquals(0.05, ChiSquare.above(5.991465, 2), 1e-7);
        assertEquals(0.05, ChiSquare.above(7.814728, 3), 1e-7);
        assertEquals(0.01, ChiSquare.above(13.276704, 4), 1e-7);
        assertEquals(0.001, ChiSquare.above(20.515006, 5), 1e-8);
        assertEquals(1, ChiSquare.above(0, 3), 1e-12);
    }

    /** The example of Holm's paper in R's words: {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")}. */
    @Test
    void manyLooksAreCorrectedAsHolmSays() {
        assertArrayEquals(
                new double[] {0.03, 0.06, 0.06, 0.02}, Holm.corrected(new double[] {0.01, 0.04, 0.03, 0.005}), 1e-12);
        assertArrayEquals(new double[] {1, 1}, Holm.corrected(new double[] {0.9, 0.8}), 1e-12);
        assertArrayEquals(new double[0], Holm.corrected(new double[0]));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static LogRank test(Course... groups) {
        return LogRank.of(List.<Course[]>of(groups)).orElseThrow();
    }

    private static Course[] courses(int groups) {
        Course[] courses = new Course[groups];
        Arrays.setAll(courses, none -> new Course());
        return courses;
    }

    private static int number(String cell) {
        return Integer.parseInt(cell);
    }

    /** The data set {@code lung} of R's survival package: time, status (2 died), sex, inst, pat.karno. */
    private static List<String[]> lung() {
        try (@Nullable InputStream stream = LogRankTest.class.getResourceAsStream("/survival/lung.csv")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(each -> each.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
