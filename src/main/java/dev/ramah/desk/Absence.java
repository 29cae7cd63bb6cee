package dev.ramah.desk;

import dev.ramah.platform.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why somebody is away, as colleagues see it. */
enum Absence {
    LUNCH,
    BREAK,
    TRAINING,
    MEETING,
    OTHER,
    SHIFT_OVER;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * As a client writes it; null if it says nothing.
     *
     * @throws Problem INVALID
     */
    static @Nullable Absence of(@Nullable String wire) {
        if (wire == null) {
            return null;
        }
        for (Absence each : values()) {
            if (each.wire().equals(wire) && each != SHIFT_OVER) {
                return each;
            }
        }
        throw Problem.invalid("reason is lunch, break, training, meeting or other.");
    }
}
