package dev.ramah.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first connections of a node. As it starts, everybody asks for one at once while they are opened one after the other,
 * which on a busy machine takes longer than a request may wait; so they are opened before anybody asks.
 */
@Singleton
class Connections {

    /** Each time lasts as long as a request waits; a database that refuses has refused so often in a moment. */
    private static final int MOST_TIMES = 15;

    private final DataSource database;
    private final int most;

    Connections(DataSource database, @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int most) {
        this.database = database;
        this.most = most;
    }

    void open(@Observes @Priority(StartOrder.DATABASE) StartupEvent starting) {
        List<Connection> open = new ArrayList<>();
        try {
            try {
                while (open.size() < most) {
                    open.add(patiently());
                }
            } finally {
                for (Connection each : open) {
                    each.close();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database can't be reached", e);
        }
    }

    /** One that is waited for longer than somebody's request would. */
    Connection patiently() throws SQLException {
        for (int times = 1; ; times++) {
            try {
                return database.getConnection();
            } catch (SQLException e) {
                if (times == MOST_TIMES) {
                    throw e;
                }
            }
        }
    }
}
