package dev.ramah.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lets a customer in, for rooms that meet them elsewhere than at the chat's socket. */
@ApplicationScoped
public class CustomerKeys {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final Conversations conversations;

    CustomerKeys(Tokens tokens, Conversations conversations) {
        this.tokens = tokens;
        this.conversations = conversations;
    }

    /** A token of a customer, and the conversation that it opens. */
    public record Key(UUID conversation, String token, Instant expires) {}

    /** A new token that opens this conversation only, or the one in which it goes on, for as long as an anonymous visitor's does. */
    public Key cut(ConversationRef conversation) {
        State state = conversations.goesOn(conversations.find(conversation));
        Tokens.Issued issued = tokens.issue(state, false);
        return new Key(state.conversation().id(), issued.token(), issued.expires());
    }

    /**
     * The conversation that a request's bearer token opens.
     *
     * @param wanted null for the one that the token began with
     */
    public Optional<State> opened(@Nullable String authorization, @Nullable UUID wanted) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return tokens.right(authorization.substring(BEARER.length()).strip()).flatMap(right -> {
            State state = conversations.find(wanted == null ? right.conversation() : new ConversationRef(wanted));
            return right.opens(state) ? Optional.of(conversations.goesOn(state)) : Optional.empty();
        });
    }
}
