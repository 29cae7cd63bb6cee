package dev.ramah.insight;

import java.time.Duration;
import java.time.Instant;

/** Time from one moment to another. A report counts it where it began or where it ended, and says which. */
record Span(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }
}
