package dev.ramah.insight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** As much of a kept episode as others of the same customer are tied to, and how it was tied when it was counted. */
record Neighbour(Episode.Id id, UUID customer, Instant opened, @Nullable Instant ended, Ties ties)
        implements Ties.Tied {

    /** A row of {@link Facts#neighbours}. */
    static Neighbour of(Object[] row) {
        return new Neighbour(
                new Episode.Id((UUID) row[0], (Integer) row[1]),
                (UUID) row[2],
                (Instant) row[3],
                (@Nullable Instant) row[4],
                EpisodeJson.ties((String) row[5]));
    }
}
