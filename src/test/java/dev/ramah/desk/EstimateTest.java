package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.desk.Estimate.Handover;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void withoutHandoversThereIsNoNumber() {
        assertEquals(Optional.empty(), Estimate.forPlace(1, List.of()));
    }

    @Test
    void oneWaitIsAllThatIsKnown() {
        assertEquals(estimate(40, 40), Estimate.forPlace(1, List.of(waited(0, 40))));
        assertEquals(estimate(120, 120), Estimate.forPlace(3, List.of(waited(0, 40))));
    }

    @Test
    void theMedianIsLikelyAndTheNinetiethPercentileIsTheMost() {
        List<Handover> tenOneAfterTheOther = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> waited(i * 1_000L, i * 10L))
                .toList();
        assertEquals(estimate(50, 90), Estimate.forPlace(1, tenOneAfterTheOther));
        assertEquals(estimate(100, 180), Estimate.forPlace(2, tenOneAfterTheOther));
    }

    @Test
    void whoBeganBehindOthersTellsLessPerPlace() {
        // Taken after 60, 120 and 180 seconds, having begun together: a minute per place.
        List<Handover> queue = List.of(waited(0, 60), waited(1, 119), waited(2, 178));
        assertEquals(estimate(60, 60), Estimate.forPlace(1, queue));
    }

    @Test
    void secondsAreRoundedUpSoThatNoWaitIsPromisedAsNone() {
        Handover quick = new Handover(NINE, NINE.plusMillis(200));
        assertEquals(estimate(1, 1), Estimate.forPlace(1, List.of(quick)));
    }

    private static Handover waited(long from, long seconds) {
        return new Handover(NINE.plusSeconds(from), NINE.plusSeconds(from + seconds));
    }

    private static Optional<Estimate> estimate(long likely, long most) {
        return Optional.of(new Estimate(Duration.ofSeconds(likely), Duration.ofSeconds(most)));
    }
}
