package dev.ramah.delivery;

import dev.ramah.conversation.Conversations;
import dev.ramah.platform.Forgets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.Session;

/** Blanks what was sent of a customer who is to be forgotten, and what was answered to it. */
@ApplicationScoped
class ForgottenDeliveries implements Forgets {

    private final Conversations conversations;
    private final Session entities;

    ForgottenDeliveries(Conversations conversations, Session entities) {
        this.conversations = conversations;
        this.entities = entities;
    }

    @Override
    @Transactional
    public void forget(UUID customer) {
        entities.createNativeMutationQuery(
                        "update webhook_delivery set body = null, response = null where conversation = any(:theirs)")
                .setParameter(
                        "theirs",
                        conversations.ofCustomer(customer).stream()
                                .map(each -> each.conversation().id())
                                .toArray(UUID[]::new))
                .executeUpdate();
    }
}
