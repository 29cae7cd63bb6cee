package dev.ramah.conversation;

import dev.ramah.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** What customers' tokens open, for other rooms that let customers in. */
@ApplicationScoped
public class Keys {

    private final Tokens tokens;
    private final Conversations conversations;
    private final Blocks blocks;

    Keys(Tokens tokens, Conversations conversations, Blocks blocks) {
        this.tokens = tokens;
        this.conversations = conversations;
        this.blocks = blocks;
    }

    /**
     * The conversation, or the one in which it goes on, for whoever holds this token.
     *
     * @throws Problem NOT_SIGNED_IN if nobody holds it, FORBIDDEN if it opens another one, NOT_FOUND
     */
    public State open(String token, ConversationRef wanted) {
        Tokens.Right right =
                tokens.right(token).orElseThrow(() -> Problem.notSignedIn("This token is not known or has ended."));
        State state = conversations.find(wanted);
        if (!right.opens(state)) {
            throw Problem.forbidden("This token does not open that conversation.");
        }
        return conversations.goesOn(state);
    }

    /**
     * The conversation, for whoever holds this token and may write in it.
     *
     * @throws Problem as for {@link #open}, and FORBIDDEN for a customer who is blocked
     */
    public State openToWrite(String token, ConversationRef wanted) {
        State state = open(token, wanted);
        blocks.check(state.customer());
        return state;
    }
}
