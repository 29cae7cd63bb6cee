package dev.ramah.conversation;

import dev.ramah.platform.Trace;
import dev.ramah.platform.Traces;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A wish to change one conversation, on its way through the log.
 *
 * @param clientId the sender's own id for it: the same sender's second command of this id changes nothing
 */
record Command(
        ConversationRef conversation,
        Author author,
        @Nullable String clientId,
        Instant at,
        Verb verb,
        CompletableFuture<Receipt> promise,
        Trace trace) {

    /** As part of whatever this thread is about. */
    Command(
            ConversationRef conversation,
            Author author,
            @Nullable String clientId,
            Instant at,
            Verb verb,
            CompletableFuture<Receipt> promise) {
        this(conversation, author, clientId, at, verb, promise, Traces.current());
    }

    /** What to do with the conversation; throws a {@link dev.ramah.platform.Problem} if it may not. */
    interface Verb {
        void apply(Conversation conversation, Command by);
    }

    /** A verb that goes on in the other conversation where this one was merged into one: words, and what people do. */
    record Following(Verb verb) implements Verb {
        @Override
        public void apply(Conversation conversation, Command by) {
            verb.apply(conversation, by);
        }
    }

    /** The verb about two conversations: this one is to go on in the other; with {@code force} also from a colleague. */
    record Merging(ConversationRef into, boolean force) implements Verb {
        @Override
        public void apply(Conversation conversation, Command by) {
            throw new IllegalStateException("takes two conversations");
        }
    }

    void apply(Conversation to) {
        verb.apply(to, this);
    }

    /** The ids of those that it is about. */
    Stream<UUID> conversations() {
        return verb instanceof Merging merging
                ? Stream.of(conversation.id(), merging.into().id())
                : Stream.of(conversation.id());
    }

    /** The same command, one step closer to where its conversation goes on; this one where it is there, as far as these tell. */
    Command led(Map<UUID, Conversation> known) {
        if (verb instanceof Merging merging) {
            ConversationRef next = next(merging.into(), known);
            return next == null ? this : with(conversation, new Merging(next, merging.force()));
        }
        ConversationRef next = verb instanceof Following ? next(conversation, known) : null;
        return next == null ? this : with(next, verb);
    }

    private static @Nullable ConversationRef next(ConversationRef from, Map<UUID, Conversation> known) {
        Conversation found = known.get(from.id());
        return found == null || found.mergedInto == null ? null : new ConversationRef(found.mergedInto);
    }

    private Command with(ConversationRef other, Verb what) {
        return new Command(other, author, clientId, at, what, promise, trace);
    }

    /** The agent who asks. */
    UUID agent() {
        return Objects.requireNonNull(author.id(), "only agents do this");
    }

    Command withoutClientId() {
        return new Command(conversation, author, null, at, verb, promise, trace);
    }

    /** The same moment, by somebody else. */
    Command as(Author other) {
        return new Command(conversation, other, null, at, verb, promise, trace);
    }

    /** Tells one sender's id from the same id of another. */
    Key key() {
        return new Key(
                conversation.id(),
                author.id() == null ? author.role().name() : author.id().toString(),
                String.valueOf(clientId));
    }

    record Key(UUID conversation, String sender, String clientId) {}
}
