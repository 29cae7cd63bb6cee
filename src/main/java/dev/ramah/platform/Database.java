package dev.ramah.platform;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a fault says about the database: is it away or full for now, or did it refuse what we asked? */
public final class Database {

    // PostgreSQL's error classes: 08 connection, 57P shutdown and start-up, 53 out of connections, disk or memory.
    private static final Set<String> AWAY = Set.of("08", "53", "57");

    // read_only_sql_transaction: it reads and does not write, as after a failover or with a disk that has had enough.
    private static final String READ_ONLY = "25006";

    // It ended our transaction because we were silent in it for too long: this process was paused.
    private static final String WE_WERE_AWAY = "25P03";

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
                        || READ_ONLY.equals(state)
                        || WE_WERE_AWAY.equals(state)
                        || (state != null && state.length() >= 2 && AWAY.contains(state.substring(0, 2)))) {
                    return true;
                }
            }
        }
        return false;
    }
}
