package dev.ramah.delivery;

import dev.ramah.conversation.Conversations;
import dev.ramah.platform.Forgets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Nobody is written to who is to be forgotten, and the links that they have end. */
@ApplicationScoped
class ForgottenMails implements Forgets {

    private final Conversations conversations;
    private final Session entities;

    ForgottenMails(Conversations conversations, Session entities) {
        this.conversations = conversations;
        this.entities = entities;
    }

    @Override
    @Transactional
    public void forget(UUID customer) {
        UUID[] theirs = conversations.ofCustomer(customer).stream()
                .map(each -> each.conversation().id())
                .toArray(UUID[]::new);
        for (String each : List.of(
                "update mail set address = null, due_at = null, problem = null where conversation = any(:theirs)",
                "delete from mail_unseen where conversation = any(:theirs)",
                "delete from mail_link where conversation = any(:theirs)")) {
            entities.createNativeMutationQuery(each)
                    .setParameter("theirs", theirs)
                    .executeUpdate();
        }
    }
}
