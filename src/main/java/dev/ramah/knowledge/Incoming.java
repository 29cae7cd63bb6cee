package dev.ramah.knowledge;

import dev.ramah.platform.Problem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One article of an import, or the reason why it is none.
 *
 * @param file where it stood, if there were several
 * @param line where it began, counted from 1
 */
record Incoming(@Nullable String file, int line, @Nullable Draft draft, String reason) {

    static Incoming of(@Nullable String file, int line, Supplier<Draft> read) {
        try {
            return new Incoming(file, line, read.get(), "");
        } catch (Problem bad) {
            return rejected(file, line, bad.detail());
        }
    }

    static Incoming rejected(@Nullable String file, int line, String reason) {
        return new Incoming(file, line, null, reason);
    }

    Incoming in(String other) {
        return at(other, line);
    }

    Incoming at(String other, int otherLine) {
        return new Incoming(other, otherLine, draft, reason);
    }
}
