package dev.ramah.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.ramah.platform.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How fast customers are to be helped: by the house, and by teams that have targets of their own.
 *
 * @param teams by their names; all others have the house's
 */
public record ServiceTargets(ServiceTarget house, Map<String, ServiceTarget> teams) {

    private static final int MOST_TEAMS = 200;

    /** Without teams all have the house's. */
    public ServiceTargets {
        teams = Objects.requireNonNullElse(teams, Map.of());
    }

    /** That of this team; null for the house. */
    public ServiceTarget of(@Nullable String team) {
        return team == null ? house : teams.getOrDefault(team, house);
    }

    /** Whether nobody has any. */
    @JsonIgnore
    public boolean isNone() {
        return house.isNone() && teams.values().stream().allMatch(ServiceTarget::isNone);
    }

    ServiceTargets checked() {
        if (house == null) {
            throw Problem.invalid("house is missing.");
        }
        if (teams.size() > MOST_TEAMS) {
            throw Problem.invalid("teams are at most " + MOST_TEAMS + ".");
        }
        Map<String, ServiceTarget> sorted = new TreeMap<>();
        teams.forEach((team, target) -> {
            if (target == null) {
                throw Problem.invalid("teams." + team + " is missing.");
            }
            sorted.put(team, target.checked("teams." + team));
        });
        return new ServiceTargets(house.checked("house"), sorted);
    }
}
