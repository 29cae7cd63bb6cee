package dev.ramah.insight;

import dev.ramah.conversation.Ending;
import dev.ramah.theme.Complaints;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An episode from whose end on a customer may be followed: they are from the first one in the range.
 *
 * @param waited seconds for a person in all; null where they never waited
 */
record FirstEpisode(
        UUID customer, UUID conversation, int number, Instant ended, Treatment treatment, @Nullable Double waited) {

    private static final int LOWEST_OF_PROMOTERS = 9;

    /** A row of {@link Facts#ended}. */
    static FirstEpisode of(Object[] row) {
        return new FirstEpisode(
                (UUID) row[0],
                (UUID) row[1],
                (Integer) row[2],
                (Instant) row[3],
                new Treatment(
                        row[4] == null ? null : Ending.valueOf((String) row[4]),
                        (@Nullable Integer) row[5],
                        (Boolean) row[6],
                        (@Nullable Boolean) row[7],
                        (@Nullable Boolean) row[9],
                        (@Nullable String) row[10],
                        row[11] == null ? null : (Integer) row[11] >= LOWEST_OF_PROMOTERS),
                (@Nullable Double) row[8]);
    }

    Complaints.About about() {
        return new Complaints.About(conversation, number);
    }
}
