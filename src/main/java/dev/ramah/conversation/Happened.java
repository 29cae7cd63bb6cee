package dev.ramah.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** The colleague it was handed on to declined: it waits for anybody now. */
    record Declined(UUID agent, String name) implements Happened {}

    /** Back in the queue without its holder; {@code reason} is AGENT_GONE, AGENT_LEFT or SHIFT_OVER. */
    record Requeued(String reason) implements Happened {}

    /** A private note, never shown to the customer; {@code mentions} are the colleagues that it names. */
    record Noted(String text, List<UUID> mentions) implements Happened {

        /** A note from before there were mentions names nobody. */
        public Noted(String text, @Nullable List<UUID> mentions) {
            this.text = text;
            this.mentions = mentions == null ? List.of() : List.copyOf(mentions);
        }

        public Noted(String text) {
            this(text, List.of());
        }
    }

    /**
     * Somebody sent a file; {@code text} is its name.
     *
     * @param media its type as its bytes tell, {@code image/jpeg} say; not {@code type}, which is the frame's
     * @param size in bytes
     * @param width in pixels, as the picture is looked at; null for what is no picture, like the height
     */
    record Attached(
            String text, UUID attachment, String media, int size, @Nullable Integer width, @Nullable Integer height)
            implements Happened {}

    /**
     * An agent gave the customer something; {@code text} is why, for colleagues only.
     *
     * @param gesture voucher, free_shipping, points or refund
     * @param name what colleagues call it
     * @param amount in hundredths, of money or points; null for what has none
     * @param currency as in ISO 4217, of the amount and the cost
     * @param code what the customer redeems it with
     * @param cost what it costs the shop, in hundredths
     */
    record Gave(
            String text,
            UUID gift,
            String gesture,
            String name,
            @Nullable Long amount,
            String currency,
            @Nullable String code,
            long cost)
            implements Happened {}

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

    /**
     * The customer may not write until a moment; {@code text} is why, for them to read.
     *
     * @param objection how they can object; empty where nobody has said how
     */
    record Blocked(String text, String until, String objection) implements Happened {}

    /** The customer's thumb on the bot's answer {@code target}. */
    record Thumbed(int target, boolean up) implements Happened {}

    /** The customer left an address to be written to. */
    record Contact(String text) implements Happened {}

    /**
     * We wrote to the customer at the address {@code text}: {@code what} is ANSWER or TRANSCRIPT.
     *
     * @param problem why it did not reach them; null where nothing is known of that
     */
    record Mailed(String text, String what, @Nullable String problem) implements Happened {}

    record Resolved(Ending ending, boolean survey, boolean handedOver) implements Happened {}

    record Reopened() implements Happened {}

    /** It was about the same as another conversation and goes on there; this one takes no more words. */
    record Merged(UUID into) implements Happened {}

    /** Another conversation was about the same, and goes on here. */
    record Absorbed(UUID from) implements Happened {}

    /**
     * How it was, for {@code episode}; each field is there if it was answered. {@code text} is the comment, {@code tell}
     * whether they want to hear when what it is about is fixed.
     */
    record Rated(
            int episode,
            @Nullable Integer csat,
            @Nullable Integer nps,
            @Nullable Integer effort,
            @Nullable Boolean repeated,
            @Nullable Cause cause,
            @Nullable String text,
            @Nullable Boolean tell)
            implements Happened {

        /** Without a word on being told. */
        public Rated(
                int episode,
                @Nullable Integer csat,
                @Nullable Integer nps,
                @Nullable Integer effort,
                @Nullable Boolean repeated,
                @Nullable Cause cause,
                @Nullable String text) {
            this(episode, csat, nps, effort, repeated, cause, text, null);
        }

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

    /**
     * A manager answered what the customer thought of {@code episode}.
     *
     * @param fixed whether it is only what everybody is told who complained about the same: that it is fixed
     */
    record Followed(String text, int episode, boolean fixed) implements Happened {

        /** An answer to this customer. */
        public Followed(String text, int episode) {
            this(text, episode, false);
        }
    }

    /**
     * How {@code episode} looks to the customer after they were answered about it. Kept beside what they said first, which
     * is what counts; {@code text} is the comment.
     */
    record Reconsidered(int episode, int csat, @Nullable String text) implements Happened {}

    /** As it is stored and sent: {@code said}, {@code escalated}, ... */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Whether it is for colleagues only. */
    default boolean isPrivate() {
        return isPrivate(kind());
    }

    /** The kinds of what is for colleagues only. */
    Set<String> PRIVATE = Set.of("noted", "tagged", "mailed", "declined");

    /** Whether what is of this kind is for colleagues only. */
    static boolean isPrivate(String kind) {
        return PRIVATE.contains(kind);
    }

    /** The kinds with which it comes to a person, or waits for one. */
    Set<String> HANDOVERS = Set.of("escalated", "transferred", "requeued", "assigned");

    /** Whether with it the conversation comes to a person, or waits for one. */
    default boolean handsOver() {
        return HANDOVERS.contains(kind());
    }

    /** All kinds that there are, by their names. */
    static List<String> kinds() {
        return Stream.of(Happened.class.getPermittedSubclasses())
                .map(each -> each.getSimpleName().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
