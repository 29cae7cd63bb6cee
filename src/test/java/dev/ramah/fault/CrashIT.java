package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.Installation;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
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

    @Test
    void aKillInABurstLosesNothingThatWasAcknowledgedAndDoublesNothing() throws Exception {
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            visitors.add(Visitor.arrives(Map.of("name", "Visitor " + i)));
        }
        for (int n = 0; n < MESSAGES_EACH / 2; n++) {
            sendAll(visitors, n);
        }
        // Some of the burst is stored by now and some is not, whatever the machine's speed.
        visitors.get(0).line().await(frame -> frame.path("clientId").asText().equals(id(0, MESSAGES_EACH / 4)));
        for (int n = MESSAGES_EACH / 2; n < MESSAGES_EACH; n++) {
            sendAll(visitors, n);
        }
        ramah.kill();
        List<Set<String>> acknowledged =
                visitors.stream().map(each -> acknowledged(each.line())).toList();

        ramah.start();

        for (int v = 0; v < CUSTOMERS; v++) {
            visitors.get(v).comesBack(0);
        }
        Set<String> stored = stored();
        for (int v = 0; v < CUSTOMERS; v++) {
            for (String id : acknowledged.get(v)) {
                assertTrue(stored.contains(id), "acknowledged but not stored: " + id);
            }
        }
        // A client sends again whatever it has no answer for, under the same ids and in order.
        for (int n = 0; n < MESSAGES_EACH; n++) {
            for (int v = 0; v < CUSTOMERS; v++) {
                if (!acknowledged.get(v).contains(id(v, n))) {
                    say(visitors.get(v), v, n);
                }
            }
        }
        for (int v = 0; v < CUSTOMERS; v++) {
            String last = id(v, MESSAGES_EACH - 1);
            Line line = visitors.get(v).line();
            line.await(frame -> frame.path("clientId").asText().equals(last));
            line.awaitEntry("escalated");
            arrivedOnceAndInOrder(line, v);
            visitors.get(v).close();
        }
        assertEquals(CUSTOMERS * MESSAGES_EACH, count("select count(*) from entry where client_id like 'm-%'"));
        assertEquals(
                CUSTOMERS,
                count("select count(*) from entry where kind = 'escalated'"),
                "the bot's turn is taken again, and only once");
        System.out.printf(
                "kill -9 in a burst: %d sent, %d acknowledged before, %d stored before, all stored once after%n",
                CUSTOMERS * MESSAGES_EACH,
                acknowledged.stream().mapToInt(Set::size).sum(),
                stored.size());
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

    private static void sendAll(List<Visitor> visitors, int n) {
        for (int v = 0; v < visitors.size(); v++) {
            say(visitors.get(v), v, n);
        }
    }

    private static void say(Visitor visitor, int v, int n) {
        visitor.send("say", Map.of("clientId", id(v, n), "text", "Message " + n + " of visitor " + v));
    }

    private static String id(int visitor, int n) {
        return "m-%02d-%03d".formatted(visitor, n);
    }

    /** An own entry or an ack, whichever came, is the acknowledgement. */
    private static Set<String> acknowledged(Line line) {
        Set<String> ids = new HashSet<>();
        for (JsonNode frame : line.all()) {
            if (!frame.path("type").asText().equals("problem") && frame.has("clientId")) {
                ids.add(frame.path("clientId").asText());
            }
        }
        return ids;
    }

    /** From the beginning of the log: every entry once, by number, and every message of this visitor once. */
    private static void arrivedOnceAndInOrder(Line line, int visitor) {
        List<JsonNode> entries = line.entries();
        List<Integer> numbers =
                entries.stream().map(each -> each.path("seq").asInt()).toList();
        assertEquals(new ArrayList<>(new TreeSet<>(numbers)), numbers, "each entry arrived once and in order");
        long mine = entries.stream()
                .filter(each -> each.path("clientId").asText().startsWith("m-"))
                .count();
        assertEquals(MESSAGES_EACH, mine, "messages of visitor " + visitor);
    }

    private Set<String> stored() throws Exception {
        Set<String> ids = new HashSet<>();
        try (Connection database = ramah.database();
                ResultSet rows = database.createStatement()
                        .executeQuery("select client_id from entry where client_id like 'm-%'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private int count(String query) throws Exception {
        try (Connection database = ramah.database();
                ResultSet row = database.createStatement().executeQuery(query)) {
            assertTrue(row.next());
            return row.getInt(1);
        }
    }
}
