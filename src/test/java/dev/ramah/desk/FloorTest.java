package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.HouseClock;
import dev.ramah.platform.RamahTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who is there, as this node sees those who sit at another. */
@RamahTest
class FloorTest {

    @Inject
    Floor floor;

    @Inject
    HouseClock clock;

    @Inject
    DataSource database;

    @Test
    void whoSitsAtAnotherNodeIsThereUntilThatNodeIsGone() throws SQLException {
        UUID bima = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        run("insert into node (id, started_at, seen_at) values (?, now(), clock_timestamp())", other);
        run("insert into presence (agent, chosen, idle_since) values (?, 'AWAY', now())", bima);
        run("insert into attendance (node, agent) values (?, ?)", other, bima);
        floor.look();
        assertEquals("away", floor.status(bima));
        assertFalse(floor.isGoneSince(bima, clock.now().plusSeconds(1)));

        Instant before = clock.now();
        run("delete from node where id = ?", other);
        floor.look();
        assertEquals("offline", floor.status(bima));
        assertFalse(floor.isGoneSince(bima, before), "gone is who was looked for and not found");
        assertTrue(floor.isGoneSince(bima, clock.now().plusSeconds(1)));
    }

    @Test
    void nobodyIsGoneBeforeAnybodyLooked() throws SQLException {
        UUID bima = UUID.randomUUID();
        run(
                "insert into presence (agent, chosen, idle_since, gone_since) values (?, 'ONLINE', now(), now() - interval '1 day')",
                bima);
        floor.look();
        assertFalse(floor.isGoneSince(bima, clock.now().minus(Duration.ofHours(1))), "we were away ourselves");
        assertTrue(floor.isGoneSince(bima, clock.now().plusSeconds(1)));
    }

    private void run(String statement, UUID... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        }
    }
}
