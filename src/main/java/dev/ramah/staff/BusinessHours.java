package dev.ramah.staff;

import dev.ramah.platform.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When people are at work: the house, and teams that have hours of their own.
 *
 * @param teams by their names; all others have the house's
 */
public record BusinessHours(OpeningHours house, Map<String, OpeningHours> teams) {

    private static final int MOST_TEAMS = 200;

    /** Without teams all have the house's. */
    public BusinessHours {
        teams = Objects.requireNonNullElse(teams, Map.of());
    }

    /** Those of this team; null for the house. */
    public OpeningHours of(@Nullable String team) {
        return team == null ? house : teams.getOrDefault(team, house);
    }

    BusinessHours checked() {
        if (house == null) {
            throw Problem.invalid("house is missing.");
        }
        if (teams.size() > MOST_TEAMS) {
            throw Problem.invalid("teams are at most " + MOST_TEAMS + ".");
        }
        Map<String, OpeningHours> sorted = new TreeMap<>();
        teams.forEach((team, hours) -> {
            if (hours == null) {
                throw Problem.invalid("teams." + team + " is missing.");
            }
            sorted.put(team, hours.checked(team));
        });
        return new BusinessHours(house.checked("house"), sorted);
    }
}
