package dev.ramah.bot;

import dev.ramah.knowledge.Match;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the chat model may say something from.
 *
 * @param number by which the model names it, from 1
 * @param match the passage of an article; null for what the shop knows
 * @param at from when it is, if the shop knows it
 */
record Source(int number, String title, String text, @Nullable Match match, @Nullable Instant at) {

    static Source of(int number, Match match) {
        return new Source(number, match.title(), match.passage().text(), match, null);
    }

    /** As the model reads it. */
    String forModel() {
        return "[" + number + "] " + title + "\n" + text;
    }
}
