package dev.ramah.insight;

import dev.ramah.bot.Mood;
import java.util.List;

/**
 * How a customer's mood went in an episode, as far as their words tell.
 *
 * @param upset how many of their messages sounded so
 * @param atFirst whether the first one did, and {@code atLast} the last
 */
record Temper(int upset, boolean atFirst, boolean atLast) {

    static final Temper CALM = new Temper(0, false, false);

    /** @param words what they said, in order */
    static Temper of(List<String> words) {
        int upset = 0;
        boolean last = false;
        for (String each : words) {
            last = Mood.isUpset(each);
            upset += last ? 1 : 0;
        }
        return upset == 0 ? CALM : new Temper(upset, Mood.isUpset(words.get(0)), last);
    }

    /** They were calm when they came, and upset in the end. */
    boolean rose() {
        return !atFirst && atLast;
    }

    /** They were upset, and calm in the end. */
    boolean settled() {
        return upset > 0 && !atLast;
    }
}
