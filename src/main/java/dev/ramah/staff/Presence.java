package dev.ramah.staff;

import java.util.UUID;

/** What the desk knows of who is there. */
public interface Presence {

    /** {@code online}, {@code away} or {@code offline}. */
    String status(UUID account);

    /** How many conversations they hold. */
    int open(UUID account);
}
