package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void areValuesThatSomebodyHad() {
        assertEquals(new Percentiles(10, 5.0, 9.0), of(10, 1, 9, 2, 8, 3, 7, 4, 6, 5));
        assertEquals(
                new Percentiles(11, 6.0, 10.0), of(IntStream.rangeClosed(1, 11).toArray()));
        assertEquals(new Percentiles(2, 10.0, 20.0), of(20, 10));
        assertEquals(new Percentiles(1, 7.0, 7.0), of(7));
        assertEquals(new Percentiles(1, 0.25, 0.25), Percentiles.of(List.of(Duration.ofMillis(250))));
    }

    @Test
    void nothingHasNone() {
        assertEquals(new Percentiles(0, null, null), of());
    }

    private static Percentiles of(int... seconds) {
        return Percentiles.of(
                IntStream.of(seconds).mapToObj(Duration::ofSeconds).toList());
    }
}
