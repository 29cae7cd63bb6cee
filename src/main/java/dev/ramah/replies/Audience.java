package dev.ramah.replies;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.StaffRole;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose something is: one person's, a team's, or everyone's. What is personal is nobody else's, whatever their role. */
record Audience(Scope scope, @Nullable String team, @Nullable UUID owner) {

    public enum Scope {
        PERSONAL,
        TEAM,
        EVERYONE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * As somebody asks for it.
     *
     * @throws Problem INVALID without a scope, or for a team without its name
     */
    static Audience of(@Nullable String scope, @Nullable String team, Colleague by) {
        Scope known = Arrays.stream(Scope.values())
                .filter(each -> each.wire().equals(scope))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("scope is personal, team or everyone."));
        if (known == Scope.TEAM && (team == null || team.isBlank())) {
            throw Problem.invalid("team is whose it is.");
        }
        return new Audience(known, known == Scope.TEAM ? team : null, known == Scope.PERSONAL ? by.id() : null);
    }

    boolean mayUse(Colleague who) {
        return switch (scope) {
            case PERSONAL -> who.id().equals(owner);
            case TEAM -> isLead(who) || who.teams().contains(team);
            case EVERYONE -> true;
        };
    }

    /** A team writes its own; what is everyone's is written by managers. */
    boolean mayChange(Colleague who) {
        return scope == Scope.EVERYONE ? isLead(who) : mayUse(who);
    }

    /** Whether all for whom the other is may use what this is for; managers may use what any team has. */
    boolean includes(Audience other) {
        return switch (scope) {
            case EVERYONE -> true;
            case TEAM ->
                other.scope == Scope.PERSONAL || (other.scope == Scope.TEAM && team != null && team.equals(other.team));
            case PERSONAL -> other.scope == Scope.PERSONAL && owner != null && owner.equals(other.owner);
        };
    }

    private static boolean isLead(Colleague who) {
        return who.role() != StaffRole.AGENT;
    }
}
