package dev.ramah.platform;

import java.time.Duration;

/**
 * How often something may be done. The numbers are settings ({@code ramah.limits}), the windows are fixed. What is
 * counted by address is counted for all nodes together, for a proxy spreads an address over them; what a connection
 * or a conversation does comes through one node, or few, and too often to ask Redis each time.
 */
public enum Limit {
    /** Messages of one visitor. */
    MESSAGES(Duration.ofMinutes(1), false),
    /** Frames of one customer's connection. */
    FRAMES(Duration.ofMinutes(1), false),
    /** New conversations from one address. */
    CONVERSATIONS(Duration.ofHours(1), true),
    /** Tries to sign in, for one e-mail from one address. */
    LOGINS(Duration.ofMinutes(5), true),
    /** Tries to sign in from one address, whatever the e-mail. */
    LOGINS_OF_ADDRESS(Duration.ofMinutes(5), true),
    /** What the shop tells about its customers, from one address. */
    EVENTS(Duration.ofMinutes(1), true);

    private final Duration window;
    private final boolean ofTheHouse;

    Limit(Duration window, boolean ofTheHouse) {
        this.window = window;
        this.ofTheHouse = ofTheHouse;
    }

    Duration window() {
        return window;
    }

    /** Whether all nodes count together. */
    boolean isOfTheHouse() {
        return ofTheHouse;
    }

    int times(LimitsConfig config) {
        return switch (this) {
            case MESSAGES -> config.messagesPerMinute();
            case FRAMES -> config.framesPerMinute();
            case CONVERSATIONS -> config.conversationsPerHour();
            case LOGINS -> config.loginsPerFiveMinutes();
            case LOGINS_OF_ADDRESS -> config.loginsOfAddressPerFiveMinutes();
            case EVENTS -> config.eventsPerMinute();
        };
    }
}
