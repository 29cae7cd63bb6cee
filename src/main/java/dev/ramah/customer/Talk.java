package dev.ramah.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line about a conversation: how it began and how it last ended. */
public record Talk(
        UUID conversation,
        Instant at,
        String status,
        @Nullable String ending,
        @Nullable Integer csat,
        String preview) {}
