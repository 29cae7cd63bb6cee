package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.platform.HouseClock;
import dev.ramah.routing.Criterion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The door to offers. A conversation is offered to one agent at a time, whichever node offers it; the row's key
 * makes sure of it. Times are the database's, since any node may end what another began.
 */
@ApplicationScoped
class Offers {

    /** Names the lock of {@link #oneNodeAtATime}; any number that no other lock has. */
    private static final long ROUTING = 0x72616d6168L;

    private final Session entities;
    private final DeskConfig config;
    private final HouseClock clock;

    Offers(Session entities, DeskConfig config, HouseClock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** One node at a time makes offers, and sees what those before it made: together they fill nobody beyond capacity. */
    @Transactional
    <T> T oneNodeAtATime(Supplier<T> routing) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:routing)", Integer.class)
                .setParameter("routing", ROUTING)
                .getSingleResult();
        return routing.get();
    }

    /** All that stand now. */
    @Transactional
    List<Offer> standing() {
        return Offer.list("until > ?1", clock.now());
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
        forget("passed", conversation, Integer.MAX_VALUE);
    }

    /**
     * Offers it, unless an offer of it stands; says whether it was offered.
     *
     * @param seq its newest entry
     * @param because what made this agent righter than the next best; null where there was nobody else
     */
    @Transactional
    boolean offer(ConversationRef conversation, int seq, UUID agent, @Nullable Criterion because) {
        int made = entities.createNativeMutationQuery(
                        """
                        insert into offer (conversation, agent, until, seq, because)
                            values (:conversation, :agent, :until, :seq, cast(:because as text))
                            on conflict (conversation) do nothing""")
                .setParameter("conversation", conversation.id())
                .setParameter("agent", agent)
                .setParameter("until", clock.now().plus(config.offer()))
                .setParameter("seq", seq)
                .setParameter("because", because == null ? null : because.name())
                .executeUpdate();
        return made == 1;
    }

    /** Whether this agent has it on offer. */
    @Transactional
    boolean isOffered(ConversationRef conversation, UUID agent) {
        return Offer.count("conversation = ?1 and agent = ?2", conversation.id(), agent) > 0;
    }

    /** Whether this agent had it on offer and has now let it pass. */
    @Transactional
    boolean decline(ConversationRef conversation, UUID agent) {
        return pass("conversation = ?1 and agent = ?2", conversation.id(), agent);
    }

    /** Whoever went keeps nobody waiting for the end of an offer; says whether there was any of all but these. */
    @Transactional
    boolean passOfAllBut(Set<UUID> online) {
        return pass("agent <> all (cast(?1 as uuid[]))", (Object) online.toArray(UUID[]::new));
    }

    /** Whoever pauses is asked nothing meanwhile, but for what a colleague has handed on to them by name. */
    @Transactional
    void passOf(Set<UUID> pausing) {
        if (!pausing.isEmpty()) {
            pass(
                    """
                    agent = any (cast(?1 as uuid[]))
                        and not exists (select 1 from conversation c where c.id = offer.conversation and c.wanted = offer.agent)""",
                    (Object) pausing.toArray(UUID[]::new));
        }
    }

    /** Lets those pass whose time is over; says whether there were any that no other node had seen to. */
    @Transactional
    boolean expire() {
        return pass("until <= ?1", clock.now());
    }

    /** It was taken or resolved with this entry, so nothing of what was offered before is on offer. */
    @Transactional
    void drop(ConversationRef conversation, int seq) {
        forget("offer", conversation, seq);
        forget("passed", conversation, seq);
    }

    private boolean pass(String which, Object... values) {
        var query = entities.createNativeQuery(
                """
                with over as (delete from offer where %s returning conversation, agent, seq),
                     kept as (insert into passed (conversation, agent, seq) select conversation, agent, seq from over
                                  on conflict do nothing)
                select count(*) from over"""
                        .formatted(which),
                Long.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getSingleResult() > 0;
    }

    private void forget(String table, ConversationRef conversation, int before) {
        entities.createNativeMutationQuery(
                        "delete from " + table + " where conversation = :conversation and seq < :before")
                .setParameter("conversation", conversation.id())
                .setParameter("before", before)
                .executeUpdate();
    }
}
