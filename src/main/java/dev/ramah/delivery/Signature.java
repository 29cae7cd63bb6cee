package dev.ramah.delivery;

import dev.ramah.platform.Digests;
import java.time.Instant;

/** By which a receiver knows that it was us, and that it is not an old call played again. */
record Signature(String secret) {

    /** {@code v1=} and hex HMAC-SHA256 of the seconds since 1970, a dot, and the body. */
    String of(Instant at, String body) {
        return "v1=" + Digests.hmacSha256(secret, at.getEpochSecond() + "." + body);
    }
}
