package dev.ramah.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files of the sample world: a line of JSON a thing. */
final class Lines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    private Lines() {}

    static List<JsonNode> of(String file) {
        try (InputStream stream = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("world/" + file), file)) {
            List<JsonNode> lines = new ArrayList<>();
            JSON.readerFor(JsonNode.class).<JsonNode>readValues(stream).forEachRemaining(lines::add);
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException("The sample world's " + file + " can't be read", e);
        }
    }

    /** The world tells times as they look on its first day. */
    static Instant at(JsonNode thing, Instant now) {
        return now.minusMillis(Math.round(thing.path("daysAgo").asDouble() * MILLIS_A_DAY));
    }

    static @Nullable String text(JsonNode thing, String name) {
        return thing.hasNonNull(name) ? thing.get(name).asText() : null;
    }
}
