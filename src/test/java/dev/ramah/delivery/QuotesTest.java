package dev.ramah.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of an answer by mail only what is new is said. */
class QuotesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks, it works\n\nOn Mon, 23 Nov 2026 at 10:00, Kopi <help@kopi.example> wrote:\n> Did it work?\n",
                "Thanks, it works\r\n\r\nOn Mon, 23 Nov 2026 at 10:00 Kopi Nusantara\r\n<help@kopi.example> wrote:\r\n\r\n> Did it work?",
                "Thanks, it works\n\nPada Sen, 23 Nov 2026 pukul 10.00 Kopi <help@kopi.example> menulis:\n\nApakah berhasil?",
                "Thanks, it works\n\nAm 23.11.2026 um 10:00 schrieb Kopi:\n> Hat es geklappt?",
                "Thanks, it works\n-----Original Message-----\nFrom: Kopi\nDid it work?",
                "Thanks, it works\n________________________________\nFrom: Kopi <help@kopi.example>\nDid it work?",
                "Thanks, it works\n\nFrom: Kopi <help@kopi.example>\nSent: Monday\nTo: Sari\nDid it work?",
                "Thanks, it works\n\n> ## Write above this line to answer. ##\n> We answered",
                "Thanks, it works\n## Tulis di atas baris ini untuk menjawab. ##\nKami menjawab",
                "Thanks, it works\n-- \nSari\nDirector of Coffee"
            })
    void whatIsQuotedIsLeftOut(String mail) {
        assertEquals("Thanks, it works", Quotes.cut(mail));
    }

    @Test
    void whatOnlyLooksLikeAQuoteStays() {
        String text = "From: here to there it took a week.\nOn the box it says 1042.\nIt was -- as always -- late.";
        assertEquals(text, Quotes.cut(text));
        assertEquals("Yes\nNo", Quotes.cut("> First?\nYes\n> Second?\nNo"));
        assertEquals("", Quotes.cut("> only this"));
        assertEquals("", Quotes.cut(""));
    }
}
