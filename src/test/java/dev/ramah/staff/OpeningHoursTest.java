package dev.ramah.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Problem;
import dev.ramah.staff.OpeningHours.Holiday;
import dev.ramah.staff.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    private static final OpeningHours SHOP = OpeningHours.parse("MONDAY-FRIDAY 09:00-17:00", ZoneOffset.UTC);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    // 2026-11-20 is a Friday.
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:59:59Z, 2026-11-20T09:00:00Z",
        "2026-11-20T17:00:00Z, 2026-11-23T09:00:00Z",
        "2026-11-21T10:00:00Z, 2026-11-23T09:00:00Z",
        "2026-11-22T23:59:59Z, 2026-11-23T09:00:00Z",
        "2026-11-19T17:30:00Z, 2026-11-20T09:00:00Z",
    })
    void itOpensNext(Instant now, Instant opens) {
        assertEquals(opens, SHOP.opensAfter(now));
        assertNull(SHOP.closesAfter(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T09:00:00Z", "2026-11-20T16:59:59Z"})
    void whileItIsOpenItDoesNotOpen(Instant now) {
        assertNull(SHOP.opensAfter(now));
        assertEquals(Instant.parse("2026-11-20T17:00:00Z"), SHOP.closesAfter(now));
    }

    @Test
    void daysMayGoRoundTheWeekAndTimesAreTheirs() {
        OpeningHours weekend = OpeningHours.parse("friday-sunday 10:00-22:00", ZoneId.of("Asia/Jakarta"));
        assertEquals(Instant.parse("2026-11-27T03:00:00Z"), weekend.opensAfter(Instant.parse("2026-11-23T09:00:00Z")));
        assertTrue(weekend.isOpen(Instant.parse("2026-11-22T14:59:00Z")));
        assertEquals(Instant.parse("2026-11-27T03:00:00Z"), weekend.opensAfter(Instant.parse("2026-11-22T15:00:00Z")));
    }

    @Test
    void aShiftMayBeSplitAndRunIntoTheNextDay() {
        OpeningHours split = new OpeningHours(
                ZoneOffset.UTC,
                Map.of(
                        DayOfWeek.MONDAY,
                        List.of(span("08:00", "12:00"), span("14:00", "18:00"), span("22:00", "00:00")),
                        DayOfWeek.TUESDAY,
                        List.of(span("00:00", "02:00"))),
                List.of());
        assertEquals(at("2026-11-23T14:00:00Z"), split.opensAfter(at("2026-11-23T12:00:00Z")));
        assertEquals(at("2026-11-23T12:00:00Z"), split.closesAfter(at("2026-11-23T09:00:00Z")));
        assertEquals(at("2026-11-24T02:00:00Z"), split.closesAfter(at("2026-11-23T23:00:00Z")), "over midnight");
        assertEquals(Duration.ofHours(12), split.openBetween(at("2026-11-23T00:00:00Z"), at("2026-11-25T00:00:00Z")));
        assertEquals(Duration.ofHours(2), split.openBetween(at("2026-11-23T11:00:00Z"), at("2026-11-23T15:00:00Z")));
        assertEquals(Duration.ZERO, split.openBetween(at("2026-11-23T15:00:00Z"), at("2026-11-23T11:00:00Z")));
    }

    @Test
    void onAHolidayTheWeekDoesNotCount() {
        OpeningHours shop = new OpeningHours(
                ZoneOffset.UTC,
                SHOP.week(),
                List.of(
                        new Holiday(LocalDate.parse("2026-12-25"), "Christmas", List.of()),
                        new Holiday(LocalDate.parse("2026-12-26"), "Sale", List.of(span("10:00", "12:00")))));
        assertFalse(shop.isOpen(at("2026-12-25T10:00:00Z")));
        assertEquals(at("2026-12-26T10:00:00Z"), shop.opensAfter(at("2026-12-24T18:00:00Z")), "a Saturday");
        assertEquals(at("2026-12-28T09:00:00Z"), shop.opensAfter(at("2026-12-26T12:00:00Z")));
    }

    @Test
    void aTimeThatDoesNotExistOnTheDayTheClocksGoForwardIsTheMomentTheyJumpTo() {
        OpeningHours early = OpeningHours.parse("MONDAY-SUNDAY 02:30-03:30", BERLIN);
        assertEquals(at("2026-03-29T01:00:00Z"), early.opensAfter(at("2026-03-29T00:00:00Z")));
        assertEquals(at("2026-03-29T01:30:00Z"), early.closesAfter(at("2026-03-29T01:00:00Z")));
        assertEquals(at("2026-03-30T00:30:00Z"), early.opensAfter(at("2026-03-29T12:00:00Z")));
        OpeningHours inTheGap = OpeningHours.parse("MONDAY-SUNDAY 02:00-03:00", BERLIN);
        assertFalse(inTheGap.isOpen(at("2026-03-29T01:00:00Z")), "that hour was left out");
        OpeningHours night = OpeningHours.parse("MONDAY-SUNDAY 00:00-06:00", BERLIN);
        assertEquals(Duration.ofHours(5), night.openBetween(at("2026-03-28T22:00:00Z"), at("2026-03-29T10:00:00Z")));
    }

    @Test
    void aTimeThatComesTwiceOnTheDayTheClocksGoBackCountsTwice() {
        OpeningHours early = OpeningHours.parse("MONDAY-SUNDAY 02:00-03:00", BERLIN);
        assertTrue(early.isOpen(at("2026-10-25T00:30:00Z")), "before the clocks go back");
        assertTrue(early.isOpen(at("2026-10-25T01:30:00Z")), "after that");
        assertEquals(at("2026-10-25T02:00:00Z"), early.closesAfter(at("2026-10-25T00:00:00Z")));
        OpeningHours night = OpeningHours.parse("MONDAY-SUNDAY 00:00-06:00", BERLIN);
        assertEquals(Duration.ofHours(7), night.openBetween(at("2026-10-24T21:00:00Z"), at("2026-10-25T10:00:00Z")));
    }

    /** Hours at random, over days when clocks change; every minute between two moments is looked at by itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Asia/Jakarta", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"})
    void theTimeItWasOpenIsThatOfItsMinutes(String zone) {
        Random random = new Random(zone.hashCode());
        for (int round = 0; round < 12; round++) {
            OpeningHours hours = anyHours(random, ZoneId.of(zone)).checked("hours");
            Instant around = Instant.parse(random.nextBoolean() ? "2026-10-25T00:00:00Z" : "2026-03-29T00:00:00Z")
                    .minus(Duration.ofDays(random.nextInt(10)));
            Instant from = around.plus(Duration.ofMinutes(random.nextInt(3_000)));
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(12_000)));
            long minutes = Stream.iterate(from, each -> each.isBefore(to), each -> each.plusSeconds(60))
                    .filter(hours::isOpen)
                    .count();
            assertEquals(Duration.ofMinutes(minutes), hours.openBetween(from, to), hours + " " + from + " " + to);
            if (minutes > 0) {
                Instant over = Objects.requireNonNull(hours.openFor(from, Duration.ofMinutes(minutes)));
                assertFalse(over.isAfter(to));
                assertEquals(Duration.ofMinutes(minutes), hours.openBetween(from, over));
            }
        }
    }

    private static OpeningHours anyHours(Random random, ZoneId zone) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, anySpans(random));
        }
        List<Holiday> holidays = Stream.of("2026-10-25", "2026-10-24", "2026-03-29", "2026-03-20")
                .filter(each -> random.nextBoolean())
                .map(each -> new Holiday(LocalDate.parse(each), "", anySpans(random)))
                .toList();
        return new OpeningHours(zone, week, holidays);
    }

    /** None, one or two, which may touch each other and midnight. */
    private static List<Span> anySpans(Random random) {
        LocalTime first = LocalTime.of(random.nextInt(3), 15 * random.nextInt(4));
        LocalTime second = first.plusMinutes(15L * (1 + random.nextInt(20)));
        LocalTime third = second.plusMinutes(15L * random.nextInt(8));
        LocalTime last = random.nextBoolean() ? LocalTime.MIDNIGHT : third.plusMinutes(15L * (1 + random.nextInt(30)));
        return switch (random.nextInt(3)) {
            case 0 -> List.of();
            case 1 -> List.of(new Span(first, second));
            default -> List.of(new Span(first, second), new Span(third, last));
        };
    }

    @Test
    void whoIsNeverThereNeverReturnsAndWhoIsAlwaysThereNeverLeaves() {
        OpeningHours never = new OpeningHours(ZoneOffset.UTC, Map.of(), List.of());
        assertNull(never.opensAfter(at("2026-11-23T09:00:00Z")));
        Map<DayOfWeek, List<Span>> all = new java.util.EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> all.put(day, List.of(span("00:00", "00:00"))));
        OpeningHours always = new OpeningHours(BERLIN, all, List.of());
        assertNull(always.closesAfter(at("2026-11-23T09:00:00Z")));
        assertTrue(always.isOpen(at("2026-10-25T01:30:00Z")));
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        refused("house.MONDAY ends", week(span("17:00", "09:00")));
        refused("house.MONDAY has spans that overlap", week(span("09:00", "12:00"), span("11:00", "13:00")));
        refused("house.MONDAY has spans that overlap", week(span("09:00", "00:00"), span("11:00", "13:00")));
        Holiday twice = new Holiday(LocalDate.parse("2026-12-25"), "Christmas", List.of());
        refused("house.holidays", new OpeningHours(ZoneOffset.UTC, Map.of(), List.of(twice, twice)));
        assertEquals(
                List.of(span("09:00", "12:00"), span("13:00", "17:00")),
                week(span("13:00", "17:00"), span("09:00", "12:00"))
                        .checked("house")
                        .week()
                        .get(DayOfWeek.MONDAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "always",
                "MONDAY 09:00-17:00",
                "MONTAG-FREITAG 09:00-17:00",
                "MONDAY-FRIDAY 9-17",
                "MONDAY-FRIDAY 09:00-24:00",
                "MONDAY-FRIDAY 17:00-09:00",
            })
    void whatIsNotWrittenThatWayIsToldHowItIs(String text) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> OpeningHours.parse(text, ZoneOffset.UTC));
        assertEquals("ramah.desk.hours is written like MONDAY-FRIDAY 09:00-17:00, not: " + text, wrong.getMessage());
    }

    private static void refused(String beginning, OpeningHours hours) {
        String detail =
                assertThrows(Problem.class, () -> hours.checked("house")).detail();
        assertTrue(detail.startsWith(beginning), detail);
    }

    private static OpeningHours week(Span... spans) {
        return new OpeningHours(ZoneOffset.UTC, Map.of(DayOfWeek.MONDAY, Arrays.asList(spans)), List.of());
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
