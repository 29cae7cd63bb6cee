package dev.ramah.attachment;

import dev.ramah.platform.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that open one file for a few minutes, for pages show pictures by address and send no token with that. They
 * are signed (HMAC-SHA256), so nobody can make one up, and only who may read the conversation is told any.
 */
@ApplicationScoped
class Addresses {

    /** Addresses made within the same five minutes are the same, so that browsers need not fetch a picture again. */
    private static final long STEP_SECONDS = 300;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Session entities;
    private final Clock clock;
    private volatile @Nullable String secret;

    Addresses(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** When the addresses that are made now end: in five to ten minutes. */
    Instant end() {
        long steps = clock.instant().getEpochSecond() / STEP_SECONDS;
        return Instant.ofEpochSecond((steps + 2) * STEP_SECONDS);
    }

    String of(UUID attachment, Instant end) {
        long until = end.getEpochSecond();
        return "/api/attachments/" + attachment + "?until=" + until + "&signature=" + signature(attachment, until);
    }

    boolean isGood(UUID attachment, long until, String signature) {
        Instant now = clock.instant();
        return until > now.getEpochSecond()
                && until <= now.plus(LONGEST).getEpochSecond()
                && Digests.same(signature(attachment, until), signature);
    }

    private String signature(UUID attachment, long until) {
        return Digests.hmacSha256(secret(), attachment + "." + until);
    }

    @Transactional
    String secret() {
        String known = secret;
        if (known == null) {
            known = entities.createNativeQuery("select secret from attachment_key", String.class)
                    .getSingleResult();
            secret = known;
        }
        return known;
    }
}
