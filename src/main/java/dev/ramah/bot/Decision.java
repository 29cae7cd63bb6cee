package dev.ramah.bot;

import dev.ramah.knowledge.Match;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the bot does with its turn, and the rule that said so. */
sealed interface Decision {

    Rule rule();

    /** Quotes the article. */
    record Answer(Rule rule, Match article) implements Decision {}

    /** Quotes an article for each of several questions that came together. */
    record AnswerEach(Rule rule, List<Match> articles) implements Decision {}

    /** Says what the chat model wrote, and what it was written from. */
    record Write(Rule rule, String text, List<Match> articles) implements Decision {}

    /** Tells how their own orders stand; {@code number} is the one they ask for, if they name one. */
    record Tell(Rule rule, Known who, Optional<String> number) implements Decision {}

    /** Asks them to sign in to the shop first, and quotes what is for everybody, if an article says it. */
    record SignIn(Rule rule, @Nullable Match article) implements Decision {}

    /** Offers two or three articles to choose from. */
    record AskBack(Rule rule, List<Match> choices) implements Decision {}

    /** Asks for a person. */
    record HandOver(Rule rule) implements Decision {}

    /** Greets, thanks or says goodbye back, and asks what else there is. */
    record Manners(Rule rule) implements Decision {}
}
