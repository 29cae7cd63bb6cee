package dev.ramah.customer;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the other rooms see them. Only a verified one has proved to the shop who they are; the name and
 * e-mail of all others are what they say.
 */
public record Guest(
        UUID id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String externalId,
        boolean verified,
        String language,
        Map<String, String> attributes,
        Instant since) {}
