package dev.ramah.platform;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/**
 * The database's clock itself, for what one node writes down and another compares to the moment: a node that was
 * paused knows no time until it has asked. {@link RunningClock} goes by it.
 */
@Singleton
public class HouseClock {

    private final DataSource database;
    private final RunningClock running;

    public HouseClock(DataSource database, RunningClock running) {
        this.database = database;
        this.running = running;
    }

    /** Asks the database, so this fails as any query does while it is away. */
    public Instant now() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            Instant now = row.getObject(1, OffsetDateTime.class).toInstant();
            running.set(now);
            return now;
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not tell the time", e);
        }
    }
}
