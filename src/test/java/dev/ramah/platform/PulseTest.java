package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

    private long now = 1_000;
    private final Pulse pulse = new Pulse(
            new Ticks() {
                @Override
                public long millis() {
                    return now;
                }
            },
            Duration.ofMinutes(3));

    @Test
    void whoHasNothingToDoMayBeSilentForEver() {
        pulse.beat();
        pulse.rest();
        now += Duration.ofDays(30).toMillis();
        assertFalse(pulse.hangs());
    }

    @Test
    void whoIsExpectedToGoOnAndDoesNotHangs() {
        pulse.beat();
        now += Duration.ofMinutes(3).toMillis();
        assertFalse(pulse.hangs());
        now += 1;
        assertTrue(pulse.hangs());
        assertEquals(Duration.ofMinutes(3).plusMillis(1), pulse.silence());
        pulse.beat();
        assertFalse(pulse.hangs());
    }
}
