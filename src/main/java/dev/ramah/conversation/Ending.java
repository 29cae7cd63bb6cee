package dev.ramah.conversation;

/** How an episode ended. Only {@link #CONFIRMED} counts as solved by the bot. */
public enum Ending {
    /** The customer said that the bot's answer solved it. */
    CONFIRMED,
    /** Nobody asked for more, nobody said that it was solved. */
    LEFT,
    /** The customer ended it while waiting for a person; it stays in the waiting figures. */
    GAVE_UP,
    /** A person spoke with the customer. */
    HELPED
}
