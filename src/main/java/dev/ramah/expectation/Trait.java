package dev.ramah.expectation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is known of an episode without asking: nothing that only who gave a mark tells, and nothing of who served it. */
public enum Trait {
    /** How long they waited for a person: the natural logarithm of 1 and the minutes. */
    WAITED,
    /** The first word of a person came later than its target. */
    LATE,
    /** They were asked for what they had told. */
    ASKED_AGAIN,
    /** They had written within the week before. */
    AGAIN,
    /** How many of their messages sounded upset: the binary logarithm of 1 and these. */
    UPSET,
    /** They were calm at first and upset at last. */
    ROSE,
    /** They were upset and calm at last. */
    SETTLED,
    /** How many answers of the bot got a thumb down. */
    THUMBS_DOWN,
    /** How many got one up. */
    THUMBS_UP,
    /** They met a person. */
    MET_A_PERSON,
    /** More than one did. */
    HANDED_ON,
    /** They said that it was solved. */
    CONFIRMED,
    /** It ended in silence. */
    LEFT,
    /** They gave up waiting. */
    GAVE_UP,
    /** How long it took besides waiting: the natural logarithm of 1 and the minutes. */
    TOOK,
    /** A promise to come back was not kept. */
    PROMISE_BROKEN;

    /** As it is called outside. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
