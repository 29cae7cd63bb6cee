package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The door to offers. A conversation is offered to one agent at a time; the row's key makes sure of it. */
@ApplicationScoped
class Offers {

    private final Session entities;
    private final DeskConfig config;
    private final Clock clock;

    Offers(Session entities, DeskConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** All that stand now. */
    @Transactional
    List<Offer> standing() {
        return Offer.list("until > ?1", clock.instant());
    }

    /** Those who let this conversation pass while it waited. */
    @Transactional
    Set<UUID> passedBy(ConversationRef conversation) {
        return new HashSet<>(
                entities.createNativeQuery("select agent from passed where conversation = :conversation", UUID.class)
                        .setParameter("conversation", conversation.id())
                        .getResultList());
    }

    /** Everyone let it pass: they are asked again. */
    @Transactional
    void askAllAgain(ConversationRef conversation) {
        forget("passed", conversation);
    }

    /** Offers it, unless an offer of it stands; null then. */
    @Transactional
    @Nullable Instant offer(ConversationRef conversation, UUID agent) {
        Instant until = clock.instant().plus(config.offer());
        int made = entities.createNativeMutationQuery(
                        """
                        insert into offer (conversation, agent, until) values (:conversation, :agent, :until)
                            on conflict (conversation) do nothing""")
                .setParameter("conversation", conversation.id())
                .setParameter("agent", agent)
                .setParameter("until", until)
                .executeUpdate();
        return made == 1 ? until : null;
    }

    /** Whether this agent had it on offer and has now let it pass. */
    @Transactional
    boolean decline(ConversationRef conversation, UUID agent) {
        Optional<Offer> offer = Offer.find("conversation = ?1 and agent = ?2", conversation.id(), agent)
                .firstResultOptional();
        offer.ifPresent(this::pass);
        return offer.isPresent();
    }

    /** Lets those pass whose time is over; says whether there were any. */
    @Transactional
    boolean expire() {
        List<Offer> over = Offer.list("until <= ?1", clock.instant());
        over.forEach(this::pass);
        return !over.isEmpty();
    }

    /** It waits no longer, so nothing of it is on offer. */
    @Transactional
    void drop(ConversationRef conversation) {
        forget("offer", conversation);
        forget("passed", conversation);
    }

    private void pass(Offer offer) {
        entities.createNativeMutationQuery(
                        "insert into passed (conversation, agent) values (?1, ?2) on conflict do nothing")
                .setParameter(1, offer.conversation)
                .setParameter(2, offer.agent)
                .executeUpdate();
        offer.delete();
    }

    private void forget(String table, ConversationRef conversation) {
        entities.createNativeMutationQuery("delete from " + table + " where conversation = :conversation")
                .setParameter("conversation", conversation.id())
                .executeUpdate();
    }
}
