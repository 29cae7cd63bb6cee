package dev.ramah.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * What colleagues should know of a customer; empty where somebody took it away.
 *
 * @param version counted from 1
 */
public record Note(int version, String text, Instant at, Writer by) {

    /** Who wrote this version. */
    public record Writer(UUID id, String name) {}
}
