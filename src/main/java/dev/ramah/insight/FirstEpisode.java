package dev.ramah.insight;

import dev.ramah.conversation.Ending;
import dev.ramah.loyalty.Question;
import dev.ramah.theme.Complaints;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An episode from whose end on a customer may be followed: they are from the first one in the range.
 *
 * @param met whether one of staff said a word
 * @param firstKept whether the first word of a person came within the target; null where nothing says so
 * @param waited seconds for a person in all; null where they never waited
 * @param repeated whether they said that they had to repeat themselves
 * @param goodwill as in {@link Episode}
 */
record FirstEpisode(
        UUID customer,
        UUID conversation,
        int number,
        Instant ended,
        @Nullable Ending ending,
        @Nullable Integer csat,
        boolean met,
        @Nullable Boolean firstKept,
        @Nullable Double waited,
        @Nullable Boolean repeated,
        @Nullable String goodwill) {

    private static final int HIGHEST_LOW = 2;
    private static final int LOWEST_HIGH = 4;
    private static final int LOWEST_OF_PROMOTERS = 9;

    /** A row of {@link Facts#ended}. */
    static FirstEpisode of(Object[] row) {
        return new FirstEpisode(
                (UUID) row[0],
                (UUID) row[1],
                (Integer) row[2],
                (Instant) row[3],
                row[4] == null ? null : Ending.valueOf((String) row[4]),
                (@Nullable Integer) row[5],
                (Boolean) row[6],
                (@Nullable Boolean) row[7],
                (@Nullable Double) row[8],
                (@Nullable Boolean) row[9],
                (@Nullable String) row[10]);
    }

    /**
     * In which groups it puts its customer.
     *
     * @param tooLong where there is no target, a longer wait is a long one
     * @param askedAgain whether the guard found that something was asked for that they had told
     * @param nps what they said of recommending us; null if nothing
     * @param theme the group of what they complained about; null if it is in none
     */
    Map<Question, String> groups(Duration tooLong, boolean askedAgain, @Nullable Integer nps, @Nullable String theme) {
        Map<Question, String> groups = new EnumMap<>(Question.class);
        groups.put(Question.SATISFACTION, mark());
        groups.put(Question.SOLVED, solvedBy());
        groups.put(Question.WAIT, wait(tooLong));
        if (met) {
            groups.put(Question.REPEATED, askedAgain || Boolean.TRUE.equals(repeated) ? "yes" : "no");
        }
        if (goodwill != null) {
            groups.put(Question.GOODWILL, goodwill);
        }
        if (nps != null) {
            groups.put(Question.NPS, nps >= LOWEST_OF_PROMOTERS ? "promoter" : "other");
        }
        if (theme != null) {
            groups.put(Question.THEME, theme);
        }
        return groups;
    }

    Complaints.About about() {
        return new Complaints.About(conversation, number);
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

    private String wait(Duration tooLong) {
        if (firstKept != null) {
            return firstKept ? "short" : "long";
        }
        if (waited == null) {
            return "none";
        }
        return waited > tooLong.toSeconds() ? "long" : "short";
    }
}
