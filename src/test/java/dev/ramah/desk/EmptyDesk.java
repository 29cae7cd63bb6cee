package dev.ramah.desk;

import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.State;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A desk at which nobody waits and nobody sits, whatever earlier tests left. */
@Singleton
public class EmptyDesk {

    private final Conversations conversations;
    private final Handovers handovers;
    private final Floor floor;

    EmptyDesk(Conversations conversations, Handovers handovers, Floor floor) {
        this.conversations = conversations;
        this.handovers = handovers;
        this.floor = floor;
    }

    public void now() {
        nobodySits();
        for (State each : handovers.promised()) {
            UUID holder = Objects.requireNonNull(each.holder());
            conversations.requeue(each.conversation(), holder, "AGENT_LEFT").join();
        }
        for (UUID holder : handovers.held().keySet()) {
            for (State each : handovers.heldBy(holder)) {
                conversations.requeue(each.conversation(), holder, "AGENT_LEFT").join();
            }
        }
        for (State each : handovers.waiting()) {
            conversations
                    .customerResolves(each.conversation(), UUID.randomUUID().toString(), null)
                    .join();
        }
    }

    /** Sockets that were closed are noticed a moment later, and it is written down a moment after that. */
    void nobodySits() {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (!floor.all().isEmpty() || floor.isOnline()) {
            if (Instant.now().isAfter(patience)) {
                throw new AssertionError("Somebody still sits at the desk");
            }
            Thread.onSpinWait();
        }
    }
}
