package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Nodes that are alive and nodes that are taken for dead, by what they wrote down. */
@RamahTest
class NodesTest {

    @Inject
    Nodes nodes;

    @Inject
    Node node;

    @Inject
    DataSource database;

    @Test
    void whoWasSilentForTooLongIsTakenOutByTheOthers() throws SQLException {
        UUID dead = silentFor(11);
        UUID slow = silentFor(5);
        nodes.beat();
        assertFalse(isThere(dead));
        assertTrue(isThere(slow));
        remove(slow);
    }

    @Test
    void whoFindsItselfTakenOutComesInAgain() throws SQLException {
        remove(node.id());
        nodes.beat();
        assertTrue(isThere(node.id()));
    }

    /** Two that wait for each other's rows would be a circle, and one of them could not start. */
    @Test
    void whomAnotherNodeTakesOutIsNotWaitedFor() throws Exception {
        UUID dead = silentFor(11);
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            // It is idle for as long as the others take.
            other.createStatement().execute("set local idle_in_transaction_session_timeout = 0");
            try (PreparedStatement taking = other.prepareStatement("select 1 from node where id = ? for update")) {
                taking.setObject(1, dead);
                taking.execute();
                CompletableFuture.runAsync(nodes::beat).get(30, TimeUnit.SECONDS);
                assertTrue(isThere(dead), "it is the other's");
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        }
        nodes.beat();
        assertFalse(isThere(dead));
    }

    private UUID silentFor(int seconds) throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                "insert into node (id, started_at, seen_at) values (?, now() - interval '1 hour', clock_timestamp() - interval '"
                        + seconds + " s')",
                id);
        return id;
    }

    private void remove(UUID id) throws SQLException {
        run("delete from node where id = ?", id);
    }

    private void run(String statement, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, id);
            prepared.executeUpdate();
        }
    }

    private boolean isThere(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select 1 from node where id = ?")) {
            select.setObject(1, id);
            return select.executeQuery().next();
        }
    }
}
