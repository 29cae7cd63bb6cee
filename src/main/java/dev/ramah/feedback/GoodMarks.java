package dev.ramah.feedback;

import dev.ramah.customer.Guest;
import dev.ramah.customer.Moves;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The door to which good mark a customer gave first after each low one. Counted from the log, a year of them takes
 * seconds, so it stands beside the low one. Whenever customers rated something, or somebody turned out to be one of them,
 * all of theirs are looked at anew, as the log is then: so it makes no difference in which order things come, nor how often.
 */
@ApplicationScoped
class GoodMarks implements Moves {

    /** Whose those are who were made one since somebody looked. */
    private static final String MOVED = "follow_up_moved";

    /**
     * A good mark counts that was given later: to what they were unhappy with, when they were answered, to a later episode of
     * that conversation, or to a conversation that began later: ids say when, and do not change when customers come back, as
     * {@code opened_at} does. It is written as the index {@code entry_good} has it.
     */
    private static final String KEEP =
            """
            update follow_up f
               set won_conversation = good.conversation, won_episode = good.episode, won_at = good.at, won_csat = good.csat
              from (select low.id, mark.*
                      from conversation c
                      join follow_up low on low.conversation = c.id
                      left join lateral (
                           select e.conversation, cast(e.facts ->> 'episode' as int) as episode, e.at,
                                  cast(e.facts ->> 'csat' as int) as csat
                             from conversation o
                             join entry e on e.conversation = o.id
                              and e.kind in ('rated', 'reconsidered') and cast(e.facts ->> 'csat' as int) >= 4
                            where o.customer = c.customer and e.at > low.rated_at
                              and (o.id > c.id
                                   or (o.id = c.id
                                       and cast(e.facts ->> 'episode' as int) + cast(e.kind = 'reconsidered' as int)
                                           > low.episode))
                            order by e.at, e.conversation limit 1) mark on true
                     where c.customer = any(:customers)) good
             where f.id = good.id
               and (f.won_conversation, f.won_episode, f.won_at, f.won_csat)
                   is distinct from (good.conversation, good.episode, good.at, good.csat)""";

    private final Session entities;

    GoodMarks(Session entities) {
        this.entities = entities;
    }

    /**
     * Nobody else changes follow-ups of these customers until the end of the transaction. All at once and in the order in
     * which they are locked when somebody is erased, so that neither waits for the other for ever.
     */
    void hold(Collection<UUID> customers) {
        entities.createNativeQuery(
                        """
                        select f.id from follow_up f
                         where f.conversation in (select id from conversation where customer = any(:customers))
                         order by f.conversation, f.episode for update""",
                        UUID.class)
                .setParameter("customers", customers.toArray(UUID[]::new))
                .getResultList();
    }

    /**
     * Looks at all of these customers' anew. Whoever calls it holds them, and the bookmark behind which the log is read: what
     * was looked at before somebody else changed it must not be kept after what they kept.
     */
    void keep(Collection<UUID> customers) {
        entities.flush();
        entities.createNativeMutationQuery(KEEP)
                .setParameter("customers", customers.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** The same of all who turned out to be somebody else since; whoever calls it holds the bookmark. */
    void keepMoved() {
        // What is noted is committed, and so is what it was noted for; what comes meanwhile is noted again.
        List<UUID> customers = entities.createNativeQuery("delete from " + MOVED + " returning customer", UUID.class)
                .getResultList();
        if (!customers.isEmpty()) {
            hold(customers);
            keep(customers);
        }
    }

    @Override
    @Transactional
    public void move(UUID from, Guest to) {
        entities.createNativeMutationQuery("insert into " + MOVED + " (customer) values (:customer)")
                .setParameter("customer", to.id())
                .executeUpdate();
    }
}
