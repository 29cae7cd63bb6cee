package dev.ramah.desk;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import java.util.Objects;

/**
 * How visitors may be blocked.
 *
 * @param mostHours 1 to 720: how long a block may be
 * @param objection how they can object, as they read it; empty for the widget's own words
 */
record Blocking(int mostHours, String objection) {

    static final Blocking USUAL = new Blocking(168, "");

    private static final int LONGEST = 300;

    Blocking {
        objection = Objects.requireNonNullElse(objection, "");
    }

    Blocking checked() {
        if (mostHours < 1 || mostHours > 720) {
            throw Problem.invalid("mostHours is between 1 and 720.");
        }
        if (objection.length() > LONGEST || !Text.isStorable(objection)) {
            throw Problem.invalid("objection has at most " + LONGEST + " characters.");
        }
        return new Blocking(mostHours, Objects.requireNonNullElse(Text.line(objection), ""));
    }
}
