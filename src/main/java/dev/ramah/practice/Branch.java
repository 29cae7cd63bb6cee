package dev.ramah.practice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the customer says if an answer has this in it.
 *
 * @param match alternatives, a comma or a line between them; by words, an answer has one if it has all words of it, a
 *     star standing for any ending; by meaning, if a sentence of it means the same
 * @param ends whether the rehearsal is over then
 */
record Branch(Trigger when, String match, String reply, boolean ends) {

    /** What is compared. */
    enum Trigger {
        WORDS,
        MEANING;

        @JsonCreator
        static Trigger of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** With the sentence model unrelated sentences are near 0.5 and the same in other words above 0.75. */
    static final double SAME = 0.75;

    boolean isHitBy(String answer, Likeness likeness) {
        return alternatives().anyMatch(each -> switch (when) {
            case WORDS -> hasAll(Disguise.words(answer), each);
            case MEANING -> sentences(answer).anyMatch(one -> likeness.of(one, each) >= SAME);
        });
    }

    private Stream<String> alternatives() {
        return Stream.of(match.split(when == Trigger.WORDS ? "[,\\n]" : "\\n", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty());
    }

    private static boolean hasAll(Collection<String> words, String wanted) {
        return Stream.of(Disguise.folded(wanted).split("[^\\p{L}\\p{N}*]+", -1))
                .filter(each -> !each.isEmpty())
                .allMatch(each -> each.endsWith("*")
                        ? words.stream().anyMatch(word -> word.startsWith(each.substring(0, each.length() - 1)))
                        : words.contains(each));
    }

    static Stream<String> sentences(String text) {
        List<String> all = Stream.of(text.split("(?<=[.!?])\\s+|\\R", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        return all.size() < 2 ? all.stream() : Stream.concat(all.stream(), Stream.of(text.toLowerCase(Locale.ROOT)));
    }
}
