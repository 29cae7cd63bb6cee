package dev.ramah.customer;

import java.util.UUID;

/** A CDI event, fired after the commit: this customer's words are gone, and open screens should drop them. */
public record Forgotten(UUID customer) {}
