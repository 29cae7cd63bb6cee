package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

    private static final Hours SHOP = Hours.parse("MONDAY-FRIDAY 09:00-17:00", ZoneOffset.UTC);

    // 2026-11-20 is a Friday.
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:59:59Z, 2026-11-20T09:00:00Z",
        "2026-11-20T17:00:00Z, 2026-11-23T09:00:00Z",
        "2026-11-21T10:00:00Z, 2026-11-23T09:00:00Z",
        "2026-11-22T23:59:59Z, 2026-11-23T09:00:00Z",
        "2026-11-19T17:30:00Z, 2026-11-20T09:00:00Z",
    })
    void peopleReturnWhenItOpensNext(Instant now, Instant returns) {
        assertEquals(returns, SHOP.opensAfter(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T09:00:00Z", "2026-11-20T16:59:59Z"})
    void whileItIsOpenNobodyKnows(Instant now) {
        assertNull(SHOP.opensAfter(now));
    }

    @Test
    void daysMayGoRoundTheWeekAndTimesAreTheShops() {
        Hours weekend = Hours.parse("friday-sunday 10:00-22:00", ZoneId.of("Asia/Jakarta"));
        assertEquals(Instant.parse("2026-11-27T03:00:00Z"), weekend.opensAfter(Instant.parse("2026-11-23T09:00:00Z")));
        assertNull(weekend.opensAfter(Instant.parse("2026-11-22T14:59:00Z")));
        assertEquals(Instant.parse("2026-11-27T03:00:00Z"), weekend.opensAfter(Instant.parse("2026-11-22T15:00:00Z")));
    }

    @Test
    void anHourThatDoesNotExistOnTheDayTheClocksChangeHarmsNothing() {
        Hours early = Hours.parse("MONDAY-SUNDAY 02:30-03:30", ZoneId.of("Europe/Berlin"));
        assertEquals(Instant.parse("2026-03-29T01:30:00Z"), early.opensAfter(Instant.parse("2026-03-29T00:00:00Z")));
        assertEquals(Instant.parse("2026-03-30T00:30:00Z"), early.opensAfter(Instant.parse("2026-03-29T12:00:00Z")));
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
                assertThrows(IllegalArgumentException.class, () -> Hours.parse(text, ZoneOffset.UTC));
        assertEquals("ramah.desk.hours is written like MONDAY-FRIDAY 09:00-17:00, not: " + text, wrong.getMessage());
    }
}
