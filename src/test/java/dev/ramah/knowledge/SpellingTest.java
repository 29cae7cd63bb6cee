package dev.ramah.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.language.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> TEXTS =
            List.of("How do I descale the machine?", "The machine doesn't grind.", "Where is my grinder?");

    private final Spelling spelling = Spelling.of(TEXTS, true, Vocabulary.NONE);

    @Test
    void aWordThatNobodyKnowsIsReadAsOneThatTheArticlesUse() {
        assertEquals("machine", spelling.corrected("machin"));
        assertEquals("machine", spelling.corrected("amchine"));
        assertEquals("machine", spelling.corrected("machinne"));
        assertEquals("machine", spelling.corrected("mqchine"));
        assertEquals("How is my machine, do I descale it?", spelling.corrected("How is my machien, do I decsale it?"));
    }

    @Test
    void allElseStaysAsItWasTyped() {
        assertEquals("Machine GRINDER", spelling.corrected("Machine GRINDER"));
        assertEquals("a nice café in Toraja", spelling.corrected("a nice café in Toraja"));
        assertEquals(
                "order KN-1042 by e-mail: a@b.example", spelling.corrected("order KN-1042 by e-mail: a@b.example"));
        assertEquals("regrinder", spelling.corrected("regrinder"));
    }

    @Test
    void anotherLanguageIsNotMistyped() {
        assertEquals("mesin giling machino", spelling.corrected("mesin giling machino"));
        assertEquals("machine", spelling.corrected("machino"));
    }

    @Test
    void ofTwoWordsTheMoreUsualOneWasMeant() {
        Spelling shop = Spelling.of(List.of("roast toast", "roast"), true, Vocabulary.NONE);

        assertEquals("roast", shop.corrected("oast"));
    }

    @Test
    void withoutArticlesNothingIsCorrected() {
        assertEquals("machin", Spelling.NONE.corrected("machin"));
    }
}
