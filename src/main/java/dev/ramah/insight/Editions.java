package dev.ramah.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The door to the editions of the figures. */
@ApplicationScoped
class Editions {

    private static final String COLUMNS =
            "select edition, counting, terms, settled, done_to, done, of, began_at, ready_at from insight_edition";

    private final StatelessSession session;
    private final Clock clock;

    Editions(StatelessSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional
    List<Edition> all() {
        return session.createNativeQuery(COLUMNS + " order by edition desc", Object[].class).getResultList().stream()
                .map(Editions::edition)
                .toList();
    }

    /** The one that is read. */
    @Transactional
    Optional<Edition> ready() {
        return all().stream().filter(Edition::isReady).findFirst();
    }

    /** The same, and nobody else changes it until the end of the transaction. */
    @Transactional
    Optional<Edition> lockReady() {
        return ready().flatMap(each -> lock(each.number())).filter(Edition::isReady);
    }

    @Transactional
    Optional<Edition> lock(int number) {
        // Whoever counts folds thousands of conversations between two statements, on a slow machine for seconds.
        session.createNativeMutationQuery("set local idle_in_transaction_session_timeout = '60s'")
                .executeUpdate();
        return session
                .createNativeQuery(COLUMNS + " where edition = :number for update", Object[].class)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .map(Editions::edition)
                .findFirst();
    }

    /** Begins a new one. */
    @Transactional
    int begin(String terms, long settled, long of) {
        return session.createNativeQuery(
                        """
                        insert into insight_edition (edition, counting, terms, settled, of, began_at)
                        select coalesce(max(edition), 0) + 1, :counting, :terms, :settled, :of, :now from insight_edition
                        returning edition""",
                        Integer.class)
                .setParameter("counting", Counting.fingerprint())
                .setParameter("terms", terms)
                .setParameter("settled", settled)
                .setParameter("of", of)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    /** Whether it can still be read. */
    @Transactional
    boolean isThere(int number) {
        return all().stream().anyMatch(each -> each.number() == number && each.isReady());
    }

    @Transactional
    void settle(int number, long settled) {
        session.createNativeMutationQuery("update insight_edition set settled = :settled where edition = :number")
                .setParameter("settled", settled)
                .setParameter("number", number)
                .executeUpdate();
    }

    @Transactional
    void progress(int number, UUID doneTo, long done) {
        session.createNativeMutationQuery(
                        "update insight_edition set done_to = :to, done = done + :done where edition = :number")
                .setParameter("to", doneTo)
                .setParameter("done", done)
                .setParameter("number", number)
                .executeUpdate();
    }

    @Transactional
    void finish(int number) {
        session.createNativeMutationQuery("update insight_edition set ready_at = :now where edition = :number")
                .setParameter("now", clock.instant())
                .setParameter("number", number)
                .executeUpdate();
    }

    private static Edition edition(Object[] row) {
        return new Edition(
                (Integer) row[0],
                (String) row[1],
                (String) row[2],
                (Long) row[3],
                (@Nullable UUID) row[4],
                (Long) row[5],
                (Long) row[6],
                (Instant) row[7],
                (@Nullable Instant) row[8]);
    }
}
