package dev.ramah.replies;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import org.jspecify.annotations.Nullable;

/** What something at hand is called, on one line. */
final class Title {

    private static final int LONGEST = 100;

    private Title() {}

    /**
     * A title as it is kept.
     *
     * @throws Problem INVALID, unless it has 1 to 100 characters
     */
    static String checked(@Nullable String title) {
        String line = Text.line(title);
        if (line == null || line.length() > LONGEST || !Text.isStorable(line)) {
            throw Problem.invalid("title has 1 to " + LONGEST + " characters.");
        }
        return line;
    }
}
