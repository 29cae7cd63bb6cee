package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.OpenSockets;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames of which the inside is wrong: in every field, in every way, and in ways that nobody thought of. */
@RamahTest
class FuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PING = "{\"type\":\"ping\"}";

    /** Every build tries the same; the whole form tries others, again with {@code -Dramah.fuzz.seed=N}. */
    private static final long SEED = Long.getLong("ramah.fuzz.seed", Form.of(20_261_122L, System.nanoTime()));

    private static final int CASES = Form.of(400, 100_000);

    /** What a line may end with: a violation, words that are none, far too much, or a token that is none. */
    private static final Set<Integer> ENDS = Set.of(1000, 1002, 1003, 1005, 1007, 1009, 4401, RawSocket.BROKEN);

    /** What no field, or hardly any, may hold. */
    private static final List<String> WRONG = List.of(
            "null",
            "true",
            "1",
            "-1",
            "1.5",
            "1e999",
            "-1e-999",
            "9".repeat(400),
            "0." + "3".repeat(400),
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[]",
            "[1]",
            "{}",
            "{\"type\":\"say\"}",
            "[".repeat(5_000) + "]".repeat(5_000));

    @Inject
    Cast cast;

    @Inject
    OpenSockets sockets;

    private final LogWatch log = new LogWatch();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private Visitor tom;
    private int before;
    private Agent bima;
    /** In whose name all of it is sent. */
    private Visitor victim;

    @BeforeEach
    void tomTalksWithBima() {
        log.begin();
        before = sockets.count();
        tom = Visitor.tom();
        bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD);
        tom.asksForPerson();
        bima.takes(tom.conversation);
        victim = Visitor.sari();
    }

    @AfterEach
    void theyNoticeNothingAndNothingIsLeft() {
        assertEquals("entry", tom.says("Still here").path("type").asText());
        assertEquals(
                "entry", bima.says(tom.conversation, "So am I").path("type").asText());
        tom.close();
        bima.close();
        victim.close();
        Patience.until("all sockets are gone", () -> sockets.count() <= before);
        log.endsWithoutAFault();
    }

    @Test
    void everyFieldOfEveryFrameWithEveryWrongValue() throws IOException {
        try (Door chat = chat();
                Door desk = desk()) {
            for (Door door : List.of(chat, desk)) {
                for (String valid : door.valid) {
                    for (String field : fields(valid)) {
                        for (String wrong : WRONG) {
                            door.tries(with(valid, field, wrong));
                        }
                        door.tries(doubled(valid, field));
                        door.tries(without(valid, field));
                    }
                }
            }
        }
        told("wrong values");
    }

    @Test
    void whatIsNoFrameAtAll() throws IOException {
        try (Door chat = chat();
                Door desk = desk()) {
            for (Door door : List.of(chat, desk)) {
                Stream.concat(
                                WRONG.stream(),
                                Stream.of(
                                        "",
                                        " ",
                                        "{",
                                        "}",
                                        "{\"type\"",
                                        "{\"type\":}",
                                        "{'type':'ping'}",
                                        "{\"type\":\"ping\"}{\"type\":\"ping\"}",
                                        "{\"type\":\"ping\"} trailing",
                                        "\uFEFF{\"type\":\"ping\"}",
                                        "{\"type\":\"\\u0000\"}",
                                        "{\"type\":\"" + "x".repeat(16_000) + "\"}",
                                        "{\"type\":\"say\",\"a\":" + "{\"a\":".repeat(2_500) + "1" + "}".repeat(2_501),
                                        "[".repeat(10_000)))
                        .forEach(door::mustRefuse);
            }
        }
        told("no frames");
    }

    @Test
    void whatNobodyThoughtOf() throws IOException {
        Mutation mutation = new Mutation(SEED, WRONG);
        try (Door chat = chat();
                Door desk = desk()) {
            for (int i = 0; i < CASES; i++) {
                Door door = mutation.chance(2) ? chat : desk;
                String valid = mutation.oneOf(door.valid);
                if (mutation.chance(4)) {
                    door.triesBytes(mutation.ofBytes(valid));
                } else {
                    door.tries(mutation.ofText(valid));
                }
            }
        } catch (AssertionError e) {
            throw new AssertionError("With -Dramah.fuzz.seed=" + SEED + ": " + e.getMessage(), e);
        }
        told(CASES + " cases of seed " + SEED);
    }

    private void told(String what) {
        System.out.printf("Input, %s: %s%n", what, outcomes);
    }

    private Door chat() throws IOException {
        String id = "\"clientId\":\"c\"";
        return new Door(
                "/ws/chat",
                "{\"type\":\"hello\",\"token\":\"" + victim.token + "\",\"after\":0}",
                List.of(
                        "{\"type\":\"hello\",\"token\":\"" + victim.token + "\",\"after\":0,\"conversation\":\""
                                + victim.conversation + "\",\"language\":\"en\",\"page\":\"/beans\"}",
                        "{\"type\":\"say\"," + id + ",\"text\":\"Hello\",\"choice\":\"grind\"}",
                        "{\"type\":\"human\"," + id + "}",
                        "{\"type\":\"thumb\"," + id + ",\"seq\":1,\"up\":true}",
                        "{\"type\":\"rate\"," + id + ",\"csat\":5,\"nps\":10,\"effort\":7,\"repeated\":false,"
                                + "\"comment\":\"Fine\",\"episode\":1}",
                        "{\"type\":\"contact\"," + id + ",\"email\":\"tom@mail.example\"}",
                        "{\"type\":\"resolve\"," + id + ",\"solved\":true}",
                        "{\"type\":\"typing\"}",
                        "{\"type\":\"seen\",\"seq\":1}"));
    }

    private Door desk() throws IOException {
        String about = "\"conversation\":\"" + victim.conversation + "\"";
        String id = "\"clientId\":\"c\"";
        return new Door(
                "/ws/desk",
                "{\"type\":\"hello\",\"token\":\"" + bima.token + "\"}",
                List.of(
                        "{\"type\":\"hello\",\"token\":\"" + bima.token + "\"}",
                        "{\"type\":\"status\",\"status\":\"online\"}",
                        "{\"type\":\"watch\"," + about + ",\"after\":0}",
                        "{\"type\":\"unwatch\"," + about + "}",
                        "{\"type\":\"take\"," + about + "}",
                        "{\"type\":\"decline\"," + about + "}",
                        "{\"type\":\"say\"," + about + "," + id + ",\"text\":\"Hello\"}",
                        "{\"type\":\"note\"," + about + "," + id + ",\"text\":\"Hello\"}",
                        "{\"type\":\"transfer\"," + about + "," + id
                                + ",\"to\":{\"team\":\"orders\"},\"reason\":\"Beans\"}",
                        "{\"type\":\"resolve\"," + about + "," + id + "}",
                        "{\"type\":\"typing\"," + about + "}",
                        "{\"type\":\"seen\"," + about + ",\"seq\":1}"));
    }

    /** One of the two sockets, with a line that is opened again when it was ended. */
    private final class Door implements AutoCloseable {

        private final String path;
        private final String hello;
        final List<String> valid;
        private RawSocket line;
        private int asked;

        Door(String path, String hello, List<String> valid) throws IOException {
            this.path = path;
            this.hello = hello;
            this.valid = valid;
            this.line = open();
        }

        private RawSocket open() throws IOException {
            RawSocket fresh = new RawSocket(RestAssured.port, path);
            fresh.text(hello);
            fresh.await(text -> text.contains("\"welcome\""));
            return fresh;
        }

        /** The answer to our ping comes after every answer to what was sent before it. */
        void tries(String frame) {
            int before = line.texts().size();
            line.text(frame).text(PING);
            if (isAnswered(before) && ++asked % 500 == 0) {
                again();
            }
        }

        /** There has to be a problem, and the line stays. */
        void mustRefuse(String frame) {
            int before = line.texts().size();
            tries(frame);
            assertTrue(
                    line.texts().stream().skip(before).anyMatch(each -> each.contains("\"problem\"")),
                    "No problem for " + frame);
        }

        /** A length that is a lie makes the server wait for more: here it is, and it is a violation in itself. */
        void triesBytes(byte[] frames) {
            int before = line.texts().size();
            line.write(frames).text(PING).write(new byte[70_000]);
            if (isAnswered(before)) {
                again();
            }
        }

        private boolean isAnswered(int before) {
            try {
                line.await(text -> text.contains("\"pong\""));
            } catch (RawSocket.Closed closed) {
                count("closed " + closed.code);
                assertTrue(ENDS.contains(closed.code), "Closed with " + closed.code);
                again();
                return false;
            }
            count("answered");
            line.texts().stream().skip(before).forEach(FuzzTest.this::isAnAnswer);
            return true;
        }

        private void again() {
            try {
                line.close();
                line = open();
            } catch (IOException e) {
                throw new IllegalStateException("It does not serve any more", e);
            }
        }

        @Override
        public void close() throws IOException {
            line.close();
        }
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private void isAnAnswer(String text) {
        JsonNode frame = parsed(text);
        if (frame.path("type").asText().equals("problem")) {
            count("problem " + frame.path("code").asText());
            assertFalse(frame.path("code").asText().equals("fault"), text);
            assertFalse(text.contains("Exception") || text.contains("\tat "), text);
        }
    }

    private static List<String> fields(String frame) {
        return parsed(frame).properties().stream().map(Map.Entry::getKey).toList();
    }

    private static String with(String frame, String field, String value) {
        JsonNode json = parsed(frame);
        String before = "\"" + field + "\":" + json.get(field);
        return frame.replace(before, "\"" + field + "\":" + value);
    }

    private static String doubled(String frame, String field) {
        return frame.substring(0, frame.length() - 1) + ",\"" + field + "\":1}";
    }

    private static String without(String frame, String field) {
        return frame.replace("\"" + field + "\":", "\"_\":");
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }
}
