package dev.ramah.theme;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is behind a theme and what is done about it.
 *
 * @param cause in words of staff; null while nobody knows
 * @param owner who sees to it
 * @param due by the end of which day
 * @param reason why nothing is done; only of what is not fixed on purpose
 */
record Cure(
        State state, @Nullable String cause, @Nullable UUID owner, @Nullable LocalDate due, @Nullable String reason) {

    /** Where it stands. */
    enum State {
        OPEN,
        FIXING,
        FIXED,
        WONT_FIX
    }

    private static final int LONGEST = 500;

    static Cure of(Theme theme) {
        return new Cure(theme.state, theme.cause, theme.owner, theme.due, theme.reason);
    }

    /**
     * The same, cleaned up.
     *
     * @throws Problem INVALID
     */
    Cure checked() {
        String why = state == State.WONT_FIX ? line("reason", reason) : null;
        if (state == State.WONT_FIX && why == null) {
            throw Problem.invalid("reason: what is not fixed on purpose has one.");
        }
        return new Cure(state, line("cause", cause), owner, due, why);
    }

    private static @Nullable String line(String name, @Nullable String text) {
        String line = Text.line(text);
        if (line != null && (line.length() > LONGEST || !Text.isStorable(line))) {
            throw Problem.invalid(name + " has at most " + LONGEST + " characters.");
        }
        return line;
    }
}
