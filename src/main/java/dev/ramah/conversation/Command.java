package dev.ramah.conversation;

import dev.ramah.platform.Trace;
import dev.ramah.platform.Traces;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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

    void apply(Conversation to) {
        verb.apply(to, this);
    }

    /** The agent who asks. */
    UUID agent() {
        return Objects.requireNonNull(author.id(), "only agents do this");
    }

    Command withoutClientId() {
        return new Command(conversation, author, null, at, verb, promise, trace);
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
