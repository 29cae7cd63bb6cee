package dev.ramah.survey;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question of a survey.
 *
 * @param key names it in answers: the same question keeps it from version to version
 * @param text what is asked, by language
 * @param options what to choose from, for a choice; 2 to 10
 */
record Question(String key, Kind kind, Map<String, String> text, boolean required, List<Option> options) {

    private static final int LONGEST = 300;
    private static final int MOST_OPTIONS = 10;
    private static final String KEY = "[a-z0-9_-]{1,40}";

    Question(
            String key,
            Kind kind,
            @Nullable Map<String, String> text,
            boolean required,
            @Nullable List<Option> options) {
        this.key = key;
        this.kind = kind;
        this.text = text == null ? Map.of() : text;
        this.required = required;
        this.options = options == null ? List.of() : options;
    }

    /** One of some; {@code text} by language. */
    record Option(String key, Map<String, String> text) {

        Option(String key, @Nullable Map<String, String> text) {
            this.key = key;
            this.text = text == null ? Map.of() : text;
        }
    }

    /** Everything that is read, by language. */
    Stream<Map<String, String>> texts() {
        return Stream.concat(Stream.of(text), options.stream().map(Option::text));
    }

    boolean hasOption(String wanted) {
        return options.stream().anyMatch(each -> each.key.equals(wanted));
    }

    /**
     * As it is kept: without empty texts.
     *
     * @param number counted from 1, for whoever reads what is wrong
     * @throws Problem INVALID
     */
    Question checked(int number) {
        String which = "Question " + number;
        if (kind == null || !Objects.requireNonNullElse(key, "").matches(KEY)) {
            throw Problem.invalid(which + " has a kind, and a key of 1 to 40 letters, figures and hyphens.");
        }
        if (kind != Kind.CHOICE) {
            return new Question(key, kind, cleaned(which, text), required, List.of());
        }
        if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            throw Problem.invalid(which + " has 2 to " + MOST_OPTIONS + " answers to choose from.");
        }
        Set<String> keys = new HashSet<>();
        List<Option> kept = options.stream()
                .map(each -> {
                    if (!Objects.requireNonNullElse(each.key, "").matches(KEY) || !keys.add(each.key)) {
                        throw Problem.invalid(which + ": each answer to choose from has a key of its own.");
                    }
                    return new Option(each.key, cleaned(which, each.text));
                })
                .toList();
        return new Question(key, kind, cleaned(which, text), required, kept);
    }

    private static Map<String, String> cleaned(String which, Map<String, String> texts) {
        Map<String, String> kept = new LinkedHashMap<>();
        texts.forEach((language, text) -> {
            String line = text == null || !Text.isStorable(text) ? null : Text.line(text);
            if (!language.matches(Form.LANGUAGE)) {
                throw Problem.invalid(which + ": a language has two letters, as in en.");
            }
            if (line != null && line.length() > LONGEST) {
                throw Problem.invalid(which + ": a text has at most " + LONGEST + " characters.");
            }
            if (line != null) {
                kept.put(language, line);
            }
        });
        return kept;
    }
}
