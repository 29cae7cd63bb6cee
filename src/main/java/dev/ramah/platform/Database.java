package dev.ramah.platform;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
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

    private Database() {}

    /** Whether this fault, or what caused it, means that the database can't be reached now; trying later may help. */
    public static boolean isAway(Throwable fault) {
        int depth = 0;
        for (@Nullable Throwable each = fault; each != null && depth < 20; each = each.getCause(), depth++) {
            if (each instanceof SQLTransientConnectionException
                    || each instanceof SQLNonTransientConnectionException
                    || each instanceof SQLRecoverableException) {
                return true;
            }
            if (each instanceof SQLException sql) {
                String state = sql.getSQLState();
                boolean noConnection =
                        state == null && String.valueOf(sql.getMessage()).contains("connection");
                if (noConnection
                        || (state != null && NOT_NOW.contains(state))
                        || (state != null && state.length() >= 2 && AWAY.contains(state.substring(0, 2)))) {
                    return true;
                }
            }
        }
        return false;
    }
}
