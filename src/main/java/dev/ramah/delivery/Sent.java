package dev.ramah.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What a mail server said of a mail.
 *
 * @param problem why it did not take it; null when it did
 * @param isFinal whether it never will
 */
record Sent(@Nullable String problem, boolean isFinal) {

    static final Sent TAKEN = new Sent(null, false);
}
