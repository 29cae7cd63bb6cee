package dev.ramah.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal got for one criterion.
 *
 * @param points 0 to 100; null where it could not be judged, and does not count
 * @param reason the name of why
 * @param value a figure that belongs to the reason: seconds, or how near, in hundredths; null where there is none
 */
record Mark(
        Criterion criterion,
        int weight,
        @Nullable Integer points,
        String reason,
        @Nullable Integer value,
        List<Place> places) {

    /**
     * Where in the rehearsal, and what of it.
     *
     * @param told where the customer had said what was asked for; null where they had not, or it is about something else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(int seq, String words, @Nullable Integer told) {

        Place(int seq, String words) {
            this(seq, words, null);
        }
    }

    /** The weighted mean of those that count, 0 to 100; 0 where none does. */
    static int score(List<Mark> marks) {
        int weights = 0;
        int points = 0;
        for (Mark each : marks) {
            if (each.points() != null) {
                weights += each.weight();
                points += each.weight() * each.points();
            }
        }
        return weights == 0 ? 0 : Math.round((float) points / weights);
    }
}
