package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void percentilesAreByNearestRank() {
        assertEquals(new Percentiles(10, 5.0, 9.0), of(seconds(10, 1, 9, 2, 8, 3, 7, 4, 6, 5)));
        assertEquals(
                new Percentiles(11, 6.0, 10.0),
                of(seconds(IntStream.rangeClosed(1, 11).toArray())));
        assertEquals(new Percentiles(2, 10.0, 20.0), of(seconds(20, 10)));
        assertEquals(new Percentiles(1, 0.25, 0.25), of(250));
        assertEquals(new Percentiles(2, 0.0, 0.001), of(0, 1));
    }

    @Test
    void percentilesOfManySayWhereTheyTrulyLie() {
        Percentiles hundred = of(seconds(IntStream.rangeClosed(1, 100).toArray()));
        isClose(41_000, hundred.medianLow());
        isClose(60_000, hundred.medianHigh());
        isClose(85_000, hundred.p90Low());
        isClose(96_000, hundred.p90High());
        // Of thirty the longest may be shorter than what nine of ten take at most.
        Percentiles thirty = of(seconds(IntStream.rangeClosed(1, 30).toArray()));
        isClose(10_000, thirty.medianLow());
        isClose(21_000, thirty.medianHigh());
        assertNull(thirty.p90High());
        assertNull(of(seconds(IntStream.rangeClosed(1, 20).toArray())).medianLow());
    }

    @Test
    void nothingHasNone() {
        assertEquals(new Percentiles(0, null, null), of());
    }

    @Test
    void percentilesOfAnyTimesAreOffByTwoPercentAtMost() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            // From milliseconds to a month, spread as times are: some orders of magnitude.
            double spread = 1 + random.nextInt(8);
            double typical = 1 + random.nextInt(14);
            long[] times = LongStream.generate(() -> (long) Math.exp(typical + spread * random.nextGaussian() / 2))
                    .limit(1 + random.nextInt(3_000))
                    .toArray();
            Percentiles found = of(times);
            Arrays.sort(times);
            isClose(times[(times.length + 1) / 2 - 1], found.median());
            isClose(times[(times.length * 9 + 9) / 10 - 1], found.p90());
        }
    }

    @Test
    void whatIsTakenAwayWasNeverThere() {
        Tally tally = new Tally();
        add(tally, 1, 60_000);
        add(tally, 1, 60_100);
        add(tally, 1, 5);
        add(tally, -1, 60_100);
        add(tally, -1, 5);
        assertEquals(new Percentiles(1, 60.0, 60.0), tally.get(Figure.WAIT));
    }

    @Test
    void theLongestTimeFallsIntoTheLastBin() {
        assertEquals(new Percentiles(1, 9.2e15, 9.2e15), of(9_200_000_000_000_000_000L));
    }

    private static void isClose(long millis, @Nullable Double found) {
        assertNotNull(found);
        double off = Math.abs(found * 1_000 - millis);
        assertTrue(off <= 0.02 * millis + 0.5, () -> found + " s is not " + millis + " ms");
    }

    private static Percentiles of(long... millis) {
        Tally tally = new Tally();
        Arrays.stream(millis).forEach(each -> add(tally, 1, each));
        return tally.get(Figure.WAIT);
    }

    private static void add(Tally tally, int n, long millis) {
        tally.add(Tally.cell(Figure.WAIT, Bins.of(millis)), n, n * millis);
    }

    private static long[] seconds(int... seconds) {
        return IntStream.of(seconds).mapToLong(each -> each * 1_000L).toArray();
    }
}
