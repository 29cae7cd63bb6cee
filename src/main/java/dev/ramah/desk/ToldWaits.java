package dev.ramah.desk;

import dev.ramah.conversation.State;
import dev.ramah.routing.Estimate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
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

    /** What was told in a range of time, and the entry that ended each wait. */
    private static final String ENDED =
            """
            from wait_told t
            left join lateral (select e.kind, e.at from entry e
                                where e.conversation = t.conversation and e.seq > t.seq
                                  and e.kind in ('assigned', 'resolved', 'escalated', 'transferred', 'requeued')
                                order by e.seq limit 1) as ended on true
            """;

    private final Session entities;

    ToldWaits(Session entities) {
        this.entities = entities;
    }

    /**
     * What became of what customers were told.
     *
     * @param told how many were told something
     * @param kept of these, who had a person no later than the upper end
     * @param broken who had to wait longer, or still wait longer
     * @param left who went before it was decided
     * @param open who still wait within it
     * @param likely the median of the likely wait that they were told, in seconds; null without any
     * @param most the same of the upper end
     * @param waited the median of what those waited who had a person
     */
    public record Balance(
            long told,
            long kept,
            long broken,
            long left,
            long open,
            @Nullable Double likely,
            @Nullable Double most,
            @Nullable Double waited) {}

    /** What became of a wait. */
    public enum Outcome {
        KEPT("ended.kind = 'assigned' and waited <= most"),
        BROKEN("waited > most"),
        LEFT("ended.kind is not null and ended.kind <> 'assigned' and waited <= most"),
        OPEN("ended.kind is null and waited <= most");

        private final String condition;

        Outcome(String condition) {
            this.condition = condition;
        }
    }

    /** An episode in which somebody was told. */
    public record Told(UUID conversation, int episode) {}

    /**
     * Where the waits of a balance were, each as often as it is counted there, the newest first.
     *
     * @param of null for all
     * @param most so many at most
     */
    @Transactional
    public List<Told> told(@Nullable Outcome of, Instant from, Instant to, Instant now, int most) {
        return entities
                .createNativeQuery(
                        """
                        select t.conversation, began.episode
                          %s
                          join entry began on began.conversation = t.conversation and began.seq = t.seq
                         cross join lateral (select extract(epoch from coalesce(ended.at, :now) - t.at)) as took (waited)
                         where t.at >= :from and t.at < :to and %s
                         order by t.at desc, t.conversation, t.seq limit :some"""
                                .formatted(ENDED, of == null ? "true" : of.condition),
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("now", now)
                .setParameter("some", most)
                .getResultList()
                .stream()
                .map(row -> new Told((UUID) row[0], (Integer) row[1]))
                .toList();
    }

    /** Of all who began to wait between these moments, the second not included. */
    @Transactional
    public Balance balance(Instant from, Instant to, Instant now) {
        Object[] row = entities.createNativeQuery(
                        """
                        select count(*),
                               count(*) filter (where kind = 'assigned' and waited <= most),
                               count(*) filter (where waited > most),
                               count(*) filter (where kind is not null and kind <> 'assigned' and waited <= most),
                               count(*) filter (where kind is null and waited <= most),
                               percentile_cont(0.5) within group (order by likely),
                               percentile_cont(0.5) within group (order by most),
                               percentile_cont(0.5) within group (order by waited) filter (where kind = 'assigned')
                          from (select t.likely, t.most, ended.kind,
                                       extract(epoch from coalesce(ended.at, :now) - t.at) as waited
                                  %s
                                 where t.at >= :from and t.at < :to) as waits"""
                                .formatted(ENDED),
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("now", now)
                .getSingleResult();
        return new Balance(
                (Long) row[0],
                (Long) row[1],
                (Long) row[2],
                (Long) row[3],
                (Long) row[4],
                number(row[5]),
                number(row[6]),
                number(row[7]));
    }

    private static @Nullable Double number(@Nullable Object value) {
        return value == null ? null : ((Number) value).doubleValue();
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
