package dev.ramah.knowledge;

import java.time.Instant;

/** An article that was written because customers had asked for nothing that there was. */
public record ClosedGap(String article, String language, String title, Instant publishedAt) {}
