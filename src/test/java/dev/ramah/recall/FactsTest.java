package dev.ramah.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.conversation.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers say is found, in English and in Indonesian, and nothing that they did not say. */
class FactsTest {

    private static final Profile SARI = new Profile(
            "Sari",
            "sari@example.com",
            true,
            List.of(new Profile.Purchase("1042", List.of("Gayo medium, biji 250 g"))),
            Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I paid on 3 March 2026 | 3 March 2026",
                "on March 3rd, 2026 it was | March 3rd, 2026",
                "it came 2026-03-05 | 2026-03-05",
                "dikirim tanggal 3 Maret | 3 Maret",
                "sejak 12 Agustus 2026 | 12 Agustus 2026",
                "it arrived yesterday | yesterday",
                "bought it 2 weeks ago | 2 weeks ago",
                "bought it two weeks ago | two weeks ago",
                "beli 3 hari lalu | 3 hari lalu",
                "sudah dua minggu yang lalu | dua minggu yang lalu",
                "kemarin belum sampai | kemarin",
                "it came last Friday | last Friday",
                "Senin lalu masih bisa | Senin lalu",
                "it stopped on Tuesday | Tuesday",
                "jam 8 malam ya | jam 8 malam",
            })
    void daysAreFound(String text, String day) {
        assertEquals(List.of(day), values(text, "date"));
    }

    @Test
    void whatStandsBehindALongRunOfLettersIsFoundAsWell() {
        String run = "x".repeat(4_000) + " ";
        assertEquals(List.of("rani.w+shop@mail.example.com"), values(run + "rani.w+shop@mail.example.com", "email"));
        assertEquals(List.of("30 September 2026"), values(run + "since 30 September 2026", "date"));
    }

    @Test
    void aListOfNumbersIsNotTriedWithoutEnd() {
        assertEquals(List.of("3 March"), values("3 March. " + "1 2 3 4 ".repeat(500), "date"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I was charged $20.50 twice | $20.50",
                "it cost 128 dollars | 128 dollars",
                "that is 49.90 now | 49.90",
                "refund 64.50 euros please | 64.50 euros",
                "kepotong Rp 185.000 kak | Rp 185.000",
                "transfer Rp250.000 ke BCA | Rp250.000",
                "saya bayar 185 ribu | 185 ribu",
                "bayarnya 185rb | 185rb",
                "dua ratus ribu rupiah | dua ratus ribu rupiah",
                "IDR 276,000 was taken | IDR 276,000",
            })
    void sumsOfMoneyAreFound(String text, String sum) {
        assertEquals(List.of(sum), values(text, "amount"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call 0812-3456-7890 | 0812-3456-7890",
                "my phone is 07911 123456 | 07911 123456",
                "+1 (202) 555-0143 | +1 (202) 555-0143",
            })
    void telephonesAreFound(String text, String number) {
        assertEquals(List.of(number), values(text, "phone"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It should go to 14 Harbour Street, Bristol BS1 4QA | 14 Harbour Street, Bristol BS1 4QA",
                "alamat saya Jalan Melati No. 7, Bandung 40115 | Jalan Melati No. 7, Bandung 40115",
                "could it go to my sister in Denpasar | Denpasar",
                "beli di toko Surabaya | Surabaya",
            })
    void placesAreFound(String text, String place) {
        assertEquals(List.of(place), values(text, "place"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it says \"Payment declined\" | Payment declined",
                "the app shows E17 since then | E17",
                "Error 403: account locked | Error 403: account locked",
            })
    void whatAScreenSaysIsFound(String text, String error) {
        assertEquals(List.of(error), values(text, "error"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nomor pesanannya 1042",
                "pesananku nomor 1042",
                "order number is 1042",
                "my order's no. 1042",
                "fakturnya 1042",
                "orderan saya 1042",
            })
    void ordersAreFoundInTheWaysTheyAreCalled(String text) {
        assertEquals(List.of("1042"), values(text, "order"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I ordered 3 bags in order to brew 250 grams",
                "I live at number 1042",
                "It may be that I march in, second to none",
                "We are 4 adults and 2 kids",
            })
    void otherNumbersAndWordsAreNone(String text) {
        assertEquals(List.of(), Facts.in(List.of(new Spoken(1, Role.CUSTOMER, text)), Profile.UNKNOWN));
    }

    @Test
    void anOrderOfTheirsIsVerifiedWhereverItsNumberStands() {
        assertEquals(
                List.of(
                        new Fact("order", "1042", 1, "verified"),
                        new Fact("product", "Gayo medium, biji 250 g", 1, "verified")),
                Facts.in(List.of(new Spoken(1, Role.CUSTOMER, "it's 1042, the Gayo medium")), SARI));
    }

    @Test
    void whatOthersSaidAndWhatTheProfileHasIsNoFactOfTheirWords() {
        List<Spoken> said = List.of(
                new Spoken(1, Role.AGENT, "Is it order 1099?"),
                new Spoken(2, Role.CUSTOMER, "No. Write to Sari@example.com"));
        assertEquals(List.of(), Facts.in(said, SARI));
    }

    private static List<String> values(String text, String kind) {
        return Facts.in(List.of(new Spoken(1, Role.CUSTOMER, text)), Profile.UNKNOWN).stream()
                .filter(each -> each.is(kind))
                .map(Fact::value)
                .toList();
    }
}
