package dev.ramah.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody's rehearsal without its words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Tried(
        UUID id,
        UUID scenario,
        String title,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer score,
        boolean passed) {}
