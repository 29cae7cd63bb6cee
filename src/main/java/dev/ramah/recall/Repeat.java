package dev.ramah.recall;

import org.jspecify.annotations.Nullable;

/**
 * A question of ours that is answered already.
 *
 * @param question the sentence that asks
 * @param asks what it asks for: {@code order}, {@code email}, … or {@code detail}
 * @param answer the answer, in the customer's words or as the profile has it
 * @param seq the entry that has the answer; null if the profile has it
 */
public record Repeat(String question, String asks, String answer, @Nullable Integer seq) {}
