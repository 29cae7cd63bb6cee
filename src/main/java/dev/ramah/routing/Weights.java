package dev.ramah.routing;

import dev.ramah.platform.Problem;
import java.time.Duration;

/**
 * How much a conversation asks of whoever holds it, in hundredths of an ordinary one:
 *
 * <pre>
 * waiting for somebody else:  pending
 * all others:                 (100 + upset? + lengthy?) × (quiet? quiet : 100) / 100
 * </pre>
 *
 * <p>Upset is a customer of whom a rule said so, lengthy is an episode with so many messages, quiet is one in which we
 * had the last word and the customer has said nothing since.
 *
 * @param pending 0 to 100: what one weighs that waits for somebody else
 * @param quiet 0 to 100: what one weighs in which the customer has fallen silent
 * @param quietAfterMinutes 1 to 1,440: after how long that is so
 * @param upset 0 to 500: what an upset customer adds
 * @param lengthy 0 to 500: what a long conversation adds
 * @param lengthyAfterMessages 5 to 100: from how many messages on it is long, the bot's left out
 */
public record Weights(int pending, int quiet, int quietAfterMinutes, int upset, int lengthy, int lengthyAfterMessages) {

    /** What an ordinary conversation weighs. */
    public static final int ORDINARY = 100;

    /** What counts until somebody has set it: who waits for a warehouse is no work, who is upset is twice as much. */
    public static final Weights USUAL = new Weights(0, 50, 10, 100, 50, 30);

    /**
     * A conversation as it is now.
     *
     * @param messages what customer and people have said in this episode
     * @param silence how long the customer has owed us an answer; zero while we owe them one
     */
    public record Work(boolean pending, boolean upset, int messages, Duration silence) {}

    /** The weight of this one. */
    public int of(Work work) {
        if (work.pending()) {
            return pending;
        }
        int full = ORDINARY + (work.upset() ? upset : 0) + (work.messages() >= lengthyAfterMessages ? lengthy : 0);
        boolean silent = work.silence().compareTo(Duration.ofMinutes(quietAfterMinutes)) >= 0;
        return silent ? full * quiet / 100 : full;
    }

    /** Whether this is more than an ordinary conversation. */
    public static boolean isHeavy(int weight) {
        return weight > ORDINARY;
    }

    void check() {
        within("weights.pending", pending, 0, 100);
        within("weights.quiet", quiet, 0, 100);
        within("weights.quietAfterMinutes", quietAfterMinutes, 1, 1_440);
        within("weights.upset", upset, 0, 500);
        within("weights.lengthy", lengthy, 0, 500);
        within("weights.lengthyAfterMessages", lengthyAfterMessages, 5, 100);
    }

    static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Problem.invalid(field + " is between " + least + " and " + most + ".");
        }
    }
}
