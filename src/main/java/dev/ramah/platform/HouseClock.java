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
 * The time by the database's clock, which all nodes share: for what one node writes down and another compares.
 * A node's own clock may be wrong, and a node that was paused has none that it could trust.
 */
@Singleton
public class HouseClock {

    private final DataSource database;

    public HouseClock(DataSource database) {
        this.database = database;
    }

    /** Asks the database, so this fails as any query does while it is away. */
    public Instant now() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not tell the time", e);
        }
    }
}
