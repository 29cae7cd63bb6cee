package dev.ramah.attachment;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.State;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a file to which conversation.
 *
 * @param agent null for the customer
 */
record Sender(State state, @Nullable Author agent) {

    private static final String CUSTOMER = "CUSTOMER";

    ConversationRef conversation() {
        return state.conversation();
    }

    boolean isCustomer() {
        return agent == null;
    }

    /** As it is stored: one person's client id is not another's. */
    String name() {
        return agent == null || agent.id() == null ? CUSTOMER : agent.id().toString();
    }
}
