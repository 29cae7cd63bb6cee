package dev.ramah.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can happen in a conversation. A component called {@code text} holds words of a person: it is stored
 * apart from the rest, so that it can be erased while the record that something happened stays.
 */
public sealed interface Happened {

    /** Somebody said something; the bot adds where it has it from, or what to choose from. */
    record Said(
            String text,
            List<Citation> citations,
            List<Citation> choices,
            @Nullable String choice,
            @Nullable String rule,
            @Nullable Double confidence)
            implements Happened {

        public static Said plain(String text) {
            return new Said(text, List.of(), List.of(), null, null, null);
        }
    }

    /** A person was asked for; {@code reason} is the name of the rule that hit. */
    record Escalated(String reason) implements Happened {}

    /** The author took the conversation; {@code brief} is the hand-over whose brief they were shown with it. */
    record Assigned(@Nullable Integer brief) implements Happened {}

    /** Handed on by its holder; {@code text} is the reason, for colleagues only. */
    record Transferred(String text, @Nullable UUID agent, @Nullable String team, String to) implements Happened {}

    /** Back in the queue without its holder; {@code reason} is AGENT_GONE or AGENT_LEFT. */
    record Requeued(String reason) implements Happened {}

    /** A private note, never shown to the customer. */
    record Noted(String text) implements Happened {}

    /** It waits for somebody else until a moment that the customer is told; {@code text} is for whom, for colleagues only. */
    record Pended(String text, String until) implements Happened {

        /** The moment by which we come back. */
        public Instant due() {
            return Instant.parse(until);
        }
    }

    /**
     * It waits no more; {@code reason} is DUE, CUSTOMER or AGENT.
     *
     * @param late whether the moment came and nobody had told the customer anything since it was promised
     */
    record Returned(String reason, boolean late) implements Happened {}

    /** What the customer got in touch about, in a word or two of staff; never shown to the customer. */
    record Tagged(String reason) implements Happened {}

    /** The customer's thumb on the bot's answer {@code target}. */
    record Thumbed(int target, boolean up) implements Happened {}

    /** The customer left an address to be written to. */
    record Contact(String text) implements Happened {}

    record Resolved(Ending ending, boolean survey, boolean handedOver) implements Happened {}

    record Reopened() implements Happened {}

    /** How it was, for {@code episode}; each field is there if it was answered. {@code text} is the comment. */
    record Rated(
            int episode,
            @Nullable Integer csat,
            @Nullable Integer nps,
            @Nullable Integer effort,
            @Nullable Boolean repeated,
            @Nullable Cause cause,
            @Nullable String text)
            implements Happened {

        /** Without a cause. */
        public Rated(
                int episode,
                @Nullable Integer csat,
                @Nullable Integer nps,
                @Nullable Integer effort,
                @Nullable Boolean repeated,
                @Nullable String text) {
            this(episode, csat, nps, effort, repeated, null, text);
        }
    }

    /** As it is stored and sent: {@code said}, {@code escalated}, ... */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Whether customers may see it. */
    default boolean isPrivate() {
        return this instanceof Noted || this instanceof Tagged;
    }
}
