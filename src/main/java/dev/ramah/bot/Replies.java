package dev.ramah.bot;

import dev.ramah.conversation.Citation;
import dev.ramah.conversation.Happened;
import dev.ramah.knowledge.Match;
import java.util.List;

/** A decision as an entry of the conversation. */
final class Replies {

    private Replies() {}

    static Happened.Said said(Answers.Answer answer, Voice voice) {
        Decision decision = answer.decision();
        List<Citation> choices = decision instanceof Decision.AskBack back
                ? back.choices().stream().map(Replies::citation).toList()
                : List.of();
        return new Happened.Said(
                voice.say(decision),
                citations(decision),
                choices,
                null,
                decision.rule().name(),
                answer.confidence());
    }

    static List<Citation> citations(Decision decision) {
        if (decision instanceof Decision.AnswerEach all) {
            return all.articles().stream().map(Replies::citation).toList();
        }
        if (decision instanceof Decision.Write written) {
            return written.articles().stream().map(Replies::citation).toList();
        }
        if (decision instanceof Decision.SignIn first && first.article() != null) {
            return List.of(citation(first.article()));
        }
        return decision instanceof Decision.Answer answer ? List.of(citation(answer.article())) : List.of();
    }

    private static Citation citation(Match match) {
        return new Citation(match.article(), match.title());
    }
}
