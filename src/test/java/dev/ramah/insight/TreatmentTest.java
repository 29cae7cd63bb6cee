package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.conversation.Ending;
import dev.ramah.loyalty.Question;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatmentTest {

    private static final List<@Nullable Boolean> TOLD = Arrays.asList(null, false, true);

    @Test
    void eachHasANumberOfItsOwn() {
        Set<Integer> numbers = new HashSet<>();
        for (Ending ending : Stream.concat(Stream.of((Ending) null), Arrays.stream(Ending.values()))
                .toList()) {
            for (int csat = 0; csat <= 5; csat++) {
                for (Boolean firstKept : TOLD) {
                    for (Boolean repeated : TOLD) {
                        for (String goodwill : Arrays.asList(null, "none", "given")) {
                            for (boolean met : new boolean[] {false, true}) {
                                for (Boolean promoter : TOLD) {
                                    Treatment each = new Treatment(
                                            ending,
                                            csat == 0 ? null : csat,
                                            met,
                                            firstKept,
                                            repeated,
                                            goodwill,
                                            promoter);
                                    assertEquals(each, Treatment.of(each.number()));
                                    numbers.add(each.number());
                                }
                            }
                        }
                    }
                }
            }
        }
        assertEquals(5 * 6 * 3 * 3 * 3 * 3 * 2, numbers.size());
    }

    /** How it went, in words that {@link #treatment} reads, and the group that it puts its customer into. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            '',                     SATISFACTION, unrated
            csat=1,                 SATISFACTION, low
            csat=2,                 SATISFACTION, low
            csat=3,                 SATISFACTION, middle
            csat=4,                 SATISFACTION, high
            csat=5,                 SATISFACTION, high
            CONFIRMED,              SOLVED,       bot
            CONFIRMED met,          SOLVED,       person
            HELPED met,             SOLVED,       person
            LEFT,                   SOLVED,       left
            LEFT met,               SOLVED,       left
            GAVE_UP,                SOLVED,       left
            GAVE_UP met,            SOLVED,       left
            '',                     WAIT,         none
            waitedShortly,          WAIT,         short
            waitedLong,             WAIT,         long
            waitedLong kept,        WAIT,         short
            waitedShortly missed,   WAIT,         long
            '',                     REPEATED,
            repeated,               REPEATED,
            askedAgain,             REPEATED,
            met,                    REPEATED,     no
            met notRepeated,        REPEATED,     no
            met repeated,           REPEATED,     yes
            met askedAgain,         REPEATED,     yes
            met notRepeated askedAgain, REPEATED, yes
            met,                    GOODWILL,
            met goodwill=none,      GOODWILL,     none
            met goodwill=given,     GOODWILL,     given
            '',                     NPS,
            promoter,               NPS,          promoter
            notPromoter,            NPS,          other
            '',                     THEME,        77""")
    void eachPutsItsCustomerIntoTheseGroups(String how, Question question, @Nullable String group) {
        Set<String> words = Set.of(how.split(" "));
        assertEquals(
                group,
                treatment(words)
                        .groups(told(words, "waitedLong", "waitedShortly"), words.contains("askedAgain"), "77")
                        .get(question));
    }

    private static Treatment treatment(Set<String> words) {
        return new Treatment(
                Arrays.stream(Ending.values())
                        .filter(each -> words.contains(each.name()))
                        .findFirst()
                        .orElse(null),
                value(words, "csat=").map(Integer::valueOf).orElse(null),
                words.contains("met"),
                told(words, "kept", "missed"),
                told(words, "repeated", "notRepeated"),
                value(words, "goodwill=").orElse(null),
                told(words, "promoter", "notPromoter"));
    }

    private static @Nullable Boolean told(Set<String> words, String yes, String no) {
        return words.contains(yes) ? Boolean.TRUE : words.contains(no) ? Boolean.FALSE : null;
    }

    private static Optional<String> value(Set<String> words, String name) {
        return words.stream()
                .filter(each -> each.startsWith(name))
                .map(each -> each.substring(name.length()))
                .findFirst();
    }
}
