package dev.ramah.platform;

import jakarta.inject.Singleton;
import java.util.UUID;

/** This process among those that serve together. A process that starts again is another node. */
@Singleton
public class Node {

    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }

    /** Short enough for a line of the log, and still nobody else's. */
    public String name() {
        return id.toString().substring(0, 8);
    }

    @Override
    public String toString() {
        return name();
    }
}
