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

    /** The highest mark that is a bad one: what it was is asked then. */
    private static final int LOW = 2;

    public static Rating first(Instant at, Happened.Rated said) {
        return new Rating(at, null, null, null, null, null, null).then(said);
    }

    /** Whether the mark was 1 or 2. */
    public boolean isLow() {
        return csat != null && csat <= LOW;
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
