package dev.ramah.survey;

import dev.ramah.platform.Digests;
import dev.ramah.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Links to one asking of one customer, who needs nothing else to answer. They are signed (HMAC-SHA256), so nobody makes
 * one up, and end when the question does. They open nothing of the conversation.
 */
@ApplicationScoped
class SurveyLinks {

    private static final Pattern TOKEN = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,12})\\.([0-9a-f]{64})");

    private final Session entities;
    private final Clock clock;
    private volatile @Nullable String secret;

    SurveyLinks(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The page that asks. What stands behind the # no server in between writes down. */
    String path(Ask ask) {
        long until = end(ask).getEpochSecond();
        return "/survey#" + ask.id + "." + until + "." + signature(ask.id.toString(), until);
    }

    /** When it ends. */
    Instant end(Ask ask) {
        return Objects.requireNonNull(ask.askedAt, "nobody was asked").plus(Ask.OPEN);
    }

    /**
     * Which asking a link is for.
     *
     * @throws Problem FORBIDDEN if we never made it, or it has ended
     */
    UUID opened(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches() || !Digests.same(signature(parts.group(1), seconds(parts)), parts.group(3))) {
            throw Problem.forbidden("This link is not one of ours.");
        }
        if (seconds(parts) <= clock.instant().getEpochSecond()) {
            throw Problem.forbidden("This link has ended.");
        }
        return UUID.fromString(parts.group(1));
    }

    private static long seconds(Matcher parts) {
        return Long.parseLong(parts.group(2));
    }

    private String signature(String ask, long until) {
        return Digests.hmacSha256(secret(), ask + "." + until);
    }

    @Transactional
    String secret() {
        String known = secret;
        if (known == null) {
            known = entities.createNativeQuery("select secret from survey_key", String.class)
                    .getSingleResult();
            secret = known;
        }
        return known;
    }
}
