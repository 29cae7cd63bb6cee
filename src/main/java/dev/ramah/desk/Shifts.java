package dev.ramah.desk;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Receipt;
import dev.ramah.conversation.State;
import dev.ramah.platform.Faults;
import dev.ramah.platform.HouseClock;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.staff.Colleague;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The ends of shifts. Whoever goes hands over all they have: as they say, and to the queue what they say nothing of. They
 * are offline before that, so nothing comes in behind their back; what a repeat asks for again has happened already.
 */
@ApplicationScoped
class Shifts {

    private static final String REASON = "SHIFT_OVER";

    private final Conversations conversations;
    private final Handovers handovers;
    private final Transfers transfers;
    private final Desk desk;
    private final ShiftMarks marks;
    private final Session entities;
    private final HouseClock clock;

    Shifts(
            Conversations conversations,
            Handovers handovers,
            Transfers transfers,
            Desk desk,
            ShiftMarks marks,
            Session entities,
            HouseClock clock) {
        this.conversations = conversations;
        this.handovers = handovers;
        this.transfers = transfers;
        this.desk = desk;
        this.marks = marks;
        this.entities = entities;
        this.clock = clock;
    }

    /** What becomes of one conversation. */
    sealed interface Fate {

        /** Anybody may go on with it. */
        record Queue() implements Fate {}

        /** Somebody else goes on with it, or a team. */
        record HandedOn(Happened.Transferred to) implements Fate {}

        /** It stays theirs until a moment that the customer is told. */
        record Waits(Instant until, String reason) implements Fate {}
    }

    Fate handedOn(@Nullable UUID agent, @Nullable String team, String reason) {
        return new Fate.HandedOn(transfers.to(agent, team, reason));
    }

    /**
     * Ends the shift of this person, who has nothing left in hand then but what waits for somebody else.
     *
     * @param clientId names this end: with the same one nothing is done a second time
     * @param mark how it was, 1 to 5; null if they did not say
     * @return how many conversations were handed over
     * @throws Problem INVALID before anything is done
     */
    int end(Colleague who, String clientId, Map<UUID, Fate> fates, @Nullable Integer mark) {
        if (isOver(who.id(), clientId)) {
            return 0;
        }
        desk.goHome(who.id()).join();
        int handedOver = 0;
        for (State each : handovers.heldBy(who.id())) {
            boolean stays = each.pendingUntil() != null;
            Fate fate = fates.get(each.conversation().id());
            if (fate != null || !stays) {
                handedOver +=
                        befall(each.conversation(), who, clientId, fate == null ? new Fate.Queue() : fate) ? 1 : 0;
            }
        }
        keep(who, clientId, mark);
        return handedOver;
    }

    /** Whether it was still theirs to hand over. */
    private boolean befall(ConversationRef conversation, Colleague who, String clientId, Fate fate) {
        Author author = Author.agent(who.id(), who.name());
        CompletableFuture<Receipt> done;
        if (fate instanceof Fate.HandedOn handedOn) {
            done = conversations.transfer(conversation, author, clientId, handedOn.to());
        } else if (fate instanceof Fate.Waits waits) {
            done = conversations.pend(conversation, author, clientId, waits.until(), waits.reason());
        } else {
            done = conversations.requeue(conversation, who.id(), REASON);
        }
        try {
            return done.join().wrote();
        } catch (CompletionException fault) {
            Problem problem = Faults.asProblem(fault);
            // Taken over, resolved or handed on in the same moment: it is in good hands.
            if (problem.code() == Code.NOT_HOLDER || problem.code() == Code.CONFLICT) {
                return false;
            }
            throw problem;
        }
    }

    private boolean isOver(UUID agent, String clientId) {
        return QuarkusTransaction.joiningExisting().call(() -> !entities.createNativeQuery(
                        "select 1 from shift_over where agent = :agent and client_id = :id", Integer.class)
                .setParameter("agent", agent)
                .setParameter("id", clientId)
                .getResultList()
                .isEmpty());
    }

    private void keep(Colleague who, String clientId, @Nullable Integer mark) {
        QuarkusTransaction.requiringNew().run(() -> {
            int first = entities.createNativeMutationQuery(
                            """
                            insert into shift_over (agent, client_id, at) values (:agent, :id, :at)
                                on conflict do nothing""")
                    .setParameter("agent", who.id())
                    .setParameter("id", clientId)
                    .setParameter("at", clock.now())
                    .executeUpdate();
            if (first == 1 && mark != null) {
                marks.keep(who.id(), who.teams(), mark);
            }
        });
    }
}
