package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the widget says in one language it says in all: a word that is missing would keep it from opening. */
class WidgetWordsTest {

    private static final Pattern KEY = Pattern.compile("^  (\\w+):", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"ar", "id"})
    void noneIsMissing(String language) throws IOException {
        assertEquals(keys("en"), keys(language));
    }

    private static Set<String> keys(String language) throws IOException {
        String words = Files.readString(Path.of("src/main/resources/web/widget/words", language + ".js"));
        return KEY.matcher(words).results().map(each -> each.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
