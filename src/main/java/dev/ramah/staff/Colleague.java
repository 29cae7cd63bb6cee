package dev.ramah.staff;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.UUID;

/** A member of staff as the other rooms see them. */
public record Colleague(
        UUID id,
        String name,
        String email,
        StaffRole role,
        boolean active,
        List<String> languages,
        List<String> skills,
        List<String> teams) {

    static final String ATTRIBUTE = "colleague";

    /** Who makes this request; only where {@code @RolesAllowed} let them in. */
    public static Colleague of(SecurityIdentity identity) {
        return identity.getAttribute(ATTRIBUTE);
    }

    public AgentRef ref() {
        return new AgentRef(id);
    }
}
