package dev.ramah.insight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.customer.Purchases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to what is kept of customers from the end of each of their episodes on, so that a report needs not look at all
 * orders of a year. Whoever changes an episode, an order or a customer notes whose rows are stale, in the same transaction;
 * they are made anew from what is committed before they are read. So nothing is missed, whatever comes late, and making
 * them anew once more does no harm.
 */
@ApplicationScoped
class Followings {

    /** Customers whose rows are made anew at once: so long a report waits that comes in between. */
    private static final int AT_ONCE = 500;

    /** What ended in so long a time travels as one value, and of these no more than a few at once. */
    private static final Duration TOGETHER = Duration.ofDays(7);

    private static final int FETCHED = 4;

    private static final int LONGEST_SECONDS = 60;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Facts facts;
    private final Purchases purchases;
    private final Editions editions;
    private final StatelessSession session;

    Followings(Facts facts, Purchases purchases, Editions editions, StatelessSession session) {
        this.facts = facts;
        this.purchases = purchases;
        this.editions = editions;
        this.session = session;
    }

    /** What of an episode's customer is known from its end on; as the columns of {@code insight_followed}. */
    record Row(
            int edition,
            String conversation,
            int number,
            String site,
            String customer,
            long ended,
            @Nullable Long before,
            String following) {

        private static Row of(
                int edition, FirstEpisode episode, @Nullable FirstEpisode before, Purchases.@Nullable History history) {
            Following following = new Following(
                    episode, history != null, history == null ? Bought.UNKNOWN : Bought.of(episode.ended(), history));
            return new Row(
                    edition,
                    episode.conversation().toString(),
                    episode.number(),
                    "main",
                    episode.customer().toString(),
                    Following.micros(episode.ended()),
                    before == null ? null : Long.valueOf(Following.micros(before.ended())),
                    "\\x" + HexFormat.of().formatHex(following.bytes()));
        }
    }

    /** Notes that what is kept of these is to be made anew. */
    @Transactional
    void areStale(int edition, Collection<UUID> customers) {
        session.createNativeMutationQuery(
                        "insert into insight_followed_stale (edition, customer) select :edition, unnest(cast(:customers as uuid[]))")
                .setParameter("edition", edition)
                .setParameter("customers", customers.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Makes anew all that is stale of the edition that is read; not inside a transaction. */
    void catchUp(int edition) {
        makeAnew(edition, "edition = :edition or edition is null");
    }

    /** The same of one that is being made: what the shop told meanwhile is seen to by whoever keeps up with the other one. */
    void makeAnew(int edition) {
        makeAnew(edition, "edition = :edition");
    }

    private void makeAnew(int edition, String which) {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_SECONDS)
                    .call(() -> isAnyStale(edition, which) && makeSomeAnew(edition, which));
        }
    }

    private boolean isAnyStale(int edition, String which) {
        return session.createNativeQuery(
                        "select exists (select 1 from insight_followed_stale where " + which + ")", Boolean.class)
                .setParameter("edition", edition)
                .getSingleResult();
    }

    private boolean makeSomeAnew(int edition, String which) {
        if (editions.lock(edition).isEmpty()) {
            return false;
        }
        // What is noted is committed, and so is what it was noted for; what comes meanwhile is noted again.
        List<Object[]> notes = session.createNativeQuery(
                        """
                        delete from insight_followed_stale
                         where ctid = any(array(select ctid from insight_followed_stale where %s limit :most))
                        returning edition, customer"""
                                .formatted(which),
                        Object[].class)
                .setParameter("edition", edition)
                .setParameter("most", AT_ONCE)
                .getResultList();
        Set<UUID> customers = new HashSet<>();
        Set<UUID> ofAll = new HashSet<>();
        for (Object[] each : notes) {
            customers.add((UUID) each[1]);
            if (each[0] == null) {
                ofAll.add((UUID) each[1]);
            }
        }
        if (!ofAll.isEmpty()) {
            editions.all().stream()
                    .map(Edition::number)
                    .filter(each -> each != edition)
                    .forEach(each -> areStale(each, ofAll));
        }
        makeAnew(edition, customers);
        session.createNativeMutationQuery("update insight_edition set followed = followed + 1 where edition = :edition")
                .setParameter("edition", edition)
                .executeUpdate();
        return notes.size() == AT_ONCE;
    }

    /** Another one whenever anything changed. */
    @Transactional
    long version(int edition) {
        return session.createNativeQuery("select followed from insight_edition where edition = :edition", Long.class)
                .setParameter("edition", edition)
                .getSingleResult();
    }

    private void makeAnew(int edition, Set<UUID> customers) {
        session.createNativeMutationQuery(
                        "delete from insight_followed where edition = :edition and customer = any(:customers)")
                .setParameter("edition", edition)
                .setParameter("customers", customers.toArray(UUID[]::new))
                .executeUpdate();
        List<FirstEpisode> ended = facts.ended(edition, customers);
        Map<UUID, Purchases.History> bought =
                purchases.of(ended.stream().map(FirstEpisode::customer).collect(Collectors.toSet()));
        List<Row> rows = new ArrayList<>();
        @Nullable FirstEpisode before = null;
        for (FirstEpisode each : ended) {
            boolean same = before != null && before.customer().equals(each.customer());
            rows.add(Row.of(edition, each, same ? before : null, bought.get(each.customer())));
            before = each;
        }
        keep(rows);
    }

    private void keep(List<Row> rows) {
        try {
            session.createNativeMutationQuery(
                            """
                            insert into insight_followed
                            select * from jsonb_populate_recordset(cast(null as insight_followed), cast(:rows as jsonb))""")
                    .setParameter("rows", JSON.writeValueAsString(rows))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values can't be written as JSON", e);
        }
    }

    /** Of each customer who had an episode that ended within the range, the first of them. */
    @Transactional
    List<Following> within(int edition, Range range) {
        List<Following> all = new ArrayList<>();
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    """
                    select string_agg(following, '') from insight_followed
                     where edition = ? and ended >= ? and ended < ? and (before is null or before < ?)
                     group by ended / ?""")) {
                statement.setFetchSize(FETCHED);
                statement.setInt(1, edition);
                statement.setLong(2, Following.micros(range.from()));
                statement.setLong(3, Following.micros(range.to()));
                statement.setLong(4, Following.micros(range.from()));
                statement.setLong(5, TOGETHER.toNanos() / 1_000);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ByteBuffer some = ByteBuffer.wrap(rows.getBytes(1));
                        while (some.hasRemaining()) {
                            all.add(Following.read(some));
                        }
                    }
                }
            }
        });
        return all;
    }
}
