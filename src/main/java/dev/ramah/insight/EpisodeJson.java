package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.ramah.feedback.Rating;
import java.util.Collection;
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

    private EpisodeJson() {}

    /** An array of rows. */
    static String rows(int edition, Collection<Episode> episodes) {
        ArrayNode rows = JSON.createArrayNode();
        episodes.forEach(each -> rows.add(row(edition, each)));
        return rows.toString();
    }

    static Episode episode(String facts) {
        try {
            return JSON.readValue(facts, Episode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An episode that was kept can't be read", e);
        }
    }

    private static ObjectNode row(int edition, Episode episode) {
        Rating rating = episode.rating();
        ObjectNode row = JSON.createObjectNode();
        row.put("edition", edition);
        row.put("conversation", episode.conversation().toString());
        row.put("number", episode.number());
        row.put("site", "main");
        row.put("customer", episode.customer().toString());
        row.put("opened", episode.opened().toString());
        row.put("ended", text(episode.ended()));
        row.put("ending", text(episode.ending()));
        row.put("rated", rating == null ? null : rating.at().toString());
        row.put("csat", rating == null ? null : rating.csat());
        row.put("asked_at", text(episode.served().asked()));
        row.put("commented", rating != null && rating.comment() != null);
        row.put("contained", episode.isContained());
        row.put("language", episode.language());
        row.put("page", episode.page());
        row.put("reason", episode.reason());
        ArrayNode people = row.putArray("people");
        episode.people().keySet().stream().map(UUID::toString).forEach(people::add);
        ArrayNode articles = row.putArray("articles");
        episode.articles().stream().sorted().forEach(articles::add);
        row.set("facts", JSON.valueToTree(episode));
        return row;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
