package dev.ramah.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something the caller asked for and can't have, said in a way that a person understands: over REST it
 * becomes {@code application/problem+json} (RFC 9457), over a socket a {@code problem} frame with {@link Code}.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Every reason there is, with the HTTP status that goes with it. */
    public enum Code {
        MALFORMED(400),
        INVALID(400),
        UNKNOWN_TYPE(400),
        NOT_SIGNED_IN(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TAKEN(409),
        NOT_HOLDER(409),
        GIVEN(409),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        TOO_LONG(422),
        RATE_LIMITED(429),
        FAULT(500),
        UNAVAILABLE(503);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        /** The HTTP status code. */
        public int status() {
            return status;
        }

        /** As clients see it: lower case with underscores. */
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Code code;
    private final @Nullable Duration retryAfter;

    public Problem(Code code, String detail) {
        this(code, detail, null);
    }

    private Problem(Code code, String detail, @Nullable Duration retryAfter) {
        // No stack trace: a refusal is an answer, not a fault, and floods of them must stay cheap.
        super(detail, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public static Problem invalid(String detail) {
        return new Problem(Code.INVALID, detail);
    }

    public static Problem notFound(String detail) {
        return new Problem(Code.NOT_FOUND, detail);
    }

    public static Problem forbidden(String detail) {
        return new Problem(Code.FORBIDDEN, detail);
    }

    public static Problem conflict(String detail) {
        return new Problem(Code.CONFLICT, detail);
    }

    public static Problem notSignedIn(String detail) {
        return new Problem(Code.NOT_SIGNED_IN, detail);
    }

    /** Too much of something; {@code retryAfter} is rounded up to whole seconds. */
    public static Problem rateLimited(String detail, Duration retryAfter) {
        return new Problem(
                Code.RATE_LIMITED,
                detail,
                Duration.ofSeconds(retryAfter.plusNanos(999_999_999).toSeconds()));
    }

    public Code code() {
        return code;
    }

    /** Whether the same may be taken another time: nobody has refused it, it only did not come through. */
    public boolean isForLater() {
        return code == Code.UNAVAILABLE || code == Code.FAULT || code == Code.RATE_LIMITED;
    }

    /** What went wrong and what to do about it; never null, safe to show to whoever asked. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** When trying again may help, in whole seconds; null where waiting changes nothing. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
