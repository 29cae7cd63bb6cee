package dev.ramah.insight;

import dev.ramah.conversation.Cause;
import dev.ramah.conversation.Ending;
import dev.ramah.feedback.Rating;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An episode as somebody who was in it sees it.
 *
 * @param at when the customer first said how it was; null where they have said nothing
 * @param cause what those were unhappy with who gave a 1 or 2; null where they did not say
 * @param comment null if they wrote none; empty if it was erased
 * @param others who else was in it, by name; none who was there alone
 * @param note what the one who looks has noted about it
 */
record MyEpisode(
        UUID conversation,
        int episode,
        Instant opened,
        @Nullable Instant at,
        @Nullable Ending ending,
        @Nullable Integer csat,
        @Nullable Cause cause,
        @Nullable String comment,
        List<String> others,
        @Nullable String note) {

    static MyEpisode of(Episode episode, UUID agent, People people, @Nullable String note) {
        @Nullable Rating rating = episode.rating();
        return new MyEpisode(
                episode.conversation(),
                episode.number(),
                episode.opened(),
                rating == null ? null : rating.at(),
                episode.ending(),
                rating == null ? null : rating.csat(),
                rating != null && rating.isLow() ? rating.cause() : null,
                rating == null ? null : rating.comment(),
                people.in(others(episode, agent)),
                note);
    }

    private static String others(Episode episode, UUID agent) {
        return String.valueOf(Dimension.CREW.key(episode))
                .lines()
                .filter(each -> !each.startsWith(agent.toString()))
                .reduce("", (all, each) -> all + each + "\n");
    }
}
