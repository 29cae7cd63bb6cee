package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ramah.insight.DigestRule.Rhythm;
import dev.ramah.platform.Problem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a digest is due, and what it is about. 2026-11-23 is a Monday; Jakarta is seven hours ahead of UTC. */
class DigestRuleTest {

    @ParameterizedTest
    @CsvSource({
        "WEEKLY, 2026-11-23T00:59:59Z, 2026-11-16T01:00:00Z",
        "WEEKLY, 2026-11-23T01:00:00Z, 2026-11-23T01:00:00Z",
        "WEEKLY, 2026-11-29T23:00:00Z, 2026-11-23T01:00:00Z",
        "DAILY, 2026-11-23T00:59:59Z, 2026-11-22T01:00:00Z",
        "DAILY, 2026-11-23T17:30:00Z, 2026-11-23T01:00:00Z",
    })
    void itIsDueAtItsHourWhereItsPeopleAre(Rhythm rhythm, Instant now, Instant due) {
        assertEquals(due, rule(rhythm).due(now));
    }

    @Test
    void whatIsOffIsNeverDue() {
        assertNull(rule(Rhythm.OFF).due(Instant.parse("2026-11-23T01:00:00Z")));
    }

    @Test
    void itIsAboutWholeDaysUntilTheMidnightBefore() {
        Instant due = Instant.parse("2026-11-23T01:00:00Z");
        Range week = rule(Rhythm.WEEKLY).period(due);
        assertEquals(Instant.parse("2026-11-15T17:00:00Z"), week.from());
        assertEquals(Instant.parse("2026-11-22T17:00:00Z"), week.to());
        assertEquals(
                Instant.parse("2026-11-21T17:00:00Z"),
                rule(Rhythm.DAILY).period(due).from());
        assertEquals(week.from(), rule(Rhythm.WEEKLY).period(week.from()).to());
    }

    @Test
    void addressesAreOnesThatCanBeWrittenTo() {
        assertEquals(
                List.of("maya@kopi.example"),
                to(" Maya@Kopi.example", "maya@kopi.example").checked().to());
        assertThrows(Problem.class, () -> to("maya").checked());
        assertThrows(
                Problem.class, () -> to("maya@kopi.example\r\nBcc: x@y.example").checked());
    }

    private static DigestRule to(String... addresses) {
        return new DigestRule(Rhythm.DAILY, DayOfWeek.MONDAY, 8, ZoneId.of("UTC"), "en", List.of(addresses), false);
    }

    private static DigestRule rule(Rhythm rhythm) {
        return new DigestRule(rhythm, DayOfWeek.MONDAY, 8, ZoneId.of("Asia/Jakarta"), "en", List.of(), false);
    }
}
