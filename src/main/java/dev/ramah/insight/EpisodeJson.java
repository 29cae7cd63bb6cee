package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.ramah.conversation.Ending;
import dev.ramah.feedback.Rating;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Episodes as rows of the table {@code insight_episode}, and back. */
final class EpisodeJson {

    /** A mapper of its own: what is kept must not depend on how the web is configured. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .setVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    static {
        // What an older version kept is read on until all is counted anew.
        JSON.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    private EpisodeJson() {}

    /** The columns of the table. */
    private record Row(
            int edition,
            UUID conversation,
            int number,
            String site,
            UUID customer,
            Instant opened,
            @Nullable Instant ended,
            @Nullable Ending ending,
            @Nullable Instant rated,
            @Nullable Integer csat,
            @Nullable Integer nps,
            @JsonProperty("asked_at") @Nullable Instant askedAt,
            @JsonProperty("last_event") @Nullable Instant lastEvent,
            boolean commented,
            boolean contained,
            @JsonProperty("asked_again") boolean askedAgain,
            String language,
            @Nullable String page,
            @Nullable String reason,
            Set<UUID> people,
            List<String> articles,
            Episode facts) {

        static Row of(int edition, Episode episode) {
            @Nullable Rating rating = episode.rating();
            return new Row(
                    edition,
                    episode.conversation(),
                    episode.number(),
                    "main",
                    episode.customer(),
                    episode.opened(),
                    episode.ended(),
                    episode.ending(),
                    rating == null ? null : rating.at(),
                    rating == null ? null : rating.csat(),
                    rating == null ? null : rating.nps(),
                    episode.served().asked(),
                    episode.lastEvent().orElse(null),
                    rating != null && rating.comment() != null,
                    episode.isContained(),
                    episode.askedAgain(),
                    episode.language(),
                    episode.page(),
                    episode.reason(),
                    episode.people().keySet(),
                    episode.articles().stream().sorted().toList(),
                    episode);
        }
    }

    /** An array of rows. */
    static String rows(int edition, Collection<Episode> episodes) {
        try {
            return JSON.writeValueAsString(
                    episodes.stream().map(each -> Row.of(edition, each)).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An episode can't be written as JSON", e);
        }
    }

    static Episode episode(String facts) {
        return read(facts, Episode.class);
    }

    static Ties ties(String ties) {
        return read(ties, Ties.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept of an episode can't be read", e);
        }
    }
}
