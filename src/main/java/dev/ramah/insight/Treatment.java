package dev.ramah.insight;

import dev.ramah.conversation.Ending;
import dev.ramah.loyalty.Question;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How an episode went for its customer, as far as it puts them into groups. There are less than five
 * thousand of these, so each has a number, as which it is kept.
 *
 * @param csat 1 to 5
 * @param met whether one of staff said a word
 * @param firstKept whether the first word of a person came within the target; null where nothing says so
 * @param repeated whether they said that they had to repeat themselves
 * @param goodwill as in {@link Episode}
 * @param promoter whether they said about it that they would recommend us; null if they said nothing of it. What they said
 *     about another one doesn't count: of a later one it would be known only of those who came again.
 */
record Treatment(
        @Nullable Ending ending,
        @Nullable Integer csat,
        boolean met,
        @Nullable Boolean firstKept,
        @Nullable Boolean repeated,
        @Nullable String goodwill,
        @Nullable Boolean promoter) {

    private static final int HIGHEST_LOW = 2;
    private static final int LOWEST_HIGH = 4;

    /** Marks are 1 to 5, and there may be none. */
    private static final int MARKS = 6;

    // What is kept are places in these lists, so what is new comes last.
    private static final List<@Nullable Ending> ENDINGS =
            Arrays.asList(null, Ending.CONFIRMED, Ending.LEFT, Ending.GAVE_UP, Ending.HELPED);
    private static final List<@Nullable Boolean> TOLD = Arrays.asList(null, false, true);
    private static final List<@Nullable String> GOODWILL = Arrays.asList(null, "none", "given");

    /** At the places of their numbers. */
    private static final List<Treatment> ALL = IntStream.range(
                    0, TOLD.size() * ENDINGS.size() * GOODWILL.size() * TOLD.size() * TOLD.size() * 2 * MARKS)
            .mapToObj(Treatment::read)
            .toList();

    /** It as a number, from 0 on. */
    int number() {
        int number = TOLD.indexOf(promoter);
        number = number * ENDINGS.size() + ENDINGS.indexOf(ending);
        number = number * GOODWILL.size() + GOODWILL.indexOf(goodwill);
        number = number * TOLD.size() + TOLD.indexOf(repeated);
        number = number * TOLD.size() + TOLD.indexOf(firstKept);
        number = number * 2 + (met ? 1 : 0);
        return number * MARKS + (csat == null ? 0 : csat);
    }

    /** The one of this number. */
    static Treatment of(int number) {
        return ALL.get(number);
    }

    private static Treatment read(int number) {
        int csat = number % MARKS;
        int rest = number / MARKS;
        boolean met = rest % 2 == 1;
        rest /= 2;
        @Nullable Boolean firstKept = TOLD.get(rest % TOLD.size());
        rest /= TOLD.size();
        @Nullable Boolean repeated = TOLD.get(rest % TOLD.size());
        rest /= TOLD.size();
        @Nullable String goodwill = GOODWILL.get(rest % GOODWILL.size());
        rest /= GOODWILL.size();
        @Nullable Ending ending = ENDINGS.get(rest % ENDINGS.size());
        return new Treatment(
                ending, csat == 0 ? null : csat, met, firstKept, repeated, goodwill, TOLD.get(rest / ENDINGS.size()));
    }

    /**
     * In which groups it puts its customer.
     *
     * @param waitedLong whether they waited for longer than is long where there is no target; null if they never waited
     * @param askedAgain whether the guard found that something was asked for that they had told
     * @param theme the group of what they complained about
     */
    Map<Question, String> groups(@Nullable Boolean waitedLong, boolean askedAgain, String theme) {
        Map<Question, String> groups = new EnumMap<>(Question.class);
        groups.put(Question.SATISFACTION, mark());
        groups.put(Question.SOLVED, solvedBy());
        groups.put(Question.WAIT, wait(waitedLong));
        if (met) {
            groups.put(Question.REPEATED, askedAgain || Boolean.TRUE.equals(repeated) ? "yes" : "no");
        }
        if (goodwill != null) {
            groups.put(Question.GOODWILL, goodwill);
        }
        if (promoter != null) {
            groups.put(Question.NPS, promoter ? "promoter" : "other");
        }
        groups.put(Question.THEME, theme);
        return groups;
    }

    private String mark() {
        if (csat == null) {
            return "unrated";
        }
        return csat <= HIGHEST_LOW ? "low" : csat < LOWEST_HIGH ? "middle" : "high";
    }

    private String solvedBy() {
        if (met && (ending == Ending.CONFIRMED || ending == Ending.HELPED)) {
            return "person";
        }
        return !met && ending == Ending.CONFIRMED ? "bot" : "left";
    }

    private String wait(@Nullable Boolean waitedLong) {
        if (firstKept != null) {
            return firstKept ? "short" : "long";
        }
        if (waitedLong == null) {
            return "none";
        }
        return waitedLong ? "long" : "short";
    }
}
