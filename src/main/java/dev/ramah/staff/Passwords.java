package dev.ramah.staff;

import dev.ramah.platform.Problem;
import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Passwords are kept as bcrypt, with its own salt in each. */
final class Passwords {

    /** The shortest an administrator may hand out (NIST SP 800-63B-3, 5.1.1.2). */
    static final int SHORTEST = 8;

    /** The shortest that people may choose for themselves. */
    static final int SHORTEST_CHOSEN = 10;

    // bcrypt reads no further, so more would give a false sense of length.
    private static final int MOST_BYTES = 72;

    // 2^10 rounds, the least that OWASP's password storage cheat sheet allows; about 60 ms on a small core.
    private static final int COST = 10;

    // What a password is compared with where there is no account, so that this takes as long.
    private static final String NOBODYS = BcryptUtil.bcryptHash("nobody's password", COST);

    private Passwords() {}

    static String hash(String password) {
        if (password.length() < SHORTEST) {
            throw Problem.invalid("password must have at least " + SHORTEST + " characters");
        }
        if (tooLong(password)) {
            throw Problem.invalid("password must have at most " + MOST_BYTES + " bytes");
        }
        return BcryptUtil.bcryptHash(password, COST);
    }

    /** Takes the same time with and without a hash to compare with. */
    static boolean match(String password, @Nullable String hash) {
        boolean same = BcryptUtil.matches(tooLong(password) ? "" : password, hash == null ? NOBODYS : hash);
        return same && hash != null;
    }

    private static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }
}
