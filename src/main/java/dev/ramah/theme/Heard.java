package dev.ramah.theme;

import dev.ramah.conversation.Cause;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EpisodeLog;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.feedback.Rating;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of an episode that somebody rated.
 *
 * @param customer whose it is now
 * @param rated when they first said something about it; null if they never did
 * @param comment null where there is none, or none any more
 * @param crew everyone of staff who took part
 * @param teams to which it was handed on
 * @param topic what staff say it was about; null if nobody said
 * @param cost of what was given in it, in hundredths of the currency
 * @param tell whether they want to hear when it is fixed
 * @param cause what a low mark was for; null where they did not say, or it was none
 * @param isLow whether their mark says that they were unhappy, and {@code isHappy} that they were not at all
 */
record Heard(
        UUID conversation,
        int episode,
        UUID customer,
        String language,
        @Nullable Instant rated,
        @Nullable Integer csat,
        @Nullable String comment,
        Set<UUID> crew,
        Set<String> teams,
        @Nullable String topic,
        long cost,
        @Nullable String currency,
        boolean tell,
        @Nullable Cause cause,
        boolean isLow,
        boolean isHappy) {

    /** From these marks on somebody is happy: satisfaction, and where there is none what they would recommend. */
    private static final int HAPPY = 4;

    private static final int PROMOTER = 9;

    /** With fewer words than these nobody can say what it was about: "ok", "so slow". */
    private static final int FEWEST_WORDS = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");

    static Heard of(EpisodeLog log) {
        @Nullable Rating rating = null;
        @Nullable String topic = null;
        @Nullable String currency = null;
        long cost = 0;
        boolean tell = false;
        Set<UUID> crew = new HashSet<>();
        Set<String> teams = new HashSet<>();
        for (Entry each : log.entries()) {
            if (each.what() instanceof Happened.Rated rated) {
                rating = rating == null ? Rating.first(each.at(), rated) : rating.then(rated);
                tell = rated.tell() == null ? tell : rated.tell();
            } else if (each.what() instanceof Happened.Gave gave) {
                cost += gave.cost();
                currency = gave.currency();
            } else if (each.what() instanceof Happened.Transferred to && to.team() != null) {
                teams.add(to.team());
            } else if (each.what() instanceof Happened.Tagged tagged) {
                topic = tagged.reason();
            }
            if (each.isBy(Role.AGENT)) {
                crew.add(Objects.requireNonNull(each.by().id()));
            }
        }
        return new Heard(
                log.conversation().id(),
                log.episode(),
                log.customer(),
                log.language(),
                rating == null ? null : rating.at(),
                rating == null ? null : rating.csat(),
                rating == null ? null : rating.comment(),
                crew,
                teams,
                topic,
                cost,
                currency,
                tell,
                rating != null && rating.isLow() ? rating.cause() : null,
                rating != null && rating.isLow(),
                isHappy(rating));
    }

    private static boolean isHappy(@Nullable Rating rating) {
        if (rating == null) {
            return false;
        }
        @Nullable Integer csat = rating.csat();
        @Nullable Integer nps = rating.nps();
        return csat != null ? csat >= HAPPY : nps != null && nps >= PROMOTER;
    }

    /** They gave a low mark, or said something or want to hear of it without being happy: praise is none. */
    boolean isComplaint() {
        return rated != null && (isLow || ((isCommented() || tell) && !isHappy));
    }

    /** Whether they said in a comment what it is about. */
    boolean isCommented() {
        return isTelling(comment);
    }

    /** When it was rated. */
    Instant at() {
        return Objects.requireNonNull(rated);
    }

    /** The same with the teams of those who took part beside those it was handed on to. */
    Heard with(Function<UUID, List<String>> teamsOf) {
        Set<String> all = new HashSet<>(teams);
        crew.forEach(each -> all.addAll(teamsOf.apply(each)));
        return new Heard(
                conversation,
                episode,
                customer,
                language,
                rated,
                csat,
                comment,
                crew,
                all,
                topic,
                cost,
                currency,
                tell,
                cause,
                isLow,
                isHappy);
    }

    /** Whether words say what something is about. */
    static boolean isTelling(@Nullable String words) {
        return words != null
                && WORD.matcher(words).results().limit(FEWEST_WORDS).count() == FEWEST_WORDS;
    }
}
