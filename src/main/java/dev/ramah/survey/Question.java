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
 * @param scale from where to where, for a scale of the managers' own; null for all others
 */
record Question(
        String key,
        Kind kind,
        Map<String, String> text,
        boolean required,
        List<Option> options,
        @Nullable Scale scale) {

    private static final int LONGEST = 300;
    private static final int MOST_OPTIONS = 10;
    private static final String KEY = "[a-z0-9_-]{1,40}";

    Question(
            String key,
            Kind kind,
            @Nullable Map<String, String> text,
            boolean required,
            @Nullable List<Option> options,
            @Nullable Scale scale) {
        this.key = key;
        this.kind = kind;
        this.text = text == null ? Map.of() : text;
        this.required = required;
        this.options = options == null ? List.of() : options;
        this.scale = scale;
    }

    Question(String key, Kind kind, Map<String, String> text, boolean required, List<Option> options) {
        this(key, kind, text, required, options, null);
    }

    /**
     * From where to where a question asks.
     *
     * @param min 0 or 1
     * @param max so that there are 2 to 11 steps
     * @param low what {@code min} means, by language; nothing where it needs no words
     * @param high what {@code max} means
     */
    record Scale(int min, int max, Map<String, String> low, Map<String, String> high) {

        private static final int MOST_STEPS = 11;

        Scale(int min, int max, @Nullable Map<String, String> low, @Nullable Map<String, String> high) {
            this.min = min;
            this.max = max;
            this.low = low == null ? Map.of() : low;
            this.high = high == null ? Map.of() : high;
        }

        private Scale checked(String which) {
            if (min < 0 || min > 1 || max <= min || max - min >= MOST_STEPS) {
                throw Problem.invalid(which + " begins at 0 or 1 and has 2 to " + MOST_STEPS + " steps.");
            }
            return new Scale(min, max, cleaned(which, low), cleaned(which, high));
        }

        private Stream<Map<String, String>> texts() {
            return Stream.of(low, high).filter(each -> !each.isEmpty());
        }
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
        return Stream.of(
                        Stream.of(text),
                        options.stream().map(Option::text),
                        scale == null ? Stream.<Map<String, String>>empty() : scale.texts())
                .flatMap(each -> each);
    }

    /** The lowest number that answers it. */
    int min() {
        return scale == null ? kind.min : scale.min;
    }

    /** The highest number that answers it. */
    int max() {
        return scale == null ? kind.max : scale.max;
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
        if (kind == Kind.SCALE) {
            if (scale == null) {
                throw Problem.invalid(which + " has a scale, from min to max.");
            }
            return new Question(key, kind, cleaned(which, text), required, List.of(), scale.checked(which));
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
