package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody of staff had to do with an episode. The two are never added up: of an episode that several were in nobody
 * knows whose it is.
 */
enum Part {
    /** No colleague said a word in it. */
    ALONE,
    /** Colleagues did too. */
    TOOK_PART;

    /** No name has one in it: crews are lines. */
    private static final String BETWEEN = "\n";

    static Part of(String crew) {
        return crew.lines().count() == 1 ? ALONE : TOOK_PART;
    }

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of somebody's row for this; it comes after their name, so rows still come by name. */
    String row(String name) {
        return name + BETWEEN + wire();
    }

    /** Which of the two a row is of; nothing where rows are of something else than people. */
    static Optional<Part> ofRow(String key) {
        return Arrays.stream(values())
                .filter(each -> key.endsWith(BETWEEN + each.wire()))
                .findFirst();
    }

    /** What a row is called. */
    static String nameOfRow(String key) {
        return ofRow(key)
                .map(each -> key.substring(0, key.length() - each.row("").length()))
                .orElse(key);
    }
}
