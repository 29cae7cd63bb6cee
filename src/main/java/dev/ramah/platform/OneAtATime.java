package dev.ramah.platform;

import org.hibernate.Session;

/** Transactions that take turns, on whichever node they run. */
public final class OneAtATime {

    private OneAtATime() {}

    /** Waits until no other transaction holds this name, and holds it until the end of this one. */
    public static void hold(Session entities, String name) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext(:name))", Integer.class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
