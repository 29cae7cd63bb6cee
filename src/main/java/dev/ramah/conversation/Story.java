package dev.ramah.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a conversation of {@link Stories}, in the order of the calls. What could not have happened throws
 * {@link IllegalStateException}, or the {@link dev.ramah.platform.Problem} that a live one would answer.
 */
public final class Story {

    private final Conversation conversation;
    private final Function<Instant, Set<Ending>> surveyAfter;
    private Instant now;

    Story(Conversation conversation, Function<Instant, Set<Ending>> surveyAfter) {
        this.conversation = conversation;
        this.surveyAfter = surveyAfter;
        this.now = conversation.openedAt;
    }

    public void customerSays(Instant at, String text) {
        Happened.Said said = Happened.Said.plain(Words.clean(text));
        happens(at, Author.customer(""), (c, by) -> c.customerSays(by, said, Duration.ZERO));
    }

    /** A thumb on the newest entry. */
    public void customerThumbs(Instant at, boolean up) {
        happens(at, Author.customer(""), (c, by) -> c.thumb(by, c.last, up));
    }

    public void customerResolves(Instant at, @Nullable Boolean solved) {
        happens(at, Author.customer(""), (c, by) -> c.resolveByCustomer(by, solved, surveyAfter.apply(at)));
    }

    /** Rates the current episode, without saying what a low mark is for. */
    public void customerRates(
            Instant at, @Nullable Integer csat, @Nullable Boolean repeated, @Nullable String comment) {
        customerRates(at, csat, repeated, null, comment);
    }

    /** Rates the current episode; {@code cause} is what a low mark is for. */
    public void customerRates(
            Instant at,
            @Nullable Integer csat,
            @Nullable Boolean repeated,
            @Nullable Cause cause,
            @Nullable String comment) {
        String words = comment == null ? null : Words.clean(comment);
        happens(
                at,
                Author.customer(""),
                (c, by) -> c.rate(by, new Happened.Rated(c.episode, csat, null, null, repeated, cause, words)));
    }

    public void botSays(Instant at, String text, List<Citation> citations) {
        Happened.Said said = new Happened.Said(text, citations, List.of(), null, null, null);
        happens(at, Author.bot(), (c, by) -> c.botSays(by, c.last, said));
    }

    public void botHandsOver(Instant at, String rule) {
        happens(at, Author.bot(), (c, by) -> c.botHandsOver(by, c.last, rule, null));
    }

    public void agentTakes(Instant at, Author agent) {
        happens(at, agent, (c, by) -> c.take(by, false, null));
    }

    public void agentSays(Instant at, Author agent, String text) {
        Happened.Said said = Happened.Said.plain(Words.clean(text));
        happens(at, agent, (c, by) -> c.agentSays(by, said));
    }

    public void agentNotes(Instant at, Author agent, String text) {
        String words = Words.clean(text);
        happens(at, agent, (c, by) -> c.note(by, new Happened.Noted(words)));
    }

    public void agentResolves(Instant at, Author agent) {
        happens(at, agent, (c, by) -> c.resolveByAgent(by, surveyAfter.apply(at).contains(Ending.HELPED)));
    }

    /** Nobody says anything any more, and the episode ends by that. */
    public void endsInSilence(Instant at) {
        happens(at, Author.system(), (c, by) -> c.endInSilence(by, at));
    }

    private void happens(Instant at, Author who, Command.Verb verb) {
        if (at.isBefore(now)) {
            throw new IllegalStateException("A story does not go back from " + now + " to " + at);
        }
        int before = conversation.last;
        ConversationRef ref = new ConversationRef(conversation.id);
        new Command(ref, who, null, at, verb, new CompletableFuture<>()).apply(conversation);
        if (conversation.last == before) {
            throw new IllegalStateException("After entry " + before + " of " + conversation.clientId
                    + " nothing could happen by " + who.role());
        }
        now = at;
    }
}
