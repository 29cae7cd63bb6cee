package dev.ramah.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The door to what customers bought, as far as the shop told of it. Whoever turned out to be another one is that one. */
@ApplicationScoped
public class Purchases {

    private final StatelessSession session;

    Purchases(StatelessSession session) {
        this.session = session;
    }

    /**
     * When somebody bought.
     *
     * @param forgotten when they were erased; null if they weren't
     * @param orders when each was first told of, in any order, but for those that were cancelled. Of somebody who was
     *     erased nobody knows any more which news are of the same order, so these are the moments of all news
     */
    public record History(@Nullable Instant forgotten, List<Instant> orders) {}

    /**
     * What the shop says of an order that was no purchase after all: it was called off, or all of it was paid back. What
     * was paid back in part, or came back, was bought.
     */
    private static final String CALLED_OFF = "'cancelled', 'canceled', 'refunded', 'voided'";

    /**
     * What these bought. Those of whom the shop can't tell, because it doesn't know who they are, are left out; so are those
     * who were erased and of whom it had told nothing.
     */
    @Transactional
    public Map<UUID, History> of(Collection<UUID> customers) {
        UUID[] ids = customers.toArray(UUID[]::new);
        Map<UUID, History> told = new HashMap<>();
        session.createNativeQuery(
                        """
                        select id, forgotten_at from customer
                         where id = any(:ids) and (external_id is not null or forgotten_at is not null)""",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(row -> told.put((UUID) row[0], new History((@Nullable Instant) row[1], new ArrayList<>())));
        // An order is told of again whenever something happens to it; without its number it can't be told from others.
        // The last news of how it stands counts, by when it was so and not by when it came in: these may come in any
        // order.
        session.createNativeQuery(
                        """
                        select customer, min(at) from (
                               select customer, at, coalesce(nullif(data ->> 'order', ''), id) as bought,
                                      lower(btrim(data ->> 'status')) as status
                                 from customer_event
                                where customer = any(:ids) and type in ('order', 'purchase')
                                  and (data ->> 'order' <> '' or type = 'purchase' or data = '{}')) as news
                         group by customer, bought
                        having max(at) filter (where status in (%1$s)) is null
                            or max(at) filter (where status not in (%1$s))
                             > max(at) filter (where status in (%1$s))"""
                                .formatted(CALLED_OFF),
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(row -> {
                    @Nullable History history = told.get((UUID) row[0]);
                    if (history != null) {
                        history.orders().add((Instant) row[1]);
                    }
                });
        told.values().removeIf(each -> each.forgotten() != null && each.orders().isEmpty());
        return told;
    }

    /** Whether the shop ever told of anything bought. */
    @Transactional
    public boolean wereToldOf() {
        return session.createNativeQuery(
                        "select exists (select 1 from customer_event where type in ('order', 'purchase'))",
                        Boolean.class)
                .getSingleResult();
    }
}
