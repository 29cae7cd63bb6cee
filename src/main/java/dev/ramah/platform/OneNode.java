package dev.ramah.platform;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Work that one node does while the others wait: then they find it done. A node that dies lets the next one go on. */
@Singleton
public class OneNode {

    private final Connections connections;

    OneNode(Connections connections) {
        this.connections = connections;
    }

    /** Does this when no other node does what has the same name; not inside a transaction. */
    public void atATime(String name, Runnable work) {
        // The lock is the connection's, so that it lasts over many transactions and ends with the process.
        try (Connection connection = connections.patiently()) {
            ask(connection, "select pg_advisory_lock(hashtext(?))", name);
            try {
                work.run();
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtext(?))", name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say whose turn it is", e);
        }
    }

    private static void ask(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            statement.execute();
        }
    }
}
