package dev.ramah.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an entry. {@code id} is there for agents only: two of them may use the same client id, and
 * the customer is known from the conversation.
 */
public record Author(Role role, @Nullable UUID id, String name) {

    public static Author agent(UUID id, String name) {
        return new Author(Role.AGENT, id, name);
    }

    static Author customer(String name) {
        return new Author(Role.CUSTOMER, null, name);
    }

    static Author bot() {
        return new Author(Role.BOT, null, "Ramah");
    }

    static Author system() {
        return new Author(Role.SYSTEM, null, "System");
    }
}
