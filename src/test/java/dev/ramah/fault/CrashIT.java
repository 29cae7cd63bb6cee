package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Visitor;
import dev.ramah.platform.Installation;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acknowledged means stored, once; a turn that was cut off is taken again. Tried on a real process and kill -9. */
class CrashIT {

    private static final int CUSTOMERS = 20;
    private static final int MESSAGES_EACH = 100;

    private Installation ramah;
    private int portBefore;

    @BeforeEach
    void start() throws Exception {
        portBefore = RestAssured.port;
        ramah = Installation.fresh(
                        "crash",
                        Map.of(
                                "RAMAH_LIMITS_ENABLED", "false",
                                "RAMAH_ADMIN_EMAIL", "rani@kopi.example",
                                "RAMAH_ADMIN_PASSWORD", "kopi-nusantara"))
                .start();
        RestAssured.port = ramah.port();
    }

    @AfterEach
    void stop() throws Exception {
        RestAssured.port = portBefore;
        ramah.close();
    }

    /** The race: a batch is being written, committed, answered or told as the process dies; the bot is thinking. */
    @Test
    void killsInABurstLoseNothingThatWasAcknowledgedAndDoubleNothing() throws Exception {
        long seed = Long.getLong("ramah.crash.seed", System.nanoTime());
        System.out.println("kill -9 in a burst, with -Dramah.crash.seed=" + seed);
        Random random = new Random(seed);
        History history = new History();
        List<Talker> talkers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> Talker.arrives("talker " + i, history, ramah.port(), ramah::port))
                .toList();
        for (int round = 0; round < Form.of(2, 20); round++) {
            Ground.burst(talkers, round * MESSAGES_EACH, (round + 1) * MESSAGES_EACH);
            // Some of the burst is stored by now and some is not, whatever the machine's speed.
            talkers.get(0).hasAtMostUnsettled(random.nextInt(MESSAGES_EACH));
            ramah.kill();
            ramah.start();
        }
        try (Connection database = ramah.database()) {
            Ground.judge("kill -9 in a burst", database, history, talkers);
        }
        talkers.forEach(Client::close);
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (Installation other = Installation.fresh("taken", Map.of())) {
            Process second = other.launch(ramah.port()).start();
            assertTrue(second.waitFor(120, TimeUnit.SECONDS), "it gives up by itself");
            assertEquals(1, second.exitValue());
            assertTrue(other.output().contains("QUARKUS_HTTP_PORT"), other.output());
        }
    }

    @Test
    void aSecondOneOnTheSameFolderSaysSoAndHarmsNothing() throws Exception {
        Process second = ramah.launch(ramah.port() + 1).start();
        assertTrue(second.waitFor(60, TimeUnit.SECONDS), "it gives up by itself");
        assertEquals(1, second.exitValue());
        assertTrue(ramah.output().contains("Another Ramah is running on the folder"), ramah.output());
        assertFalse(ramah.output().contains("\tat "), "a clear line, not a stack trace");
        try (Visitor tom = Visitor.tom()) {
            tom.says("Still there?");
        }
    }
}
