package dev.ramah.conversation;

import dev.ramah.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: the next one begins behind it. A place in the order and not a count, so that nothing is
 * shown twice or left out because something new came meanwhile.
 *
 * @param seq of the entry where the list is of entries, else 0
 */
record Mark(Instant at, UUID conversation, int seq) {

    /**
     * Read as it was {@linkplain #toString written}; null for none.
     *
     * @throws Problem INVALID if it was written by nobody
     */
    static @Nullable Mark parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String[] parts = text.split("_", -1);
            return new Mark(Instant.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Problem.invalid("after is what an earlier page called next.");
        }
    }

    @Override
    public String toString() {
        return at + "_" + conversation + "_" + seq;
    }
}
