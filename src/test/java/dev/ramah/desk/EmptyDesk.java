package dev.ramah.desk;

import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A desk at which nobody waits and nobody sits, whatever earlier tests left. */
@Singleton
class EmptyDesk {

    private final Conversations conversations;
    private final Floor floor;

    EmptyDesk(Conversations conversations, Floor floor) {
        this.conversations = conversations;
        this.floor = floor;
    }

    void now() {
        nobodySits();
        for (UUID holder : conversations.held().keySet()) {
            for (State each : conversations.heldBy(holder)) {
                conversations.requeue(each.conversation(), holder, "AGENT_LEFT").join();
            }
        }
        for (State each : conversations.waiting()) {
            conversations
                    .customerResolves(each.conversation(), UUID.randomUUID().toString(), null)
                    .join();
        }
    }

    /** Sockets that were closed are noticed a moment later, and it is written down a moment after that. */
    void nobodySits() {
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (!floor.all().isEmpty() || floor.isOnline()) {
            if (Instant.now().isAfter(patience)) {
                throw new AssertionError("Somebody still sits at the desk");
            }
            Thread.onSpinWait();
        }
    }
}
