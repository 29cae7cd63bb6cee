package dev.ramah.desk;

import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Who gets what relief after an abusive conversation, or after heavy ones in a row.
 *
 * @param house for teams that have no rule of their own
 * @param teams by their names
 * @param heavyInARow 2 to 10: how many are too many
 * @param pauseMinutes 1 to 30: how long a pause is
 */
record ReliefRules(Relief house, Map<String, Relief> teams, int heavyInARow, int pauseMinutes) {

    static final ReliefRules USUAL = new ReliefRules(Relief.EASIER, Map.of(), 3, 5);

    private static final int MOST_TEAMS = 200;

    ReliefRules {
        house = Objects.requireNonNullElse(house, Relief.EASIER);
        teams = Objects.requireNonNullElse(teams, Map.of());
    }

    /** The most that one of their teams gives. */
    Relief of(Colleague who) {
        return who.teams().stream()
                .map(each -> teams.getOrDefault(each, house))
                .max(Comparator.naturalOrder())
                .orElse(house);
    }

    ReliefRules checked() {
        if (heavyInARow < 2 || heavyInARow > 10) {
            throw Problem.invalid("heavyInARow is between 2 and 10.");
        }
        if (pauseMinutes < 1 || pauseMinutes > 30) {
            throw Problem.invalid("pauseMinutes is between 1 and 30.");
        }
        if (teams.size() > MOST_TEAMS || teams.containsValue(null)) {
            throw Problem.invalid("teams have a rule each, and are at most " + MOST_TEAMS + ".");
        }
        return new ReliefRules(house, new TreeMap<>(teams), heavyInARow, pauseMinutes);
    }
}
