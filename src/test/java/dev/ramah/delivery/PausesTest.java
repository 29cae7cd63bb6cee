package dev.ramah.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void pausesGrowAndEnd() {
        Pauses pauses = new Pauses(Duration.ofSeconds(10));
        assertEquals(Duration.ofSeconds(10), pauses.after(1));
        assertEquals(Duration.ofSeconds(30), pauses.after(2));
        assertEquals(Duration.ofSeconds(90), pauses.after(3));
        assertEquals(Duration.ofHours(6), pauses.after(9));
        assertEquals(Duration.ofHours(6), pauses.after(1_000));
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        assertFalse(pauses.isEnough(null, now));
        assertFalse(pauses.isEnough(now.minus(Duration.ofHours(71)), now));
        assertTrue(pauses.isEnough(now.minus(Duration.ofDays(3)), now));
    }
}
