package dev.ramah.survey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody is asked. */
enum Channel {
    /** In the chat: at once, or when they are there next. */
    WIDGET,
    /** By mail, with a link. */
    MAIL,
    /** By a link that a colleague passes on. */
    LINK;

    /** As clients see it. */
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
