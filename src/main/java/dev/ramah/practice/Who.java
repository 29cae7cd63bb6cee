package dev.ramah.practice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ramah.conversation.Role;
import java.util.Locale;

/** Who says something in a scenario or a rehearsal of it. */
enum Who {
    CUSTOMER,
    BOT,
    AGENT;

    @JsonCreator
    static Who of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    Role role() {
        return Role.valueOf(name());
    }
}
