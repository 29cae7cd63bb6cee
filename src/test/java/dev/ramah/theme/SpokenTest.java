package dev.ramah.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.RamahTest;
import dev.ramah.theme.Outbreaks.Seen;
import jakarta.inject.Inject;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two weeks in words, the short form of {@link StreamBenchmark}. */
@RamahTest
class SpokenTest {

    @Inject
    Spoken spoken;

    @Inject
    Yardstick yardstick;

    @Test
    void whatBreaksOutInTwoLanguagesIsFoundWithinThirtyComplaints() {
        SplittableRandom random = new SplittableRandom(7);
        Seen seen = Outbreaks.watch(yardstick.rule(), Outbreaks.stream(7, 22, 36, theme -> spoken.of(random, theme)));
        assertEquals(2, seen.within(30), seen.toString());
        assertTrue(seen.falseAlarms() <= 2, seen.toString());
    }
}
