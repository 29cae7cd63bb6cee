package dev.ramah.insight;

import dev.ramah.feedback.Wilson;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a target was kept, of those for which it is decided; the share and its 95% interval are null where none is.
 */
record Kept(int kept, int of, @Nullable Double share, @Nullable Double low, @Nullable Double high) {

    static Kept of(int kept, int missed) {
        int of = kept + missed;
        if (of == 0) {
            return new Kept(0, 0, null, null, null);
        }
        Wilson interval = Wilson.of(kept, of);
        return new Kept(kept, of, (double) kept / of, interval.low(), interval.high());
    }

    /** The values in their order, for a table. */
    List<@Nullable Object> cells() {
        return Arrays.asList(kept, of, share, low, high);
    }
}
