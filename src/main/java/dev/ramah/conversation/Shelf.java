package dev.ramah.conversation;

/** Which conversations a list is of, and in which order it has them. */
public enum Shelf {
    /** In this reader's hands, the newest first. */
    MINE("c.holder = :reader", "opened_at", true),
    /** Of their teams, or in the hands of somebody of these. */
    TEAM("(c.team = any(:teams) or c.holder = any(:mates))", "opened_at", true),
    /** Waiting for a person, whoever waits longest first. */
    WAITING("c.turn = 'QUEUE'", "waiting_since", false),
    /** Somebody comes back to them by a moment, the next of these first. */
    PROMISED("c.pending_until is not null", "pending_until", false),
    /** All in which anybody said anything. */
    ALL("true", "opened_at", true);

    final String condition;

    /** The column of the table conversation by which it is in order; never null where the condition is met. */
    final String column;

    final boolean newestFirst;

    Shelf(String condition, String column, boolean newestFirst) {
        this.condition = condition;
        this.column = column;
        this.newestFirst = newestFirst;
    }
}
