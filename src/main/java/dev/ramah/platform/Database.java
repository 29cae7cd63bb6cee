package dev.ramah.platform;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a fault says about the database: is it away or full for now, or did it refuse what we asked? */
public final class Database {

    /** PostgreSQL's error classes: 08 connection, 57P shutdown and start-up, 53 out of connections, disk or memory. */
    private static final Set<String> AWAY = Set.of("08", "53", "57");

    /**
     * 25P03: it ended our transaction because we were silent in it for too long, so this process was paused. 25006: it
     * reads and does not write, as after a failover or with a disk that has had enough.
     */
    private static final Set<String> NOT_NOW = Set.of("25P03", "25006");

    private static final int DEEPEST = 20;

    private Database() {}

    /** Whether this fault, or what caused it, means that the database can't be reached now; trying later may help. */
    public static boolean isAway(Throwable fault) {
        return isAway(fault, 0);
    }

    /** Does what is done again in a moment anyway: while the database is away it is left for the next time. */
    public static void ifThere(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            if (!isAway(fault)) {
                throw fault;
            }
        }
    }

    /** A commit that failed carries its reason as a suppressed fault, so those are looked at as well. */
    private static boolean isAway(@Nullable Throwable fault, int depth) {
        if (fault == null || depth > DEEPEST) {
            return false;
        }
        return tellsSo(fault)
                || isAway(fault.getCause(), depth + 1)
                || Stream.of(fault.getSuppressed()).anyMatch(each -> isAway(each, depth + 1));
    }

    private static boolean tellsSo(Throwable fault) {
        if (fault instanceof SQLTransientConnectionException
                || fault instanceof SQLNonTransientConnectionException
                || fault instanceof SQLRecoverableException) {
            return true;
        }
        if (!(fault instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        if (state == null) {
            String message = String.valueOf(sql.getMessage());
            return message.contains("connection") || message.contains("acquisition timeout");
        }
        return NOT_NOW.contains(state) || (state.length() >= 2 && AWAY.contains(state.substring(0, 2)));
    }
}
