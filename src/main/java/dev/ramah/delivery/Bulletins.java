package dev.ramah.delivery;

import dev.ramah.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The door to what the shop's programs are told that happened in no conversation; only those hear it that name its kind. */
@ApplicationScoped
public class Bulletins {

    /** All kinds that there are. */
    static final List<String> KINDS = List.of("digest");

    private final Session entities;
    private final Clock clock;

    Bulletins(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Puts it on its way to each webhook that wants to hear of it, within the caller's transaction; the same one goes once.
     *
     * @param kind one of {@code KINDS}
     * @param id tells it from all others; the event is called so, with {@code .0} behind it
     * @param body as JSON
     */
    @Transactional
    public void publish(String kind, UUID id, String body) {
        Instant now = clock.instant();
        for (Webhook each : Webhook.<Webhook>list("active")) {
            if (each.kinds.contains(kind)) {
                entities.createNativeMutationQuery(
                                """
                                insert into webhook_delivery (id, webhook, conversation, seq, kind, at, due_at, body)
                                values (:delivery, :webhook, :id, 0, :kind, :now, :now, :body)
                                    on conflict (webhook, conversation, seq) do nothing""")
                        .setParameter("delivery", Ids.next(now))
                        .setParameter("webhook", each.id)
                        .setParameter("id", id)
                        .setParameter("kind", kind)
                        .setParameter("now", now)
                        .setParameter("body", body)
                        .executeUpdate();
            }
        }
    }
}
