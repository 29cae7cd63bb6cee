package dev.ramah.platform;

import java.time.Duration;

/** How often something may be done. The numbers are settings ({@code ramah.limits}), the windows are fixed. */
public enum Limit {
    /** Messages of one visitor. */
    MESSAGES(Duration.ofMinutes(1)),
    /** Frames of one customer's connection. */
    FRAMES(Duration.ofMinutes(1)),
    /** New conversations from one address. */
    CONVERSATIONS(Duration.ofHours(1)),
    /** Tries to sign in, for one e-mail from one address. */
    LOGINS(Duration.ofMinutes(5)),
    /** Tries to sign in from one address, whatever the e-mail. */
    LOGINS_OF_ADDRESS(Duration.ofMinutes(5)),
    /** What the shop tells about its customers, from one address. */
    EVENTS(Duration.ofMinutes(1));

    private final Duration window;

    Limit(Duration window) {
        this.window = window;
    }

    Duration window() {
        return window;
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
