package dev.ramah.survey;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.ramah.conversation.Ending;
import java.util.Locale;

/** How an episode was over, for those who are asked about it. */
enum Occasion {
    /** The customer or a colleague said so. */
    RESOLVED,
    /** The customer ended it while waiting for a person. */
    GAVE_UP,
    /** Nobody wrote any more, or the customer just ended it. */
    LEFT;

    /** As clients see it. */
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which one it was; {@code byStaff}: a colleague ended it. */
    static Occasion of(Ending ending, boolean inSilence, boolean byStaff) {
        if (inSilence) {
            return LEFT;
        }
        return switch (ending) {
            case GAVE_UP -> GAVE_UP;
            case LEFT -> byStaff ? RESOLVED : LEFT;
            case CONFIRMED, HELPED -> RESOLVED;
        };
    }
}
