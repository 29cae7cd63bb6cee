package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void stretchesAndEdgesAreTheRangeWithoutGapOrOverlap() {
        Random random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            Instant from = START.plusMillis(random.nextLong(40L * 86_400_000)).plusNanos(random.nextInt(2) * 999L);
            Instant aligned = random.nextBoolean() ? from : Instant.ofEpochSecond(from.getEpochSecond() / 900 * 900);
            Instant to = aligned.plusMillis(1 + random.nextLong(1L << random.nextInt(1, 33)));
            Range range = new Range(aligned, to, ZoneOffset.UTC);
            isCovered(range, Stretch.covering(range));
            isCovered(range, Stretch.coveringFinely(range));
        }
    }

    @Test
    void aMonthIsDaysAndAJakartanMonthHasQuartersAtItsEnds() {
        Range utc = new Range(START, START.plusSeconds(30 * 86_400), ZoneOffset.UTC);
        assertEquals(List.of(new Stretch(24 * 60, at(START), at(utc.to()))), Stretch.covering(utc));
        Range jakarta = new Range(START.minusSeconds(7 * 3_600), START.plusSeconds(17 * 3_600), ZoneOffset.ofHours(7));
        assertEquals(List.of(new Stretch(15, at(jakarta.from()), at(jakarta.to()))), Stretch.covering(jakarta));
    }

    @Test
    void whereHoursAreThoseOfTheZoneTheyAreReadInsteadOfQuarters() {
        Instant to = START.plusSeconds(60 * 86_400);
        for (String zone : List.of("Asia/Jakarta", "Europe/Berlin", "America/New_York")) {
            Range range = new Range(START.plusSeconds(1_800), to, ZoneId.of(zone));
            assertEquals(
                    List.of(
                            new Stretch(60, at(START) + 3_600, at(to)),
                            new Stretch(15, at(range.from()), at(START) + 3_600)),
                    Stretch.coveringFinely(range));
        }
        for (String zone : List.of("Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe")) {
            Range range = new Range(START, to, ZoneId.of(zone));
            assertEquals(List.of(new Stretch(15, at(START), at(to))), Stretch.coveringFinely(range));
        }
    }

    private static void isCovered(Range range, List<Stretch> stretches) {
        List<Range> parts = new ArrayList<>(Stretch.edges(range));
        for (Stretch each : stretches) {
            assertEquals(0, each.from() % (each.minutes() * 60L));
            assertEquals(0, each.to() % (each.minutes() * 60L));
            assertTrue(each.from() < each.to());
            parts.add(new Range(Instant.ofEpochSecond(each.from()), Instant.ofEpochSecond(each.to()), ZoneOffset.UTC));
        }
        parts.sort(Comparator.comparing(Range::from));
        Instant at = range.from();
        for (Range each : parts) {
            assertEquals(at, each.from());
            at = each.to();
        }
        assertEquals(range.to(), at);
    }

    private static long at(Instant moment) {
        return moment.getEpochSecond();
    }
}
