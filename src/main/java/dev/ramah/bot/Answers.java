package dev.ramah.bot;

import dev.ramah.knowledge.Found;
import dev.ramah.knowledge.Library;
import dev.ramah.knowledge.Match;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up what the articles say and lets the rules decide. Stores nothing. */
@ApplicationScoped
class Answers {

    private final Library library;
    private final BotConfig config;

    Answers(Library library, BotConfig config) {
        this.library = library;
        this.config = config;
    }

    /** What the bot would do, and the articles that it considered, the best first. */
    record Answer(Decision decision, List<Match> matches) {

        /** Of the article quoted, or else of the best one; 0 without any. */
        double confidence() {
            if (decision instanceof Decision.Answer said) {
                return said.article().confidence();
            }
            return matches.isEmpty() ? 0 : matches.get(0).confidence();
        }
    }

    Answer answer(Asked asked) {
        return answer(asked, config.risk());
    }

    /** With a risk of its own: the share of unanswerable questions that may be answered, 0 to 1. */
    Answer answer(Asked asked, double risk) {
        Found found = asked.question().isBlank() ? Found.NOTHING : library.search(asked.question(), asked.language());
        @Nullable Match chosen = asked.choice() == null
                ? null
                : library.chosen(asked.choice(), asked.question(), asked.language())
                        .orElse(null);
        double answerAt = found.threshold(risk);
        double askAt = Math.min(answerAt, found.threshold(config.askRisk()));
        Situation situation = new Situation(asked, chosen, found.matches(), answerAt, askAt);
        return new Answer(Rule.decide(situation), found.matches());
    }
}
