package dev.ramah.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * A good mark that came after a low one, from the same customer. {@link GoodMarks} writes it; nobody who changes something
 * else of a follow-up writes it back as it was when they read it.
 *
 * @param conversation in which it was given, which may be another one
 * @param csat 4 or 5
 */
@Embeddable
record GoodMark(
        @Column(name = "won_conversation", insertable = false, updatable = false) UUID conversation,
        @Column(name = "won_episode", insertable = false, updatable = false) int episode,
        @Column(name = "won_at", insertable = false, updatable = false) Instant at,
        @Column(name = "won_csat", insertable = false, updatable = false) int csat) {}
