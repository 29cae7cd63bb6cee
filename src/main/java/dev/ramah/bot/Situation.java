package dev.ramah.bot;

import dev.ramah.knowledge.Match;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules look at.
 *
 * @param question every message not answered yet, joined; empty after a bare thumbs down
 * @param chosen the article tapped in a "did you mean", if one was
 * @param thumbsDown whether the last answer was marked as not helpful
 * @param repeated whether this very question was asked before in this episode
 * @param matches articles that may answer, the best first
 * @param answerAt the confidence from which on the bot answers
 * @param askAt the confidence from which on it asks back; at most {@code answerAt}
 * @param justAskedBack whether the bot's last word was an ask-back
 * @param answered the articles quoted in this episode
 */
record Situation(
        String question,
        @Nullable Match chosen,
        boolean thumbsDown,
        boolean repeated,
        List<Match> matches,
        double answerAt,
        double askAt,
        boolean justAskedBack,
        Set<String> answered) {

    // Choices in a "did you mean": with more, people read none of them.
    private static final int CHOICES = 3;

    // The second is as likely as the first when it has four fifths of its confidence; a third must have a quarter.
    private static final double AS_LIKELY = 0.8;
    private static final double WORTH_OFFERING = 0.25;

    boolean isSure() {
        return !matches.isEmpty() && best().confidence() >= answerAt;
    }

    boolean isLikely() {
        return !matches.isEmpty() && best().confidence() >= askAt;
    }

    /** Whether two articles are equally likely and either could be meant. */
    boolean isTied() {
        return isLikely()
                && matches.size() > 1
                && matches.get(1).confidence() >= AS_LIKELY * best().confidence();
    }

    /** There must be a match. */
    Match best() {
        return matches.get(0);
    }

    /** Two or three articles to choose from, or the only one there is. */
    List<Match> choices() {
        int some = Math.min(2, matches.size());
        while (some < Math.min(CHOICES, matches.size())
                && matches.get(some).confidence() >= WORTH_OFFERING * best().confidence()) {
            some++;
        }
        return matches.subList(0, some);
    }
}
