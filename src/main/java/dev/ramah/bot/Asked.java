package dev.ramah.bot;

import dev.ramah.conversation.BotTurn;
import dev.ramah.conversation.Citation;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the customer wants now, as far as it can be read from the episode.
 *
 * @param question every message not answered yet, joined; empty after a bare thumbs down, and after a tap on
 *     a choice the question that led to it
 * @param choice the key of the article tapped in a "did you mean", if one was
 * @param thumbsDown whether an answer was marked as not helpful since the bot spoke
 * @param repeated whether this very question was asked before
 * @param lastWord what the bot did last
 * @param answered the articles quoted so far
 * @param previous the question before this one, as it was answered; empty if this is the first
 * @param quoted what the bot said so far
 * @param who what the shop knows of them
 */
record Asked(
        String question,
        String language,
        @Nullable String choice,
        boolean thumbsDown,
        boolean repeated,
        LastWord lastWord,
        Set<String> answered,
        String previous,
        Set<String> quoted,
        Known who) {

    private static final int MOST_WORDS_OF_A_FOLLOWER = 7;

    enum LastWord {
        NONE,
        ANSWER,
        ASK_BACK,
        SIGN_IN,
        MANNERS
    }

    /** The messages, or lines of them, one by one. */
    List<String> questions() {
        return question.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** The same, in another language than was thought. */
    Asked in(String spoken) {
        return new Asked(question, spoken, choice, thumbsDown, repeated, lastWord, answered, previous, quoted, who);
    }

    /** The same, by somebody of whom this is known. */
    Asked by(Known known) {
        return new Asked(question, language, choice, thumbsDown, repeated, lastWord, answered, previous, quoted, known);
    }

    /** The same customer with only this question. */
    Asked only(String one) {
        return new Asked(one, language, choice, thumbsDown, repeated, lastWord, answered, previous, quoted, who);
    }

    /**
     * The same, read together with the question before it: "and to Bali?". Which articles were quoted says nothing
     * then, for the same one may answer both.
     */
    Asked withPrevious() {
        String both = previous + "\n" + question;
        return new Asked(both, language, choice, thumbsDown, repeated, lastWord, Set.of(), previous, quoted, who);
    }

    /** Whether it may only be understood with the question before it: so few words seldom say it all. */
    boolean mayFollow() {
        return !previous.isEmpty() && Words.plain(question).split(" ", -1).length <= MOST_WORDS_OF_A_FOLLOWER;
    }

    /** A question out of the blue. */
    static Asked first(String question, String language) {
        return new Asked(question, language, null, false, false, LastWord.NONE, Set.of(), "", Set.of(), Known.NOBODY);
    }

    static Asked of(BotTurn turn) {
        return of(turn.episode(), turn.state().language());
    }

    static Asked of(List<Entry> episode, String language) {
        LastWord lastWord = LastWord.NONE;
        Set<String> answered = new HashSet<>();
        Set<String> before = new HashSet<>();
        Set<String> quoted = new HashSet<>();
        List<Happened.Said> open = new ArrayList<>();
        String last = "";
        boolean thumbsDown = false;
        for (Entry entry : episode) {
            if (entry.what() instanceof Happened.Said said && entry.isBy(Role.BOT)) {
                last = open.isEmpty() ? last : question(open);
                before.add(Words.plain(last));
                open.clear();
                thumbsDown = false;
                lastWord = lastWord(said);
                quoted.add(said.text());
                if (lastWord == LastWord.ANSWER) {
                    said.citations().stream().map(Citation::article).forEach(answered::add);
                }
            } else if (entry.what() instanceof Happened.Said said && entry.isBy(Role.CUSTOMER)) {
                open.add(said);
            } else if (entry.what() instanceof Happened.Thumbed thumbed) {
                thumbsDown = !thumbed.up();
            }
        }
        @Nullable String choice = open.isEmpty() ? null : open.get(open.size() - 1).choice();
        String question = choice == null ? question(open) : last;
        boolean repeated = choice == null && before.contains(Words.plain(question));
        String previous = choice == null ? last : "";
        return new Asked(
                question,
                language,
                choice,
                thumbsDown,
                repeated,
                lastWord,
                Set.copyOf(answered),
                previous,
                Set.copyOf(quoted),
                Known.NOBODY);
    }

    private static LastWord lastWord(Happened.Said said) {
        if (!said.choices().isEmpty()) {
            return LastWord.ASK_BACK;
        }
        if (Rule.SIGN_IN.name().equals(said.rule())) {
            return LastWord.SIGN_IN;
        }
        return said.citations().isEmpty() ? LastWord.MANNERS : LastWord.ANSWER;
    }

    /** A greeting sent ahead of the question is not part of it. */
    private static String question(List<Happened.Said> said) {
        List<String> texts = said.stream().map(Happened.Said::text).toList();
        List<String> questions =
                texts.stream().filter(text -> !Words.GREETING.isAllOf(text)).toList();
        return (questions.isEmpty() ? texts : questions).stream().collect(Collectors.joining("\n"));
    }
}
