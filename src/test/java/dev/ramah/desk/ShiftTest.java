package dev.ramah.desk;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Turn;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Being away for a reason, and going home without leaving anybody behind. */
@RamahTest
class ShiftTest {

    @Inject
    Cast cast;

    @Inject
    Conversations conversations;

    @Inject
    Handovers handovers;

    @Inject
    EmptyDesk emptyDesk;

    @Inject
    Clock clock;

    private final Present present = new Present();

    @BeforeEach
    void nobodyWaits() {
        emptyDesk.now();
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void colleaguesSeeWhySomebodyIsAway() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        bima.send("status", Map.of("status", "away", "reason", "lunch"));
        ana.line().await(presence(bima, "away", "lunch"));
        ana.line().clear();
        bima.send("status", Map.of("status", "online"));
        ana.line().await(presence(bima, "online", ""));
        bima.send("status", Map.of("status", "away", "reason", "football"));
        bima.line().awaitProblem("invalid");
    }

    @Test
    void whoGoesAwayKeepsNobodyWaitingForTheEndOfAnOffer() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.line().await(offer(tom));
        Agent ana = present.sitsDown(cast.ana());
        bima.send("status", Map.of("status", "away", "reason", "break"));
        ana.line().await(offer(tom));
    }

    @Test
    void theEndOfAShiftHandsOverEverythingAsItIsSaidAndTheRestToTheQueue() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor toAna = held(bima);
        Visitor toTeam = held(bima);
        Visitor waits = held(bima);
        Visitor unnamed = held(bima);
        ana.send("status", Map.of("status", "away"));
        String until = clock.instant().plus(Duration.ofHours(20)).toString();
        List<Map<String, ?>> wishes = List.of(
                Map.of("conversation", toAna.conversation, "to", "agent", "agent", ana.id, "reason", "Knows grinders"),
                Map.of("conversation", toTeam.conversation, "to", "team", "team", "machines", "reason", "A repair"),
                Map.of("conversation", waits.conversation, "to", "wait", "until", until, "reason", "The warehouse"));

        ends(bima, "1", wishes).then().statusCode(200).body("handedOver", equalTo(4));
        assertEquals(UUID.fromString(ana.id), state(toAna).wanted());
        assertEquals("machines", state(toTeam).team());
        assertEquals(UUID.fromString(bima.id), state(waits).holder());
        assertNotNull(state(waits).pendingUntil());
        assertEquals(Turn.QUEUE, state(unnamed).turn());
        assertEquals(
                "SHIFT_OVER",
                unnamed.line().awaitEntry("requeued").path("reason").asText());
        bima.line().await(presence(bima, "offline", "shift_over"));
        JsonNode waiting = ana.line()
                .await(frame -> frame.path("type").asText().equals("waiting")
                        && frame.path("conversation").asText().equals(unnamed.conversation)
                        && frame.path("reason").asText().equals("SHIFT_OVER"));
        assertTrue(waiting.path("brief").isObject(), waiting.toString());

        // The same end again, as after a lost answer: Ana has one of them by now, and keeps it.
        ana.takes(unnamed.conversation);
        ends(bima, "1", wishes).then().statusCode(200).body("handedOver", equalTo(0));
        assertEquals(UUID.fromString(ana.id), state(unnamed).holder());
    }

    @Test
    void twoEndsAtOnceAndACustomerWhoResolvesMeanwhileLeaveNobodyBehind() {
        Agent bima = present.sitsDown(cast.bima());
        for (int i = 0; i < 5; i++) {
            Visitor tom = held(bima);
            Visitor sari = held(bima);
            String clientId = "race-" + i;
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> ends(bima, clientId, List.of())),
                            CompletableFuture.runAsync(() -> ends(bima, clientId, List.of())),
                            CompletableFuture.runAsync(() -> tom.does("resolve", Map.of())))
                    .join();
            assertTrue(handovers.heldBy(UUID.fromString(bima.id)).isEmpty());
            assertNotEquals(Turn.AGENT, state(tom).turn());
            assertEquals(Turn.QUEUE, state(sari).turn());
            sari.line().awaitEntry("requeued");
            assertEquals(
                    1,
                    sari.line().entries().stream()
                            .filter(each -> each.path("kind").asText().equals("requeued"))
                            .count());
            bima.send("status", Map.of("status", "online"));
        }
    }

    @Test
    void nobodyHandsOverWhatIsNotTheirs() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = held(bima);
        ends(
                        ana,
                        "1",
                        List.of(Map.of(
                                "conversation",
                                tom.conversation,
                                "to",
                                "team",
                                "team",
                                "machines",
                                "reason",
                                "Mine now")))
                .then()
                .statusCode(200)
                .body("handedOver", equalTo(0));
        ends(present.sitsDown(cast.maya()), "1", List.of(Map.of("conversation", tom.conversation, "to", "queue")))
                .then()
                .statusCode(200)
                .body("handedOver", equalTo(0));
        assertEquals(UUID.fromString(bima.id), state(tom).holder());
        RestAssured.given().post("/api/desk/shift/end").then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(tom.token)
                .post("/api/desk/shift/end")
                .then()
                .statusCode(401);
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnythingIsDone() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = held(bima);
        for (Map<String, ?> wish : List.<Map<String, ?>>of(
                Map.of("conversation", tom.conversation, "to", "the moon"),
                Map.of("conversation", tom.conversation, "to", "agent", "agent", bima.id, "reason", "Me"),
                Map.of("conversation", tom.conversation, "to", "agent", "agent", UUID.randomUUID(), "reason", "Who"),
                Map.of("conversation", tom.conversation, "to", "team", "team", "no such team", "reason", "Who"),
                Map.of("conversation", tom.conversation, "to", "team", "team", "machines"),
                Map.of(
                        "conversation",
                        tom.conversation,
                        "to",
                        "wait",
                        "until",
                        "2020-01-01T00:00:00Z",
                        "reason",
                        "Late"))) {
            int status = ends(bima, "1", List.of(wish)).statusCode();
            assertTrue(status == 400 || status == 404, wish + ": " + status);
        }
        assertEquals(UUID.fromString(bima.id), state(tom).holder());
    }

    private Visitor held(Agent agent) {
        Visitor visitor = present.waiting();
        agent.takes(visitor.conversation);
        return visitor;
    }

    private static Response ends(Agent agent, String clientId, List<Map<String, ?>> wishes) {
        return RestAssured.given()
                .auth()
                .oauth2(agent.token)
                .contentType("application/json")
                .body(Map.of("clientId", clientId, "conversations", wishes))
                .post("/api/desk/shift/end");
    }

    private State state(Visitor visitor) {
        return conversations.find(new ConversationRef(UUID.fromString(visitor.conversation)));
    }

    private static Predicate<JsonNode> presence(Agent who, String status, String why) {
        return frame -> {
            for (JsonNode each : frame.path("staff")) {
                if (each.path("id").asText().equals(who.id)) {
                    return each.path("status").asText().equals(status)
                            && each.path("why").asText("null").equals(why.isEmpty() ? "null" : why);
                }
            }
            return false;
        };
    }

    private static Predicate<JsonNode> offer(Visitor about) {
        return frame -> frame.path("type").asText().equals("offer")
                && frame.path("conversation").asText().equals(about.conversation);
    }
}
