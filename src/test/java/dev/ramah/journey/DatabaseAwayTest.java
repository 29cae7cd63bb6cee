package dev.ramah.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.knowledge.Articles;
import dev.ramah.platform.RamahTest;
import dev.ramah.platform.TestDatabase;
import dev.ramah.staff.Cast;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away in the middle of everything, and comes back. */
@RamahTest
class DatabaseAwayTest {

    private static final Logger LOG = Logger.getLogger(DatabaseAwayTest.class);

    private static final String ARTICLE =
            """
            {"id":"descale","title":"How do I descale the machine?","language":"en",\
            "body":"With two spoons of citric acid.","questions":["how do I descale the machine"]}
            """;

    @Inject
    Cast cast;

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @BeforeEach
    void theShopHasAnArticle() {
        articles.importLines(new ByteArrayInputStream(ARTICLE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void socketsStayNothingIsLostOrDoubledAndItGoesOnByItself() throws SQLException, ExecutionException {
        try (Visitor tom = Visitor.tom();
                Visitor sari = Visitor.arrives(Map.of("name", "Sari", "language", "en"));
                Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            tom.asksForPerson();
            bima.takes(tom.conversation);
            manyConnectionsAreOpen();
            sari.says("How do I descale the machine?");

            TestDatabase.server().halt();
            long away = System.nanoTime();
            bima.send("typing", Map.of("conversation", tom.conversation));
            assertEquals(
                    "Bima", tom.line().await("typing").path("by").path("name").asText());
            tom.send("typing", Map.of());
            bima.line()
                    .await(frame -> frame.path("type").asText().equals("typing")
                            && frame.path("by").path("name").asText().equals("Tom"));
            Map<String, Object> say = Map.of("clientId", "while-away", "text", "Is anybody there?");
            assertEquals(
                    "unavailable", answer(tom.line(), "say", say).path("code").asText());
            Map<String, Object> reply = new HashMap<>(say);
            reply.put("conversation", tom.conversation);
            assertEquals(
                    "unavailable",
                    answer(bima.line(), "say", reply).path("code").asText());
            Line late = Line.to(Visitor.uri("/ws/chat"));
            late.send(Map.of("type", "hello", "token", tom.token));
            late.awaitProblem("unavailable");
            assertEquals(1013, late.awaitClose(), "not 4401: the token is still good");
            Line lateAgent = Line.to(Visitor.uri("/ws/desk"));
            lateAgent.send(Map.of("type", "hello", "token", bima.token));
            lateAgent.awaitProblem("unavailable");
            assertEquals(1013, lateAgent.awaitClose());
            RestAssured.given()
                    .contentType(ContentType.JSON)
                    .body(Map.of())
                    .post("/api/conversations")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json");
            RestAssured.get("/q/health/ready").then().statusCode(503);
            // Nothing that a restart would help.
            RestAssured.get("/q/health/live").then().statusCode(200);
            told("away for", away);

            TestDatabase.server().resume();
            long back = System.nanoTime();
            CompletableFuture<Void> rest = CompletableFuture.runAsync(() -> {
                while (RestAssured.given()
                                .auth()
                                .oauth2(bima.token)
                                .get("/api/me")
                                .statusCode()
                        != 200) {
                    Thread.onSpinWait();
                }
                told("REST worked", back);
            });
            CompletableFuture<Void> desk = CompletableFuture.runAsync(() -> {
                untilStored(bima.line(), reply);
                told("the agent's message was stored", back);
            });
            untilStored(tom.line(), say);
            told("the customer's message was stored", back);
            CompletableFuture.allOf(rest, desk).join();

            ConversationRef toms = new ConversationRef(UUID.fromString(tom.conversation));
            assertEquals(
                    2,
                    conversations.entries(toms, 0).stream()
                            .filter(each -> "while-away".equals(each.clientId()))
                            .count());
            sari.line().awaitSaid("citric acid");
            told("the bot's answer was there", back);
            sari.asksForPerson();
            JsonNode waiting = bima.line()
                    .await(frame -> frame.path("type").asText().equals("waiting")
                            && frame.path("conversation").asText().equals(sari.conversation));
            told("the desk saw who waits", back);
            assertEquals("Sari", waiting.path("customer").path("name").asText());
        }
    }

    /** As after a busy hour: the pool holds connections that will all be dead. */
    private void manyConnectionsAreOpen() {
        String token = cast.token(cast.bima());
        CompletableFuture.allOf(IntStream.range(0, 32)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> assertFalse(RestAssured.given()
                                        .auth()
                                        .oauth2(token)
                                        .get("/api/staff")
                                        .statusCode()
                                >= 500)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void untilStored(Line line, Map<String, Object> say) {
        while (answer(line, "say", say).path("type").asText().equals("problem")) {
            Thread.onSpinWait();
        }
    }

    private static JsonNode answer(Line line, String type, Map<String, Object> fields) {
        Map<String, Object> frame = new HashMap<>(fields);
        frame.put("type", type);
        line.clear();
        line.send(frame);
        return line.await(each -> each.path("clientId")
                        .equals(com.fasterxml.jackson.databind.node.TextNode.valueOf("while-away"))
                && (!Line.isEntry(each) || each.path("by").path("role").asText().equals(role(fields))));
    }

    private static String role(Map<String, Object> fields) {
        return fields.containsKey("conversation") ? "agent" : "customer";
    }

    private static void told(String what, long since) {
        LOG.infof(
                "%s after %d ms",
                what, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }
}
