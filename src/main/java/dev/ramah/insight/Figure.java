package dev.ramah.insight;

/**
 * What is measured in time. Each has the moment at which it is counted: see {@link Counting}. The number says which of
 * the times of a {@link Tally} it is.
 */
enum Figure {
    /** From asking for a person to a person's first word. */
    FIRST_RESPONSE(0),
    /** From asking for a person, or losing one, until somebody came or the customer gave up. */
    WAIT(1),
    /** From opening or reopening to the end. */
    RESOLUTION(2),
    /** How long the bot had it alone. */
    BOT(3),
    /** How long people had it, in all. */
    HANDLING(4),
    /** As {@link #FIRST_RESPONSE}, but only while people are at work; likewise the ones below. */
    FIRST_RESPONSE_OPEN(5),
    WAIT_OPEN(6),
    RESOLUTION_OPEN(7),
    HANDLING_OPEN(8),
    /** Told of a wait when it began, as likely and at most; and of those whom somebody took in the end, how long it was. */
    WAIT_LIKELY(9),
    WAIT_MOST(10),
    WAIT_SERVED(11);

    private final int number;

    Figure(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
