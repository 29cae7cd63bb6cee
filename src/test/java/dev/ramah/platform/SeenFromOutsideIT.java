package dev.ramah.platform;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process with everything on that looks into it: it tells how it is doing, and no word of anybody. */
class SeenFromOutsideIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every text that is given to it has this in it. */
    private static final String WORD = "xylograph";

    private static final String PASSWORD = WORD + "-password";
    private static final String SITE_SECRET = WORD + "-site-secret";
    private static final String METRICS_TOKEN = WORD + "-metrics-token";

    private final Set<String> secrets = new TreeSet<>(Set.of(WORD));
    private Collector collector;
    private Installation ramah;
    private int portBefore;

    @BeforeEach
    void start() throws Exception {
        portBefore = RestAssured.port;
        collector = new Collector();
        ramah = Installation.fresh(
                        "outside",
                        Map.of(
                                "RAMAH_LOG_JSON",
                                "true",
                                "RAMAH_TRACES",
                                collector.url(),
                                "RAMAH_METRICS_TOKEN",
                                METRICS_TOKEN,
                                "RAMAH_SITE_SECRET",
                                SITE_SECRET,
                                "RAMAH_ADMIN_EMAIL",
                                WORD + "@kopi.example",
                                "RAMAH_ADMIN_PASSWORD",
                                PASSWORD))
                .start();
        RestAssured.port = ramah.port();
    }

    @AfterEach
    void stop() {
        RestAssured.port = portBefore;
        ramah.close();
        collector.close();
    }

    @Test
    void aMessageIsFollowedFromTheSocketToTheCommitToWhoIsTold() throws Exception {
        try (Visitor visitor = Visitor.arrives(Map.of("name", WORD, "language", "en"))) {
            visitor.says(WORD + " one");
        }
        List<Collector.Span> spans =
                collector.await(all -> all.stream().anyMatch(each -> each.name().equals("chat say")));
        Collector.Span whole = spans.stream()
                .filter(each -> each.name().equals("chat say"))
                .findFirst()
                .orElseThrow();
        assertEquals("", whole.parent());
        List<Collector.Span> parts =
                spans.stream().filter(each -> each.parent().equals(whole.id())).toList();
        assertEquals(
                List.of("check", "wait", "write", "tell"),
                parts.stream().map(Collector.Span::name).toList());
        long before = whole.from();
        for (Collector.Span part : parts) {
            assertEquals(before, part.from(), part.name());
            before = part.to();
        }
        assertEquals(Set.of("ramah.frame", "ramah.socket"), whole.attributes().keySet());
        assertFalse(spans.toString().contains(WORD));
    }

    @Test
    void noTextNoAddressAndNoTokenIsInTheLog() throws Exception {
        Agent rani = Agent.signsIn(WORD + "@kopi.example", PASSWORD);
        secrets.add(rani.token);
        Visitor visitor = Visitor.arrives(Map.of(
                "clientId", WORD + "-opening",
                "name", WORD + " name",
                "email", WORD + "@visitor.example",
                "language", "en",
                "page", "/" + WORD,
                "attributes", Map.of(WORD + "-key", WORD + "-value")));
        secrets.add(visitor.token);

        visitor.says(WORD + " how do I descale the machine");
        visitor.does("contact", Map.of("email", WORD + "@contact.example"));
        visitor.asksForPerson();
        rani.takes(visitor.conversation);
        rani.says(visitor.conversation, WORD + " reply");
        rani.does("note", visitor.conversation, Map.of("text", WORD + " note"));
        rani.tries(
                "transfer",
                visitor.conversation,
                Map.of("to", Map.of("team", WORD + "-team"), "reason", WORD + " reason"));
        rani.resolves(visitor.conversation);
        visitor.does("rate", Map.of("csat", 1, "comment", WORD + " comment"));
        nonsenseOverSockets(visitor, rani);
        nonsenseOverRest(rani);
        refusedByTheDatabase(visitor);

        List<JsonNode> log = log();
        assertTrue(
                log.stream().anyMatch(each -> each.path("message").asText().startsWith("The log refused a command")),
                "a fault is logged, and with it what PostgreSQL said: " + log);
        String metrics = metrics();
        visitor.close();
        rani.close();
        ramah.close();
        String spans = collector.await(all -> !all.isEmpty()).toString();
        String output = ramah.output();
        for (String secret : secrets) {
            assertFalse(
                    output.contains(secret),
                    () -> secret + " is in the log:\n"
                            + output.lines()
                                    .filter(line -> line.contains(secret))
                                    .collect(Collectors.joining("\n")));
            assertFalse(metrics.contains(secret), secret);
            assertFalse(spans.contains(secret), secret);
        }
    }

    /** Each breaks another rule, and says something while it does. */
    private static void nonsenseOverSockets(Visitor visitor, Agent agent) {
        for (Line line : List.of(visitor.line(), agent.line())) {
            line.sendRaw("{\"type\":\"say\",\"clientId\":\"x\",\"text\":" + WORD + "}");
            line.sendRaw(WORD);
            line.sendRaw("{\"type\":\"" + WORD + "\"}");
            line.sendRaw("{\"type\":\"say\",\"text\":[\"" + WORD + "\"],\"conversation\":\"" + WORD + "\"}");
            line.sendRaw(
                    "{\"type\":\"say\",\"clientId\":\"" + WORD + "\",\"text\":\"" + (WORD + " ").repeat(500) + "\"}");
            line.sendRaw("{\"type\":\"say\",\"text\":\"" + (WORD + " ").repeat(3_000) + "\"}");
            line.sendRaw("{\"type\":\"rate\",\"clientId\":\"r\",\"csat\":\"" + WORD + "\"}");
            line.awaitProblem("malformed");
            line.awaitProblem("unknown_type");
        }
        Line stranger = Line.to(Visitor.uri("/ws/chat?token=" + WORD));
        stranger.send(Map.of("type", "hello", "token", WORD + "-token"));
        stranger.awaitClose();
        Line colleague = Line.to(Visitor.uri("/ws/desk"), Map.of("Cookie", "ramah_session=" + WORD));
        colleague.send(Map.of("type", "hello", "token", WORD + "-token"));
        colleague.awaitClose();
    }

    private static void nonsenseOverRest(Agent admin) {
        List<String> bodies = List.of(
                WORD,
                "{\"email\":" + WORD + "}",
                "{\"email\":{\"" + WORD + "\":1},\"text\":[\"" + WORD + "\"],\"id\":[\"" + WORD + "\"]}",
                "{\"email\":\"" + WORD + "\",\"password\":\"" + WORD + "\",\"name\":\"" + WORD + "\",\"role\":\"" + WORD
                        + "\",\"text\":\"" + WORD + "\",\"identity\":{\"id\":\"" + WORD + "\",\"exp\":\"" + WORD
                        + "\",\"hash\":\"" + WORD + "\"}}");
        List<String> posts = List.of(
                "/api/conversations",
                "/api/login",
                "/api/forgot",
                "/api/staff",
                "/api/join/" + WORD,
                "/api/bot/ask",
                "/api/articles",
                "/api/articles/import",
                "/api/articles/preview",
                "/api/customers/" + WORD + "/events",
                "/api/staff/" + WORD + "/reset");
        List<Integer> answers = new ArrayList<>();
        for (String body : bodies) {
            for (String path : posts) {
                for (String type : List.of("application/json", "application/x-ndjson")) {
                    for (String token : List.of(admin.token, SITE_SECRET, WORD + "-token")) {
                        answers.add(given().header("Content-Type", type)
                                .auth()
                                .oauth2(token)
                                .body(body.getBytes(StandardCharsets.UTF_8))
                                .post(path)
                                .statusCode());
                    }
                }
            }
        }
        for (String path : List.of(
                "/api/join/" + WORD,
                "/join?token=" + WORD,
                "/api/customers?q=" + WORD,
                "/api/customers/" + WORD,
                "/api/conversations/" + WORD,
                "/api/articles/" + WORD,
                "/api/help/" + WORD,
                "/api/articles?q=" + WORD + "&page=" + WORD,
                "/api/reports/satisfaction?from=" + WORD + "&to=" + WORD + "&zone=" + WORD,
                "/" + WORD,
                "/q/" + WORD)) {
            answers.add(given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(admin.token)
                    .get(path)
                    .statusCode());
        }
        assertFalse(answers.contains(500), answers::toString);
    }

    /** What PostgreSQL refuses it tells with the row that it refused. */
    private void refusedByTheDatabase(Visitor visitor) throws Exception {
        try (Connection database = ramah.database();
                Statement statement = database.createStatement()) {
            statement.execute(
                    "alter table words add constraint not_this check (text not like '%refuse me%') not valid");
        }
        Map<String, Object> say = new HashMap<>(Map.of("type", "say", "clientId", WORD + "-refused"));
        say.put("text", WORD + " refuse me");
        visitor.line().send(say);
        visitor.line().awaitProblem("unavailable");
    }

    /** Everything that was logged so far; every line of it is an object with the same fields. */
    private List<JsonNode> log() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!ramah.output().contains("The log refused a command") && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        List<JsonNode> log = new ArrayList<>();
        for (String line : ramah.output().lines().toList()) {
            if (line.startsWith("{")) {
                JsonNode logged = JSON.readTree(line);
                for (String field : List.of("time", "level", "logger", "thread", "message")) {
                    assertTrue(logged.path(field).isTextual(), line);
                }
                log.add(logged);
            } else {
                assertFalse(line.contains(" INFO ") || line.contains(" WARN ") || line.contains(" ERROR "), line);
            }
        }
        return log;
    }

    private static String metrics() {
        given().get("/q/metrics").then().statusCode(404);
        return given().auth()
                .oauth2(METRICS_TOKEN)
                .accept(ContentType.TEXT)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
