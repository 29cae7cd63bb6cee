package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.language.Prompts;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sentence that is missing in a language would be said in none. */
class VoiceTest {

    private static final Pattern BLANK = Pattern.compile("\\{\\d}");

    static List<String> languages() {
        return Voice.LANGUAGES;
    }

    @Test
    void thereAreEightLanguagesAndOneFromRightToLeft() {
        assertTrue(Voice.LANGUAGES.size() >= 8 && Voice.LANGUAGES.contains("ar"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEverySentence(String language) throws IOException {
        Properties english = sentences("en");
        Properties theirs = sentences(language);

        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(theirs.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertTrue(!theirs.getProperty(key).isBlank(), key);
            assertEquals(blanks(english.getProperty(key)), blanks(theirs.getProperty(key)), key);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyRuleThatSpeaksIsHeardInEveryLanguage(String language) {
        Voice voice = Voice.in(language);
        for (Rule rule : Set.of(Rule.GREETED, Rule.THANKED, Rule.SAID_GOODBYE)) {
            assertTrue(!voice.say(new Decision.Manners(rule)).isBlank());
        }
        for (Rule rule : Rule.values()) {
            assertTrue(!voice.handOver(rule.name()).isBlank(), rule.name());
        }
    }

    private static Set<String> blanks(String sentence) {
        return BLANK.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties sentences(String language) throws IOException {
        Properties sentences = new Properties();
        sentences.load(new StringReader(Prompts.read("bot/" + language + ".properties")));
        return sentences;
    }
}
