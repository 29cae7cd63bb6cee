package dev.ramah.expectation;

import java.time.Instant;

/**
 * An episode of which it is known how it went.
 *
 * @param at when it was rated
 * @param unhappy whether the mark was 1 or 2
 */
public record Example(Instant at, Traits traits, boolean unhappy) {}
