package dev.ramah.attachment;

import dev.ramah.platform.Bodies;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.Ticks;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes files in as they arrive: never more than so many bytes of one, so many at a time and for so long, so that a few
 * who send slowly or much take neither the memory nor the threads from everybody else.
 */
@ApplicationScoped
class Uploads {

    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_OF_ONE = 4;

    /** The largest file by a line of 300 kbit/s. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int PIECE = 64 * 1024;

    private final Ticks ticks;
    private final Map<String, Integer> busy = new HashMap<>();
    private int all;

    Uploads(Ticks ticks) {
        this.ticks = ticks;
    }

    /**
     * The whole body.
     *
     * @param who sends it, by address or account
     * @throws Problem RATE_LIMITED while they or all send too many at once, TOO_LARGE, INVALID where there is nothing
     */
    byte[] read(String who, InputStream body) {
        begin(who);
        try {
            return read(body);
        } catch (IOException gone) {
            // Whoever cancels hangs up in the middle; nobody is there to hear this.
            throw Problem.invalid("The file did not arrive whole.");
        } finally {
            end(who);
        }
    }

    private byte[] read(InputStream body) throws IOException {
        long latest = ticks.millis() + LONGEST.toMillis();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            whole.write(piece, 0, read);
            if (whole.size() > Bodies.MOST_BYTES_OF_A_FILE) {
                throw new Problem(
                        Code.TOO_LARGE, "A file has at most " + Bodies.MOST_BYTES_OF_A_FILE / (1024 * 1024) + " MiB.");
            }
            if (ticks.millis() > latest) {
                throw new Problem(Code.UNAVAILABLE, "This took too long. Try again.");
            }
        }
        if (whole.size() == 0) {
            throw Problem.invalid("There is no file.");
        }
        return whole.toByteArray();
    }

    private synchronized void begin(String who) {
        int theirs = busy.getOrDefault(who, 0);
        if (theirs >= MOST_OF_ONE || all >= MOST_AT_ONCE) {
            throw Problem.rateLimited("Too many files at once. Wait for the others.", AGAIN);
        }
        busy.put(who, theirs + 1);
        all++;
    }

    private synchronized void end(String who) {
        busy.computeIfPresent(who, (same, theirs) -> theirs == 1 ? null : theirs - 1);
        all--;
    }
}
