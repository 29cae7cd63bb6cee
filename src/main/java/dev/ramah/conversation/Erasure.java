package dev.ramah.conversation;

import dev.ramah.customer.Forgotten;
import dev.ramah.platform.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells open screens that a customer's words were erased, so that they show them no longer. */
@ApplicationScoped
class Erasure {

    private final Conversations conversations;
    private final Viewings viewings;

    Erasure(Conversations conversations, Viewings viewings) {
        this.conversations = conversations;
        this.viewings = viewings;
    }

    void forgotten(@Observes Forgotten event) {
        conversations
                .ofCustomer(event.customer())
                .forEach(each -> viewings.tell(
                        each.conversation(),
                        Frame.of("erased")
                                .put("conversation", each.conversation().id().toString())));
    }
}
