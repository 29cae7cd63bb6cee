package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the widget says in one language it says in all: a word that is missing would keep it from opening. */
class WidgetWordsTest {

    private static final Pattern KEY = Pattern.compile("^  (\\w+):", Pattern.MULTILINE);

    /** Of an object in an object, and what stands between the texts of a list. */
    private static final Pattern NAME = Pattern.compile("(?<=[{ ])\\w+(?=: ['\\[{])|', '");

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "es", "fr", "id", "nl", "pt"})
    void noneIsMissing(String language) throws IOException {
        assertEquals(keys("en"), keys(language));
        assertEquals(ofSurvey("en"), ofSurvey(language));
    }

    /** The names of what a survey says, and how much of each: five faces, two ends. */
    private static List<String> ofSurvey(String language) throws IOException {
        String form = Files.readString(Path.of("src/main/resources/web/widget/survey/form.js"));
        String name = "\n  " + language + ": {";
        int begin = form.indexOf(name);
        assertTrue(begin > 0, language);
        String words = form.substring(begin + name.length(), form.indexOf("\n  }", begin));
        return NAME.matcher(words).results().map(MatchResult::group).toList();
    }

    private static Set<String> keys(String language) throws IOException {
        String words = Files.readString(Path.of("src/main/resources/web/widget/words", language + ".js"));
        return KEY.matcher(words).results().map(each -> each.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
