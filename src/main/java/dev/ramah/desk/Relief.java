package dev.ramah.desk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody gets after a conversation that was too much; each is more than the one before. */
enum Relief {
    NOTHING,
    /** Others are asked before them where a conversation is heavy, until they had an ordinary one. */
    EASIER,
    /** Nothing is offered to them for a while. */
    PAUSE;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
