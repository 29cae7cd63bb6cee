package dev.ramah.feedback;

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
 */
public record Rating(
        Instant at,
        @Nullable Integer csat,
        @Nullable Integer nps,
        @Nullable Integer effort,
        @Nullable Boolean repeated,
        @Nullable String comment) {

    public static Rating first(Instant at, Happened.Rated said) {
        return new Rating(at, null, null, null, null, null).then(said);
    }

    /** The same with an empty comment, if there was one. */
    public Rating silent() {
        return new Rating(at, csat, nps, effort, repeated, comment == null ? null : "");
    }

    /** Of what is said twice the later counts; what is said once stays. */
    public Rating then(Happened.Rated later) {
        return new Rating(
                at,
                later.csat() == null ? csat : later.csat(),
                later.nps() == null ? nps : later.nps(),
                later.effort() == null ? effort : later.effort(),
                later.repeated() == null ? repeated : later.repeated(),
                later.text() == null ? comment : later.text());
    }
}
