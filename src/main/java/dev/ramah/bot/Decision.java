package dev.ramah.bot;

import dev.ramah.knowledge.Match;
import java.util.List;

/** What the bot does with its turn, and the rule that said so. */
sealed interface Decision {

    Rule rule();

    /** Quotes the article. */
    record Answer(Rule rule, Match article) implements Decision {}

    /** Quotes an article for each of several questions that came together. */
    record AnswerEach(Rule rule, List<Match> articles) implements Decision {}

    /** Says what the chat model wrote, and what it was written from. */
    record Write(Rule rule, String text, List<Match> articles) implements Decision {}

    /** Offers two or three articles to choose from. */
    record AskBack(Rule rule, List<Match> choices) implements Decision {}

    /** Asks for a person. */
    record HandOver(Rule rule) implements Decision {}

    /** Greets, thanks or says goodbye back, and asks what else there is. */
    record Manners(Rule rule) implements Decision {}
}
