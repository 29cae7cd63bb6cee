package dev.ramah.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** The door to what is kept of each episode. */
@ApplicationScoped
class Facts {

    private static final int AT_ONCE = 1_000;

    private final StatelessSession session;

    Facts(StatelessSession session) {
        this.session = session;
    }

    /** All that is kept of these conversations. */
    @Transactional
    List<Episode> of(int edition, Collection<UUID> conversations) {
        return session
                .createNativeQuery(
                        "select cast(facts as text) from insight_episode where edition = :edition and conversation = any(:ids)",
                        String.class)
                .setParameter("edition", edition)
                .setParameter("ids", conversations.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(EpisodeJson::episode)
                .toList();
    }

    /** What is kept of all episodes of these customers, but for their facts: few of them matter, and they are long. */
    @Transactional
    List<Neighbour> neighbours(int edition, Collection<UUID> customers) {
        return session
                .createNativeQuery(
                        """
                        select conversation, number, customer, opened, ended, cast(facts -> 'ties' as text)
                          from insight_episode
                         where edition = :edition and customer = any(:customers)""",
                        Object[].class)
                .setParameter("edition", edition)
                .setParameter("customers", customers.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(Neighbour::of)
                .toList();
    }

    /** Those about which something was written within the range, the newest first. */
    @Transactional
    List<Episode.Id> commented(int edition, Range range, long first, int most) {
        return session
                .createNativeQuery(
                        """
                        select conversation, number from insight_episode
                         where edition = :edition and commented and rated >= :from and rated < :to
                         order by rated desc, conversation, number offset :first limit :most""",
                        Object[].class)
                .setParameter("edition", edition)
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .setParameter("first", first)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new Episode.Id((UUID) row[0], (Integer) row[1]))
                .toList();
    }

    /** How many are wanted, or as many as are counted at most. */
    @Transactional
    long count(int edition, Wanted wanted, int most) {
        return counted(edition, wanted, most).episodes();
    }

    /** @param times how often it happened in them, which may be more than once in one */
    record Counted(long episodes, long times) {}

    /** The same, and how often in them. */
    @Transactional
    Counted counted(int edition, Wanted wanted, int most) {
        NativeQuery<Object[]> query = session.createNativeQuery(
                "select count(*), cast(coalesce(sum(often), 0) as bigint) from (select " + wanted.often()
                        + " as often from insight_episode where " + wanted.where() + " limit :most) as them",
                Object[].class);
        wanted.parameters().forEach(query::setParameter);
        Object[] row = query.setParameter("edition", edition)
                .setParameter("most", most)
                .getSingleResult();
        return new Counted((Long) row[0], (Long) row[1]);
    }

    /** Those that are wanted, the newest first. */
    @Transactional
    List<Episode> find(int edition, Wanted wanted, long first, int most) {
        NativeQuery<String> query = session.createNativeQuery(
                "select cast(facts as text) from insight_episode where " + wanted.where() + " order by "
                        + wanted.moment() + " desc, conversation, number offset :first limit :most",
                String.class);
        wanted.parameters().forEach(query::setParameter);
        return query
                .setParameter("edition", edition)
                .setParameter("first", first)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(EpisodeJson::episode)
                .toList();
    }

    /** Shows one after another of those that are wanted; they may be more than fit the memory. */
    @Transactional
    void each(int edition, Wanted wanted, Consumer<Episode> to) {
        NativeQuery<String> query = session.createNativeQuery(
                "select cast(facts as text) from insight_episode where " + wanted.where(), String.class);
        wanted.parameters().forEach(query::setParameter);
        try (Stream<String> rows =
                query.setParameter("edition", edition).setFetchSize(AT_ONCE).getResultStream()) {
            rows.map(EpisodeJson::episode).forEach(to);
        }
    }

    /** All of these customers' episodes that are over, each one's together and in the order in which they ended. */
    @Transactional
    List<FirstEpisode> ended(int edition, Collection<UUID> customers) {
        return session.createNativeQuery(
                        """
                        select e.customer, e.conversation, e.number, e.ended, e.ending, e.csat, cardinality(e.people) > 0,
                               cast(e.facts -> 'served' ->> 'firstKept' as boolean),
                               (select cast(sum(extract(epoch from cast(w ->> 'to' as timestamptz)
                                                                   - cast(w ->> 'from' as timestamptz))) as float8)
                                  from jsonb_array_elements(e.facts -> 'waits') w),
                               cast(e.facts -> 'rating' ->> 'repeated' as boolean), e.facts ->> 'goodwill',
                               e.nps
                          from insight_episode e
                         where e.edition = :edition and e.customer = any(:customers) and e.ended is not null
                         order by e.customer, e.ended, e.conversation, e.number""",
                        Object[].class)
                .setParameter("edition", edition)
                .setParameter("customers", customers.toArray(UUID[]::new))
                .getResultStream()
                .map(FirstEpisode::of)
                .toList();
    }

    /** Keeps these instead of what was kept of the same episodes. */
    @Transactional
    void keep(int edition, Collection<Episode> episodes) {
        if (episodes.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery(
                        """
                        insert into insight_episode
                        select * from jsonb_populate_recordset(cast(null as insight_episode), cast(:rows as jsonb))
                            on conflict (edition, conversation, number) do update
                           set (customer, opened, ended, ending, rated, csat, commented, contained, language, page,
                                reason, people, articles, facts, asked_at, nps, last_event, asked_again)
                             = (excluded.customer, excluded.opened, excluded.ended, excluded.ending, excluded.rated,
                                excluded.csat, excluded.commented, excluded.contained, excluded.language, excluded.page,
                                excluded.reason, excluded.people, excluded.articles, excluded.facts,
                                excluded.asked_at, excluded.nps, excluded.last_event, excluded.asked_again)""")
                .setParameter("rows", EpisodeJson.rows(edition, episodes))
                .executeUpdate();
    }

    @Transactional
    void drop(Collection<Episode> episodes, int edition) {
        for (Episode each : episodes) {
            session.createNativeMutationQuery(
                            """
                            delete from insight_episode
                             where edition = :edition and conversation = :conversation and number = :number""")
                    .setParameter("edition", edition)
                    .setParameter("conversation", each.conversation())
                    .setParameter("number", each.number())
                    .executeUpdate();
        }
    }
}
