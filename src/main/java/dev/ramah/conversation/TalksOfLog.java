package dev.ramah.conversation;

import dev.ramah.customer.Talk;
import dev.ramah.customer.Talks;
import dev.ramah.platform.Exports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** What the log holds of customers: counted for the page of customers, and whole for their export. */
@ApplicationScoped
class TalksOfLog implements Talks, Exports {

    private final Session session;
    private final Conversations conversations;

    TalksOfLog(Session session, Conversations conversations) {
        this.session = session;
        this.conversations = conversations;
    }

    @Override
    @Transactional
    public Map<UUID, Integer> conversations(Collection<UUID> customers) {
        Map<UUID, Integer> counts = new HashMap<>();
        session.createQuery(
                        "select customer, count(*) from Conversation where customer in :customers and last > 0 group by customer",
                        Object[].class)
                .setParameter("customers", customers)
                .getResultList()
                .forEach(row -> counts.put((UUID) row[0], ((Long) row[1]).intValue()));
        return counts;
    }

    @Override
    @Transactional
    public int entries(UUID customer) {
        return session.createNativeQuery(
                        """
                        select count(*) from words w join conversation c on c.id = w.conversation
                         where c.customer = :customer and w.text is not null""",
                        Integer.class)
                .setParameter("customer", customer)
                .getSingleResult();
    }

    @Override
    public List<Talk> of(UUID customer) {
        return conversations.ofCustomer(customer).stream()
                .filter(each -> each.last() > 0)
                .map(each -> each.summary(conversations.entries(each.conversation(), 0)))
                .toList();
    }

    @Override
    public String name() {
        return "conversations";
    }

    /** Everything that was said, as the customer saw it: notes of staff are the staff's. */
    @Override
    public Object export(UUID customer) {
        List<Object> all = new ArrayList<>();
        for (State each : conversations.ofCustomer(customer)) {
            all.add(Map.of(
                    "conversation",
                    each.conversation().id(),
                    "openedAt",
                    each.openedAt(),
                    "language",
                    each.language(),
                    "entries",
                    conversations.entries(each.conversation(), 0).stream()
                            .filter(View.CUSTOMER::shows)
                            .map(entry -> EntryJson.of(entry, View.CUSTOMER))
                            .toList()));
        }
        return all;
    }
}
