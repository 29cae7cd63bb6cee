package dev.ramah.practice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a rehearsal is marked by, in the order in which it is told. */
enum Criterion {
    /** Nothing was asked that the customer had told. */
    FACTS,
    /** The right article was linked, or said in other words. */
    ARTICLE,
    /** How it sounds; only a chat model says. */
    TONE,
    /** How long the customer waited for each answer. */
    TIME;

    @JsonCreator
    static Criterion of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
