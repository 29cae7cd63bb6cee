package dev.ramah.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What someone may do; each role may do all that the ones before it may. */
public enum StaffRole {
    AGENT,
    MANAGER,
    ADMIN;

    /** As clients see it, and as {@code @RolesAllowed} names it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean includes(StaffRole other) {
        return compareTo(other) >= 0;
    }

    Set<String> included() {
        return Arrays.stream(values())
                .filter(this::includes)
                .map(StaffRole::wire)
                .collect(Collectors.toSet());
    }
}
