package dev.ramah.survey;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EpisodeLog;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.State;
import dev.ramah.feedback.Rating;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One episode as far as it matters for whether somebody is asked about it.
 *
 * @param customer whose it is now
 * @param occasion how it was over; null while it goes on
 * @param at when it was over; null while it goes on
 * @param given whether something was given in it
 * @param crew everyone of staff who took part
 * @param teams to which it was handed on
 * @param reasons why a person was asked for, and what it was about as colleagues said
 * @param rating what the customer said of it, asked or not; null for nothing
 */
record Ended(
        ConversationRef conversation,
        int episode,
        UUID customer,
        String language,
        @Nullable Occasion occasion,
        @Nullable Instant at,
        boolean given,
        Set<UUID> crew,
        Set<String> teams,
        Set<String> reasons,
        @Nullable Rating rating) {

    static Ended of(EpisodeLog log) {
        @Nullable Entry end = null;
        @Nullable Rating rating = null;
        boolean given = false;
        Set<UUID> crew = new HashSet<>();
        Set<String> teams = new HashSet<>();
        Set<String> reasons = new HashSet<>();
        for (Entry each : log.entries()) {
            if (each.what() instanceof Happened.Resolved) {
                end = each;
            } else if (each.what() instanceof Happened.Merged
                    && end != null
                    && end.at().equals(each.at())) {
                // It goes on in another conversation, and when that is over they are asked there.
                end = null;
            } else if (each.what() instanceof Happened.Rated rated) {
                rating = rating == null ? Rating.first(each.at(), rated) : rating.then(rated);
            } else if (each.what() instanceof Happened.Gave) {
                given = true;
            } else if (each.what() instanceof Happened.Transferred to && to.team() != null) {
                teams.add(to.team());
            } else if (each.what() instanceof Happened.Escalated escalated) {
                reasons.add(escalated.reason());
            } else if (each.what() instanceof Happened.Tagged tagged) {
                reasons.add(tagged.reason());
            }
            if (each.isBy(Role.AGENT)) {
                crew.add(Objects.requireNonNull(each.by().id()));
            }
        }
        return new Ended(
                log.conversation(),
                log.episode(),
                log.customer(),
                log.language(),
                end == null ? null : occasion(end),
                end == null ? null : end.at(),
                given,
                crew,
                teams,
                reasons,
                rating);
    }

    /** This one as it would be, were it over now in this way; whatever was rated so far is left out. */
    Ended over(Occasion how, Instant now) {
        return new Ended(conversation, episode, customer, language, how, now, given, crew, teams, reasons, null);
    }

    /** An episode of which nothing is written yet. */
    static Ended unwritten(State state) {
        return new Ended(
                state.conversation(),
                state.episode(),
                state.customer(),
                state.language(),
                null,
                null,
                false,
                Set.of(),
                Set.of(),
                Set.of(),
                null);
    }

    private static Occasion occasion(Entry end) {
        return Occasion.of(((Happened.Resolved) end.what()).ending(), end.isBy(Role.SYSTEM), end.isBy(Role.AGENT));
    }

    /** Whether it is over. */
    boolean isOver() {
        return occasion != null;
    }

    /** Whether the customer said already what this form is about. */
    boolean answers(Form form) {
        if (rating == null) {
            return false;
        }
        return form.questions().stream()
                .filter(each -> each.key().equals(form.primary()))
                .anyMatch(each -> each.kind().of(rating) != null);
    }
}
