package dev.ramah.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What stands in a mail. */
class LettersTest {

    @Test
    void everyLanguageSaysEverything() throws Exception {
        Properties english = words("en");
        for (String language : List.of("id", "ar", "de", "es", "fr", "nl", "pt")) {
            assertEquals(english.keySet(), words(language).keySet(), language);
        }
    }

    @Test
    void whatHasNoFileIsWrittenInEnglish() {
        assertEquals("en", Wording.of("xx").language());
        assertEquals("en", Wording.of("../id").language());
        assertEquals("id", Wording.of("id").language());
        assertTrue(
                Wording.of("id").moment(Instant.parse("2026-11-22T10:00:00Z")).contains("2026"));
    }

    @Test
    void aPartOfASentenceIsNoSentence() {
        assertEquals("Your conversation with {1}", Wording.of("en").say("transcript.subject", "{1}"));
        assertFalse(Wording.of("en").say("transcript.subject", "Kopi").contains("{"));
    }

    private static Properties words(String language) throws Exception {
        Properties words = new Properties();
        try (var file = LettersTest.class.getResourceAsStream("/mail/words." + language + ".properties")) {
            words.load(new java.io.InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }
}
