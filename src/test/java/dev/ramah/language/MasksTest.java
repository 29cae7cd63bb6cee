package dev.ramah.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

    private final Masks masks = new Masks();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    my card is 4111 1111 1111 1111 ok        | 4111 1111 1111 1111 | CARD
                    kartu 5500-0000-0000-0004                | 5500-0000-0000-0004 | CARD
                    amex 378282246310005.                    | 378282246310005 | CARD
                    konto DE89 3704 0044 0532 0130 00 bitte  | DE89 3704 0044 0532 0130 00 | CARD
                    NIK saya 3273014509900003                | 3273014509900003 | IDENTITY
                    nik 3273 0145 0990 0003 ya               | 3273 0145 0990 0003 | IDENTITY
                    NPWP 09.254.294.3-407.000                | 09.254.294.3-407.000 | IDENTITY
                    my ssn is 078-05-1120                    | 078-05-1120 | IDENTITY
                    write to Sari.W+shop@kopi.example now    | Sari.W+shop@kopi.example | EMAIL
                    hubungi 0812-3456-7890 ya                | 0812-3456-7890 | PHONE
                    WA: +62 812 3456 7890                    | +62 812 3456 7890 | PHONE
                    call me at (415) 555-2671                | 415) 555-2671 | PHONE
                    ruf an: 030 901820 oder 0151 23456789    | 0151 23456789 | PHONE
                    """)
    void hidesWhatIdentifiesSomeone(String text, String secret, String kind) {
        String masked = masks.masked(text);

        assertFalse(masked.contains(secret), masked);
        assertEquals(true, masked.contains("[" + kind + "_1]"), masked);
        assertEquals(text, masks.unmasked(masked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my order 1042 of 2026-11-22 at 08:10 cost Rp 185.000",
                "Parcels to Java take 2-3 days and cost IDR 25,000.",
                "open from 07:00 to 19:00, 250 g for Rp 185.000 or 1 kg for Rp 640.000",
                "order KN-20261122-17 was paid",
            })
    void leavesWhatDoesNot(String text) {
        assertEquals(text, masks.masked(text));
    }

    @Test
    void theSameIsTheSameWhereverItIsSaid() {
        assertEquals("[EMAIL_1] and [EMAIL_2]", masks.masked("a@kopi.example and b@kopi.example"));
        assertEquals("[EMAIL_2]", masks.masked("b@kopi.example"));
        assertEquals("to B@: b@kopi.example", masks.unmasked("to B@: [email_2]"));
    }
}
