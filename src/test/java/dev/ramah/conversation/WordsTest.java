package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "4111111111111111, •••• 1111",
        "My card is 4111 1111 1111 1111., My card is •••• 1111.",
        "4111-1111-1111-1111, •••• 1111",
        "4111.1111.1111.1111, •••• 1111",
        "4111  1111  1111  1111, •••• 1111",
        "4111\u00a01111\u00a01111\u00a01111, •••• 1111",
        "3782 822463 10005 please, •••• 0005 please",
        "3056 930902 5904, •••• 5904",
        "4222222222222, •••• 2222",
        "6011 0009 9013 9424, •••• 9424",
        "(5555555555554444), (•••• 4444)",
        "+4111111111111111, +•••• 1111",
        "4111 1111 1111 1111 and 5555 5555 5555 4444, •••• 1111 and •••• 4444",
    })
    void aCardNumberIsMaskedHoweverItIsGrouped(String said, String stored) {
        assertEquals(stored, Words.clean(said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111 1111 1111 1111 12/28 123", "4111111111111111 12 28", "4111-1111-1111-1111-12-28"})
    void anExpiryDateBehindItHidesNoCard(String said) {
        assertEquals(-1, Words.clean(said).indexOf("4111"), Words.clean(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order 1042",
                "order 20261121, 3 bags at 125000 each",
                "0812-3456-7890",
                "call +62 812-3456-7890 today",
                "+62 812 3456 7899",
                "+62-812-3456-7899",
                "4111 1111 1111 1112",
                "Tracking 9400 1000 0000 0000 0000 00",
                "2026-11-21 09:00:00",
                "12345",
            })
    void ordersTelephonesAndDatesStay(String said) {
        assertEquals(said, Words.clean(said));
    }

    @Test
    void whatPostgresqlCannotHoldBecomesTheReplacementCharacter() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFD", Words.clean("a\0b\uD83Dc\uDE00"));
        assertEquals("Kopi ☕ \uD83D\uDE00", Words.clean("Kopi ☕ \uD83D\uDE00"));
    }

    @Test
    void fourThousandCharactersAreFineAndOneMoreIsTooLong() {
        String longest = "x".repeat(4_000);
        assertEquals(longest, Words.clean(longest));
        Problem problem = assertThrows(Problem.class, () -> Words.clean(longest + "x"));
        assertEquals(Code.TOO_LONG, problem.code());
    }

    @Test
    void nothingIsNoMessage() {
        assertEquals(
                Code.INVALID,
                assertThrows(Problem.class, () -> Words.clean(" \n ")).code());
    }

    @Test
    void htmlIsText() {
        String said = "<script>alert('hi')</script> & <b>bold</b>";
        assertEquals(said, Words.clean(said));
    }
}
