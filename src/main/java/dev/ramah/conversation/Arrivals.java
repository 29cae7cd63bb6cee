package dev.ramah.conversation;

import dev.ramah.platform.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.StatelessSession;

/**
 * The door to how far customers' devices have got what we say. Staff who look are told at once; what is kept of it
 * follows a moment later, many at a time.
 */
@ApplicationScoped
public class Arrivals {

    private final StatelessSession session;
    private final Typing typing;

    /** The newest of each that is not kept yet. */
    private final Map<UUID, Integer> fresh = new ConcurrentHashMap<>();

    Arrivals(StatelessSession session, Typing typing) {
        this.session = session;
        this.typing = typing;
    }

    /** A device of the customer has everything up to this entry. */
    void arrived(ConversationRef conversation, int seq) {
        if (seq > 0) {
            fresh.merge(conversation.id(), seq, Math::max);
            typing.delivered(conversation, seq);
        }
    }

    /** The newest entry that any device of the customer has, as far as it was told; 0 for none. */
    @Transactional
    public int upTo(ConversationRef conversation) {
        int kept = session
                .createNativeQuery(
                        "select seq from customer_delivered where conversation = :conversation", Integer.class)
                .setParameter("conversation", conversation.id())
                .getResultList()
                .stream()
                .findFirst()
                .orElse(0);
        return Math.max(kept, fresh.getOrDefault(conversation.id(), 0));
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepUp() {
        if (!fresh.isEmpty()) {
            Database.ifThere(this::keep);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        keepUp();
    }

    /** No further than the log goes, whatever a device says. */
    @Transactional
    void keep() {
        Map<UUID, Integer> some = new HashMap<>(fresh);
        session.createNativeMutationQuery(
                        """
                        insert into customer_delivered (conversation, seq)
                        select c.id, least(told.seq, c.last)
                          from unnest(cast(:conversations as uuid[]), cast(:numbers as int4[])) as told (conversation, seq)
                          join conversation c on c.id = told.conversation
                         order by c.id
                            on conflict (conversation) do update
                           set seq = greatest(customer_delivered.seq, excluded.seq)""")
                .setParameter("conversations", some.keySet().toArray(UUID[]::new))
                .setParameter("numbers", some.values().toArray(Integer[]::new))
                .executeUpdate();
        some.forEach(fresh::remove);
    }
}
