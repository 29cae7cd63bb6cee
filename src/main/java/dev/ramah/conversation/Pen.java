package dev.ramah.conversation;

import dev.ramah.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The log writer's connection, its own for as long as it works. Of one thread only.
 *
 * <p>Its statements are planned once. They all look rows up by their keys, however many rows there are, so the ways
 * that only a guess about sizes could make attractive are closed: a plan made while the tables are small would
 * otherwise read all of them later on.
 *
 * <p>A node that stops in the middle of a transaction, paused or cut off, must not keep others from writing: the
 * database ends its transaction after a moment, and nobody waits long for a lock.
 */
@ApplicationScoped
class Pen {

    private static final String HABITS =
            """
            set plan_cache_mode = force_generic_plan;
            set enable_seqscan = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off;
            set idle_in_transaction_session_timeout = '3s';
            set lock_timeout = '2s'""";

    private final DataSource pool;
    private final SessionFactory sessions;

    private @Nullable Connection connection;
    private @Nullable StatelessSession session;

    Pen(DataSource pool, SessionFactory sessions) {
        this.pool = pool;
        this.sessions = sessions;
    }

    /**
     * Commits what the work writes, or nothing of it. The first time that the connection turns out to be gone it is
     * done again on a new one: whatever a commit stored of which the answer was lost, the client ids and the guards
     * of the verbs make a repeat.
     */
    <T> T inOneTransaction(Function<Ink, T> work) {
        boolean fresh = connection == null;
        try {
            return attempt(work);
        } catch (RuntimeException fault) {
            if (fresh || !Database.isAway(fault)) {
                throw fault;
            }
            return attempt(work);
        }
    }

    private <T> T attempt(Function<Ink, T> work) {
        try {
            Connection on = connection == null ? open() : connection;
            T done = work.apply(new Ink(session == null ? open(on) : session));
            on.commit();
            return done;
        } catch (SQLException fault) {
            drop(fault);
            throw new IllegalStateException("The log's transaction failed", fault);
        } catch (RuntimeException | Error fault) {
            drop(fault);
            throw fault;
        }
    }

    private Connection open() throws SQLException {
        Connection opened = pool.getConnection();
        connection = opened;
        try (Statement statement = opened.createStatement()) {
            statement.execute(HABITS);
        }
        opened.setAutoCommit(false);
        return opened;
    }

    private StatelessSession open(Connection on) {
        StatelessSession opened = sessions.withStatelessOptions().connection(on).openStatelessSession();
        session = opened;
        return opened;
    }

    /** Rolls back; a connection of which that is not certain is closed, for others must not get it with our habits. */
    private void drop(Throwable why) {
        Connection dropped = connection;
        if (dropped == null) {
            return;
        }
        try {
            dropped.rollback();
            if (!Database.isAway(why)) {
                return;
            }
        } catch (SQLException gone) {
            why.addSuppressed(gone);
        }
        connection = null;
        session = null;
        try {
            dropped.abort(Runnable::run);
            dropped.close();
        } catch (SQLException gone) {
            why.addSuppressed(gone);
        }
    }
}
