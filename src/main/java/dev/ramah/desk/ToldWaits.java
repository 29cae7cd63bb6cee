package dev.ramah.desk;

import dev.ramah.conversation.State;
import dev.ramah.routing.Estimate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The door to what those were told who waited, and what came of it: they were told once, and the log says the rest. */
@ApplicationScoped
public class ToldWaits {

    /** So many of the latest say how far off forecasts are. */
    private static final int LATEST = 200;

    private static final Duration REMEMBERED = Duration.ofDays(14);

    /** What was told, and the entry that ended each wait. */
    private static final String ENDED =
            """
            from wait_told t
            left join lateral (select e.kind, e.at from entry e
                                where e.conversation = t.conversation and e.seq > t.seq
                                  and e.kind in ('assigned', 'resolved', 'escalated', 'transferred', 'requeued')
                                order by e.seq limit 1) as ended on true
            """;

    private static final String WAIT =
            "select t.conversation, began.episode, began.at, t.likely, t.most, ended.at, ended.kind = 'assigned' "
                    + ENDED + "join entry began on began.conversation = t.conversation and began.seq = t.seq";

    private final Session entities;

    ToldWaits(Session entities) {
        this.entities = entities;
    }

    /**
     * A wait of which a customer was told how long it would be.
     *
     * @param at when it began, in this episode
     * @param likely seconds; and so {@code most}, the upper end
     * @param ended null while it goes on
     * @param served whether it ended when somebody took it
     */
    public record Wait(
            UUID conversation, int episode, Instant at, int likely, int most, @Nullable Instant ended, boolean served) {

        static Wait of(Object[] row) {
            return new Wait(
                    (UUID) row[0],
                    (Integer) row[1],
                    (Instant) row[2],
                    (Integer) row[3],
                    (Integer) row[4],
                    (Instant) row[5],
                    Boolean.TRUE.equals(row[6]));
        }
    }

    /** Those in these conversations, in the order in which they began; a new one is among the news of the log, as is its end. */
    @Transactional
    public List<Wait> in(Collection<UUID> conversations) {
        return entities.createNativeQuery(
                        WAIT + " where t.conversation = any(:them) order by t.conversation, t.seq", Object[].class)
                .setParameter("them", conversations.toArray(UUID[]::new))
                .getResultStream()
                .map(Wait::of)
                .toList();
    }

    /** Those that go on. */
    @Transactional
    public List<Wait> goingOn() {
        return entities.createNativeQuery(
                        WAIT
                                + " join conversation c on c.id = t.conversation where c.turn = 'QUEUE' and ended.kind is null",
                        Object[].class)
                .getResultStream()
                .map(Wait::of)
                .toList();
    }

    @Transactional
    void keep(State state, Forecasts.Foreseen foreseen) {
        entities.createNativeMutationQuery(
                        """
                        insert into wait_told (conversation, seq, at, behind, foretold, likely, most)
                            select :conversation, max(e.seq), :at, :behind, :foretold, :likely, :most
                              from entry e
                             where e.conversation = :conversation and e.kind in ('escalated', 'transferred', 'requeued')
                            having max(e.seq) is not null
                            on conflict do nothing""")
                .setParameter("conversation", state.conversation().id())
                .setParameter("at", state.waitingSince() == null ? state.openedAt() : state.waitingSince())
                .setParameter("behind", foreseen.behind())
                .setParameter("foretold", foreseen.foretold())
                .setParameter("likely", (int) foreseen.estimate().likely().toSeconds())
                .setParameter("most", (int) foreseen.estimate().most().toSeconds())
                .executeUpdate();
    }

    /** How the latest turned out, those left out who went before a person came. */
    @Transactional
    List<Estimate.Outcome> outcomes(Instant now) {
        return entities
                .createNativeQuery(
                        "select t.behind, t.foretold, cast(extract(epoch from ended.at - t.at) as float8) " + ENDED
                                + " where t.at > :since and ended.kind = 'assigned' order by t.at desc limit :most",
                        Object[].class)
                .setParameter("since", now.minus(REMEMBERED))
                .setParameter("most", LATEST)
                .getResultList()
                .stream()
                .map(row -> new Estimate.Outcome((Integer) row[0], (Double) row[1], (Double) row[2]))
                .toList();
    }
}
