package dev.ramah.practice;

import org.jspecify.annotations.Nullable;

/**
 * Something said in a rehearsal.
 *
 * @param seq from 1
 * @param note whether it is a private note, which the customer does not hear
 * @param at the moment, as in ISO 8601
 * @param clientId made by whoever said it; null for the customer
 * @param how why the customer says it: {@code opening}, {@code recorded}, {@code branch:2}, {@code fallback} or
 *     {@code model}; null for ours
 */
record Utterance(
        int seq, Who by, boolean note, String text, String at, @Nullable String clientId, @Nullable String how) {

    static final String OPENING = "opening";

    boolean isAnswer() {
        return by == Who.AGENT && !note;
    }
}
