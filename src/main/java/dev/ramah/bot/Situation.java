package dev.ramah.bot;

import dev.ramah.knowledge.Match;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules look at.
 *
 * @param chosen the article tapped in a "did you mean", if one was
 * @param matches articles that may answer, the best first
 * @param answerAt the confidence from which on the bot answers
 * @param askAt the confidence from which on it asks back; at most {@code answerAt}
 */
record Situation(Asked asked, @Nullable Match chosen, List<Match> matches, double answerAt, double askAt) {

    // Choices in a "did you mean": with more, people read none of them.
    private static final int CHOICES = 3;

    // The second is as likely as the first when it has four fifths of its confidence; a third must have a quarter.
    private static final double AS_LIKELY = 0.8;
    private static final double WORTH_OFFERING = 0.25;

    // What may be damage or a refund is not left to a choice between articles.
    private static final double HALF_AS_LIKELY = 0.5;

    String question() {
        return asked.question();
    }

    boolean isSure() {
        return !matches.isEmpty() && confidence(0) >= answerAt;
    }

    /** Whether the right one is probably among the best two: of a tie, neither is likely by itself. */
    boolean isLikely() {
        return !matches.isEmpty() && confidence(0) + confidence(1) >= askAt;
    }

    /** Whether two articles are equally likely and either could be meant. */
    boolean isTied() {
        return isLikely() && confidence(1) >= AS_LIKELY * confidence(0);
    }

    private double confidence(int place) {
        return place < matches.size() ? matches.get(place).confidence() : 0;
    }

    /** There must be a match. */
    Match best() {
        return matches.get(0);
    }

    /** The article meant, as far as that can be said. */
    @Nullable Match meant() {
        return chosen != null ? chosen : isLikely() ? best() : null;
    }

    /** Whether what is meant is a person's topic; in doubt, one of those that are about as likely is enough. */
    boolean isPersons() {
        Match meant = meant();
        return meant != null
                && (meant.needsPerson() || (!isSure() && chosen == null && likely().anyMatch(Match::needsPerson)));
    }

    private Stream<Match> likely() {
        return matches.stream().filter(each -> each.confidence() >= HALF_AS_LIKELY * confidence(0));
    }

    /** Whether there are articles, but none in the customer's language. */
    boolean isElsewhere() {
        return !matches.isEmpty()
                && matches.stream().noneMatch(each -> primary(each.language()).equals(primary(asked.language())));
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0];
    }

    boolean wasAnswered(@Nullable Match article) {
        return article != null && asked.answered().contains(article.article());
    }

    boolean justAskedBack() {
        return asked.lastWord() == Asked.LastWord.ASK_BACK;
    }

    /** Two or three articles to choose from, or the only one there is. */
    List<Match> choices() {
        int some = Math.min(2, matches.size());
        while (some < Math.min(CHOICES, matches.size()) && confidence(some) >= WORTH_OFFERING * confidence(0)) {
            some++;
        }
        return List.copyOf(matches.subList(0, some));
    }
}
