package dev.ramah.conversation;

import dev.ramah.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The log writer's connection, its own for as long as it works. Of one thread only.
 *
 * <p>Its statements are planned once. They all look rows up by their keys, however many rows there are, so the ways
 * that only a guess about sizes could make attractive are closed: a plan made while the tables are small would
 * otherwise read all of them later on. Closed ways look dear to the planner, and what looks dear it would compile each
 * time before it runs.
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
            set jit = off;
            set idle_in_transaction_session_timeout = '3s';
            set lock_timeout = '2s'""";

    private final DataSource pool;

    /** As the pool knows it, to be given back. */
    private @Nullable Connection pooled;

    /** The driver's own: each call by way of the pool would cost a little for what nobody here needs. */
    private @Nullable Connection connection;

    Pen(DataSource pool) {
        this.pool = pool;
    }

    /** What one transaction does. */
    interface Work<T> {
        T with(Ink ink) throws SQLException;
    }

    /** What a single statement does: it is a transaction by itself, and the database hears of nothing else. */
    <T> T inOneStatement(Work<T> work) {
        return twice(true, work);
    }

    /** Commits what the work writes, or nothing of it. */
    <T> T inOneTransaction(Work<T> work) {
        return twice(false, work);
    }

    /**
     * The first time that the connection turns out to be gone it is done again on a new one: whatever a commit stored
     * of which the answer was lost, the client ids and the guards make a repeat.
     */
    private <T> T twice(boolean alone, Work<T> work) {
        boolean fresh = connection == null;
        try {
            return attempt(alone, work);
        } catch (RuntimeException fault) {
            if (fresh || !Database.isAway(fault)) {
                throw fault;
            }
            return attempt(alone, work);
        }
    }

    private <T> T attempt(boolean alone, Work<T> work) {
        try {
            Connection on = connection == null ? open() : connection;
            on.setAutoCommit(alone);
            T done = work.with(new Ink(on));
            if (!alone) {
                // Costs nothing where the work has committed already.
                on.commit();
            }
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
        pooled = pool.getConnection();
        Connection opened = pooled.unwrap(Connection.class);
        connection = opened;
        try (Statement statement = opened.createStatement()) {
            statement.execute(HABITS);
        }
        return opened;
    }

    /** Rolls back; a connection of which the database may have had enough goes back to the pool, without our habits. */
    private void drop(Throwable why) {
        Connection dropped = connection;
        if (dropped == null) {
            return;
        }
        try {
            if (!dropped.getAutoCommit()) {
                dropped.rollback();
            }
            if (!Database.isAway(why)) {
                return;
            }
        } catch (SQLException gone) {
            why.addSuppressed(gone);
        }
        connection = null;
        try (Connection back = Objects.requireNonNull(pooled);
                Statement statement = back.createStatement()) {
            back.setAutoCommit(true);
            statement.execute("reset all");
        } catch (SQLException gone) {
            // The pool has seen it fail, and throws it away.
            why.addSuppressed(gone);
        }
    }
}
