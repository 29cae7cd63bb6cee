package dev.ramah.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.ramah.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast customers are to be helped by people.
 *
 * @param firstResponse within so many minutes of asking for a person a person says something; null for no target
 * @param resolution within so many minutes of its opening or reopening an episode with a person is over; null likewise
 * @param openHours whether only the minutes count in which the team is at work
 */
public record ServiceTarget(@Nullable Integer firstResponse, @Nullable Integer resolution, boolean openHours) {

    static final ServiceTarget NONE = new ServiceTarget(null, null, true);

    /** A year of them. */
    private static final int MOST_MINUTES = 525_600;

    /** Whether so much time, of the kind that counts here, was within so many minutes; null without a target. */
    public static @Nullable Boolean kept(@Nullable Integer minutes, Duration took) {
        return minutes == null ? null : Boolean.valueOf(took.compareTo(Duration.ofMinutes(minutes)) <= 0);
    }

    /** How much of the time between these counts. */
    public Duration between(Instant from, Instant to, OpeningHours hours) {
        return openHours ? hours.openBetween(from, to) : Duration.between(from, to);
    }

    /** When so many minutes have gone by, of those that count; null if they never do. */
    public @Nullable Instant runsOut(Instant from, int minutes, OpeningHours hours) {
        Duration length = Duration.ofMinutes(minutes);
        return openHours ? hours.openFor(from, length) : from.plus(length);
    }

    /** Whether it says nothing. */
    @JsonIgnore
    public boolean isNone() {
        return firstResponse == null && resolution == null;
    }

    ServiceTarget checked(String field) {
        check(field + ".firstResponse", firstResponse);
        check(field + ".resolution", resolution);
        return this;
    }

    private static void check(String field, @Nullable Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            throw Problem.invalid(field + " is 1 to " + MOST_MINUTES + " minutes, or left out.");
        }
    }
}
