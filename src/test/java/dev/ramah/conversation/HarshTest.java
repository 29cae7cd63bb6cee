package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Harsh.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words are folded away, and which never. */
class HarshTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You IDIOT, where is my coffee?",
                "shut up and give me a human",
                "you are so stupid",
                "Dasar bangsat!",
                "kamu bodoh sekali",
                "what a bunch of morons"
            })
    void insultsAreFolded(String text) {
        assertTrue(Harsh.insults(text));
        assertFalse(Harsh.folds(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is unacceptable, I am very angry",
                "The coffee tastes bad and the grinder is a stupid design",
                "Makanan anjing saya belum datang",
                "Saya kecewa sekali dengan pelayanan ini",
                "The Shitake tea and the Scunthorpe parcel",
                "I feel stupid asking this"
            })
    void angerAndOrdinaryWordsAreNot(String text) {
        assertFalse(Harsh.insults(text));
        assertEquals(List.of(), Harsh.folds(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You idiot, I will kill you",
                "fuck all of this, I want to die",
                "I am going to kill myself, you bastards",
                "Bangsat, saya mau bunuh diri",
                "Goblok, saya akan bakar toko ini",
                "Idiots! The machine burned my son's hand"
            })
    void threatsAndSelfHarmAreNever(String text) {
        assertTrue(Harsh.insults(text));
        assertEquals(List.of(), Harsh.folds(text));
    }

    @Test
    void aLineThatCannotBeOpenedHasThemFoldedAway() {
        assertEquals("You •••, where is it? •••!", Harsh.mild("You idiot, where is it? Bangsat!"));
        assertEquals("Where is my parcel?", Harsh.mild("Where is my parcel?"));
        assertEquals("You idiot, I will kill you", Harsh.mild("You idiot, I will kill you"));
        assertEquals(
                "You idiot", Harsh.mild("You idiot", "You idiot … I want to die"), "of a danger everything is read");
    }

    @Test
    void onlyTheWordsThemselvesAreFolded() {
        assertEquals(List.of(new Span(4, 9)), Harsh.folds("You idiot, where is it?"));
    }
}
