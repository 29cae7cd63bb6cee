package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Time is the database's, whatever this machine says. */
class RunningClockTest {

    private final RunningClock clock = new RunningClock();

    @Test
    void aMachineThatIsAnHourOffGoesByTheDatabase() {
        Instant anHourAhead = Instant.now().plus(Duration.ofHours(1));
        clock.set(anHourAhead);
        assertFalse(clock.instant().isBefore(anHourAhead));
        Instant anHourBehind = anHourAhead.minus(Duration.ofHours(2));
        clock.set(anHourBehind);
        assertTrue(clock.instant().isBefore(anHourAhead));
    }

    @Test
    void askingTakesAMomentAndMovesNothing() {
        Instant before = clock.instant();
        clock.set(before.minusMillis(50));
        assertFalse(clock.instant().isBefore(before), "time went back");
    }
}
