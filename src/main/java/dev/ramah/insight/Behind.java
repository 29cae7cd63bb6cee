package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ramah.conversation.Ending;
import dev.ramah.feedback.Rating;
import dev.ramah.platform.Csv;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An episode behind a number. Times are seconds, null where there was nothing to wait for or it is not over.
 *
 * @param people everyone of staff who spoke in it, by name; null where somebody did and what is expected stands beside it, for
 *     that is never by person
 * @param waiting for a person, all of it
 * @param handling how long people had it
 * @param expected what whoever had it probably thought; null where it isn't shown
 */
record Behind(
        UUID conversation,
        int episode,
        Instant opened,
        @Nullable Instant ended,
        @Nullable Ending ending,
        @Nullable Integer csat,
        @Nullable List<String> people,
        String language,
        @Nullable String page,
        @Nullable String reason,
        @JsonProperty("wait") @Nullable Double waiting,
        @Nullable Double firstResponse,
        @Nullable Double handling,
        @Nullable Double resolution,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Expected expected) {

    static final List<String> COLUMNS = List.of(
            "opened",
            "ended",
            "ending",
            "csat",
            "people",
            "language",
            "page",
            "reason",
            "wait",
            "firstResponse",
            "handling",
            "resolution",
            "conversation",
            "episode");

    private static final double MILLIS = 1_000;

    static Behind of(Episode episode, People people) {
        Rating rating = episode.rating();
        Optional<Duration> wait = episode.waits().stream().map(Span::length).reduce(Duration::plus);
        return new Behind(
                episode.conversation(),
                episode.number(),
                episode.opened(),
                episode.ended(),
                episode.ending(),
                rating == null ? null : rating.csat(),
                people.in(String.valueOf(Dimension.CREW.key(episode))),
                episode.language(),
                episode.page(),
                episode.reason(),
                wait.map(Behind::seconds).orElse(null),
                Optional.ofNullable(episode.firstResponse())
                        .map(Span::length)
                        .map(Behind::seconds)
                        .orElse(null),
                episode.handling().map(Span::length).map(Behind::seconds).orElse(null),
                episode.resolution().map(Span::length).map(Behind::seconds).orElse(null),
                null);
    }

    /** The same with what is expected, and without the names of who was there. */
    Behind with(Expected beside) {
        return new Behind(
                conversation,
                episode,
                opened,
                ended,
                ending,
                csat,
                people == null || !people.isEmpty() ? null : people,
                language,
                page,
                reason,
                waiting,
                firstResponse,
                handling,
                resolution,
                beside);
    }

    /** The values under {@link #COLUMNS}. */
    List<@Nullable Object> cells() {
        return Arrays.asList(
                opened,
                ended,
                ending,
                csat,
                people == null ? null : String.join("; ", people),
                language,
                page,
                reason,
                waiting,
                firstResponse,
                handling,
                resolution,
                conversation,
                episode);
    }

    /** These as a table. */
    static String table(List<Behind> these) {
        return Csv.of(COLUMNS, these.stream().map(Behind::cells).toList());
    }

    private static Double seconds(Duration length) {
        return length.toMillis() / MILLIS;
    }
}
