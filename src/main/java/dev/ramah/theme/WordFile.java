package dev.ramah.theme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lists of words that come with the application, in {@code theme/}; a line that begins with # is a remark. */
final class WordFile {

    private WordFile() {}

    static List<String> lines(String name) {
        try (InputStream stream = Objects.requireNonNull(
                        WordFile.class.getClassLoader().getResourceAsStream("theme/" + name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(each -> !each.isEmpty() && !each.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
