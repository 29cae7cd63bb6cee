package dev.ramah.insight;

import dev.ramah.feedback.Rating;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote about an episode.
 *
 * @param at when they first said something about it
 * @param csat null if they gave no mark
 * @param cause what a low mark was for; null where they did not say
 * @param agents everyone of staff who spoke in it, by name; none where the bot was alone
 * @param reason the rule that first asked for a person; null if none did
 */
record Comment(
        UUID conversation,
        int episode,
        Instant at,
        @Nullable Integer csat,
        @Nullable String cause,
        String comment,
        List<String> agents,
        String language,
        @Nullable String reason) {

    static final List<String> COLUMNS =
            List.of("at", "csat", "comment", "agents", "language", "reason", "conversation", "episode", "cause");

    /** Those of the range, the newest first. Erased ones are gone. */
    static List<Comment> of(Collection<Episode> episodes, Range range, People people) {
        return episodes.stream()
                .flatMap(each -> of(each, range, people))
                .sorted(Comparator.comparing(Comment::at)
                        .reversed()
                        .thenComparing(Comment::conversation)
                        .thenComparing(Comment::episode))
                .toList();
    }

    /** The values under {@link #COLUMNS}. */
    List<@Nullable Object> cells() {
        return Arrays.asList(
                at, csat, comment, String.join("; ", agents), language, reason, conversation, episode, cause);
    }

    private static Stream<Comment> of(Episode episode, Range range, People people) {
        Rating rating = episode.rating();
        if (rating == null || rating.comment() == null || !range.contains(rating.at())) {
            return Stream.empty();
        }
        return Stream.of(new Comment(
                episode.conversation(),
                episode.number(),
                rating.at(),
                rating.csat(),
                Dimension.CAUSE.key(episode),
                rating.comment(),
                people.in(String.valueOf(Dimension.CREW.key(episode))),
                episode.language(),
                episode.reason()));
    }
}
