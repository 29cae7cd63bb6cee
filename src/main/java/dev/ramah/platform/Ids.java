package dev.ramah.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Identifiers and secrets. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A UUID of version 7 (RFC 9562, 5.7): sorts by time in milliseconds, so tables can be partitioned over ranges. */
    public static UUID next(Instant now) {
        long random = RANDOM.nextLong();
        long most = (now.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long least = (random & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    /** 256 random bits as 43 characters that need no escaping in a URL. */
    public static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
