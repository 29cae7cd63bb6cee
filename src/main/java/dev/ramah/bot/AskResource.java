package dev.ramah.bot;

import dev.ramah.conversation.Citation;
import dev.ramah.knowledge.Match;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the bot would do with a question; nothing is stored. */
@Path("/api/bot/ask")
@RolesAllowed("agent")
class AskResource {

    private static final int LONGEST = 4_000;

    private final Answers answers;
    private final Boldness boldness;

    AskResource(Answers answers, Boldness boldness) {
        this.answers = answers;
        this.boldness = boldness;
    }

    record Question(@Nullable String text, @Nullable String language, @Nullable Double risk) {}

    record Alternative(String article, String title, double confidence) {}

    /** {@code article}, {@code confidence} and {@code alternatives} are what was found, whatever rule decided. */
    record Reply(
            String decision,
            @Nullable String article,
            double confidence,
            String text,
            List<Citation> citations,
            List<Alternative> alternatives,
            String rule) {}

    @POST
    public Reply ask(Question question) {
        String text = question.text() == null ? "" : question.text().strip();
        double risk = question.risk() == null ? boldness.now().answer() : question.risk();
        if (text.isEmpty() || !Boldness.isShare(risk)) {
            throw Problem.invalid(text.isEmpty() ? "text is missing" : "risk is a share between 0 and 1");
        }
        if (text.length() > LONGEST) {
            throw new Problem(Problem.Code.TOO_LONG, "text is longer than " + LONGEST + " characters");
        }
        String language =
                question.language() == null ? "en" : question.language().toLowerCase(Locale.ROOT);
        Answers.Answer answer = answers.answer(Asked.first(text, language), risk);
        return reply(answer, Voice.in(language));
    }

    private static Reply reply(Answers.Answer answer, Voice voice) {
        List<Match> found = answer.matches();
        Decision decision = answer.decision();
        return new Reply(
                name(decision),
                found.isEmpty() ? null : found.get(0).article(),
                found.isEmpty() ? 0 : found.get(0).confidence(),
                voice.say(decision),
                Replies.citations(decision),
                found.stream()
                        .map(each -> new Alternative(each.article(), each.title(), each.confidence()))
                        .toList(),
                decision.rule().name());
    }

    private static String name(Decision decision) {
        return Outcome.of(decision).wire();
    }
}
