package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Problem;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RangeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    @Test
    void datesAreThoseOfTheZone() {
        Range range = Range.of("2026-11-20", "2026-11-22", "Asia/Jakarta", NOW);
        assertEquals(Instant.parse("2026-11-19T17:00:00Z"), range.from());
        assertEquals(Instant.parse("2026-11-21T17:00:00Z"), range.to());
    }

    @Test
    void momentsAreTakenAsTheyAre() {
        Range range = Range.of("2026-11-20T10:15:00Z", "2026-11-20T20:00:00+07:00", null, NOW);
        assertEquals(Instant.parse("2026-11-20T10:15:00Z"), range.from());
        assertEquals(Instant.parse("2026-11-20T13:00:00Z"), range.to());
    }

    @Test
    void unaskedItIsFourWeeksWithToday() {
        Range utc = Range.of(null, null, null, NOW);
        assertEquals(Instant.parse("2026-10-25T00:00:00Z"), utc.from());
        assertEquals(Instant.parse("2026-11-22T00:00:00Z"), utc.to());
        // In Jakarta it is the 22nd already.
        assertEquals(
                Instant.parse("2026-11-22T17:00:00Z"),
                Range.of(null, null, "Asia/Jakarta", NOW).to());
    }

    @Test
    void theTimeBeforeIsAsManyDays() {
        Range days = Range.of("2026-11-15", "2026-11-22", null, NOW).before();
        assertEquals(Instant.parse("2026-11-08T00:00:00Z"), days.from());
        assertEquals(Instant.parse("2026-11-15T00:00:00Z"), days.to());
        Range hours = Range.of("2026-11-20T10:00:00Z", "2026-11-20T12:00:00Z", null, NOW)
                .before();
        assertEquals(Instant.parse("2026-11-20T08:00:00Z"), hours.from());
    }

    @Test
    void theTimeBeforeIsWholeDaysAlsoWhenTheClocksWereSet() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        // The clocks went back on 25 October 2026: that day had 25 hours.
        Range week = Range.of("2026-10-26", "2026-11-02", berlin.getId(), NOW).before();
        assertEquals("2026-10-19", week.day(week.from()).toString());
        assertEquals(Instant.parse("2026-10-18T22:00:00Z"), week.from());
    }

    @Test
    void whatIsNoRangeIsRefusedWithItsReason() {
        refused("from", "yesterday", null, null);
        refused("to", null, "2026-02-30", null);
        refused("zone", null, null, "Mars/Olympus");
        refused("before", "2026-11-20", "2026-11-20", null);
        refused("days apart", "1971-01-01", "2026-11-20", null);
        refused("1970", "1969-01-01", "1969-02-01", null);
    }

    private static void refused(String reason, @Nullable String from, @Nullable String to, @Nullable String zone) {
        Problem problem = assertThrows(Problem.class, () -> Range.of(from, to, zone, NOW));
        assertEquals(Problem.Code.INVALID, problem.code());
        assertTrue(problem.detail().contains(reason), problem.detail());
    }
}
