package dev.ramah.feedback;

import dev.ramah.conversation.Cause;
import dev.ramah.conversation.Happened;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said about one episode, in one go or bit by bit. Each field is null until it was answered.
 *
 * @param at when they first said something about it
 * @param csat 1 to 5
 * @param nps 0 to 10
 * @param effort 1 to 7
 * @param repeated whether they had to repeat themselves to a person
 * @param cause what they were unhappy with; it counts as long as the mark is a low one
 */
public record Rating(
        Instant at,
        @Nullable Integer csat,
        @Nullable Integer nps,
        @Nullable Integer effort,
        @Nullable Boolean repeated,
        @Nullable Cause cause,
        @Nullable String comment) {

    /** The highest marks of who is unhappy: what it was is asked then. */
    private static final int DISSATISFIED = 2;

    private static final int DETRACTOR = 6;
    private static final int HARD = 3;

    public static Rating first(Instant at, Happened.Rated said) {
        return new Rating(at, null, null, null, null, null, null).then(said);
    }

    /** Whether they were unhappy, by whatever was asked. */
    public boolean isLow() {
        return isLow(csat, nps, effort);
    }

    /**
     * Whether somebody was unhappy: their satisfaction says so with a 1 or 2; where that was not asked what they would
     * recommend does with a 0 to 6, or else the effort, of which 7 is none, with a 1 to 3.
     */
    public static boolean isLow(@Nullable Integer csat, @Nullable Integer nps, @Nullable Integer effort) {
        if (csat != null) {
            return csat <= DISSATISFIED;
        }
        return nps != null ? nps <= DETRACTOR : effort != null && effort <= HARD;
    }

    /** Whether satisfaction was a 1 or 2. */
    public boolean isDissatisfied() {
        return csat != null && csat <= DISSATISFIED;
    }

    /** Whether any mark was given. */
    public boolean isMarked() {
        return csat != null || nps != null || effort != null;
    }

    /** The same with an empty comment, if there was one. */
    public Rating silent() {
        return new Rating(at, csat, nps, effort, repeated, cause, comment == null ? null : "");
    }

    /** The same, with what wasn't said yet: what was said once stays. */
    public Rating then(Happened.Rated later) {
        return new Rating(
                at,
                csat == null ? later.csat() : csat,
                nps == null ? later.nps() : nps,
                effort == null ? later.effort() : effort,
                repeated == null ? later.repeated() : repeated,
                cause == null ? later.cause() : cause,
                comment == null ? later.text() : comment);
    }
}
