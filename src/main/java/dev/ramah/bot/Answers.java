package dev.ramah.bot;

import dev.ramah.knowledge.Edition;
import dev.ramah.knowledge.Found;
import dev.ramah.knowledge.Library;
import dev.ramah.knowledge.Match;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up what the articles say and lets the rules decide. Stores nothing. */
@ApplicationScoped
class Answers {

    // Whoever asks more at once is better read as a whole.
    private static final int MOST_QUESTIONS = 4;

    private final Library library;
    private final Boldness boldness;

    Answers(Library library, Boldness boldness) {
        this.library = library;
        this.boldness = boldness;
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
        return answer(asked, boldness.now().answer());
    }

    /** With a risk of its own: the share of unanswerable questions that may be answered, 0 to 1. */
    Answer answer(Asked asked, double risk) {
        return answer(asked, risk, library.current());
    }

    /** From these articles instead of the newest. */
    Answer answer(Asked asked, double risk, Edition articles) {
        Answer whole = decide(asked, risk, articles);
        return asked.questions().size() < 2 || isPersons(whole.decision())
                ? whole
                : each(asked, risk, articles).orElse(whole);
    }

    /**
     * Several questions that came together. Each that can be answered for sure gets its answer, all in one
     * reply; if one of them is a person's, all are. Pieces of one sentence are no questions: they are read whole.
     */
    private Optional<Answer> each(Asked asked, double risk, Edition from) {
        List<Answer> single = asked.questions().stream()
                .limit(MOST_QUESTIONS)
                .map(question -> decide(asked.only(question), risk, from))
                .toList();
        Optional<Answer> persons =
                single.stream().filter(each -> isPersons(each.decision())).findFirst();
        if (persons.isPresent()) {
            return persons;
        }
        List<Match> articles = single.stream()
                .map(Answer::decision)
                .flatMap(each -> each instanceof Decision.Answer answer ? Stream.of(answer.article()) : Stream.empty())
                .toList();
        long different = articles.stream().map(Match::article).distinct().count();
        boolean all = articles.size() == asked.questions().size() && different == articles.size();
        return all
                ? Optional.of(new Answer(new Decision.AnswerEach(Rule.ANSWERED, articles), articles))
                : Optional.empty();
    }

    private static boolean isPersons(Decision decision) {
        return decision instanceof Decision.HandOver over && over.rule() != Rule.NOTHING_FOUND;
    }

    /**
     * What finds nothing by itself may go on with what was asked before: then what both say together is looked for. It
     * must be sure, and news: the passage that was quoted already answered the other question.
     */
    private Answer decide(Asked asked, double risk, Edition articles) {
        Answer alone = decideAlone(asked, risk, articles);
        if (alone.decision().rule() != Rule.NOTHING_FOUND || !asked.mayFollow()) {
            return alone;
        }
        Answer both = decideAlone(asked.withPrevious(), risk, articles);
        boolean isNews = both.decision() instanceof Decision.Answer answer
                && !asked.quoted().contains(answer.article().passage().text());
        return isNews ? both : alone;
    }

    private Answer decideAlone(Asked asked, double risk, Edition articles) {
        Found found = asked.question().isBlank() ? Found.NOTHING : articles.search(asked.question(), asked.language());
        @Nullable Match chosen = asked.choice() == null
                ? null
                : articles.chosen(asked.choice(), asked.question(), asked.language())
                        .orElse(null);
        return decided(asked, found, chosen, risk, boldness.now().ask());
    }

    /** What the rules make of what was found, for these two risks. */
    static Answer decided(Asked asked, Found found, @Nullable Match chosen, double risk, double askRisk) {
        double answerAt = found.threshold(risk);
        double askAt = Math.min(answerAt, found.threshold(askRisk));
        Situation situation = new Situation(asked, chosen, found.matches(), answerAt, askAt);
        return new Answer(Rule.decide(situation), found.matches());
    }
}
