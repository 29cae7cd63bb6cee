package dev.ramah.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.Blocks;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Status;
import dev.ramah.platform.Digests;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Cast;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visitors who may not write for a while: who decides it, what they read, and how it ends. */
@RamahTest
class BlockTest {

    @Inject
    Cast cast;

    @Inject
    Conversations conversations;

    @Inject
    Blocks blocks;

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
    void theyReadWhyAndUntilWhenAndWriteNoMoreUntilSomebodyLetsThem() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        Response blocked = block(bima.token, tom, "Insults, after two warnings", 2);
        assertEquals(200, blocked.statusCode());
        JsonNode entry = tom.line().awaitEntry("blocked");
        assertEquals("Insults, after two warnings", entry.path("text").asText());
        assertEquals(blocked.path("until"), entry.path("until").asText());
        assertTrue(entry.has("objection"));
        tom.line().awaitEntry("resolved");
        assertEquals(Status.RESOLVED, state(tom).status());
        assertEquals("forbidden", code(tom.tries("say", Map.of("text", "Let me in"))));
        assertEquals("forbidden", code(tom.tries("human", Map.of())));

        as(bima.token).delete(path(tom)).then().statusCode(204);
        as(bima.token).get(path(tom)).then().statusCode(200).body("until", nullValue());
        assertEquals("", code(tom.tries("say", Map.of("text", "I am sorry"))));
    }

    @Test
    void whomTheShopKnowsDoesNotComeBackByAnotherConversation() {
        Agent bima = present.sitsDown(cast.bima());
        Map<String, ?> who = Map.of("name", "Tom", "language", "en", "identity", identity());
        Visitor tom = present.opened(Visitor.arrives(who));
        tom.asksForPerson();
        bima.takes(tom.conversation);
        assertEquals(200, block(bima.token, tom, "Insults", 1).statusCode());
        RestAssured.given()
                .contentType("application/json")
                .body(who)
                .post("/api/conversations")
                .then()
                .statusCode(403)
                .body("detail", containsString("Insults"));
        as(bima.token).delete(path(tom)).then().statusCode(204);
    }

    @Test
    void itEndsByItself() {
        Visitor tom = present.waiting();
        State state = state(tom);
        blocks.keep(state, new AgentRef(cast.bima().id()), clock.instant().plusSeconds(2), "A moment");
        blocks.read();
        assertEquals("forbidden", code(tom.tries("say", Map.of("text", "Now?"))));
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (!code(tom.tries("say", Map.of("text", "And now?"))).isEmpty()) {
            assertTrue(Instant.now().isBefore(patience), "It never ended");
        }
    }

    @Test
    void whoWritesInThatMomentIsHeardOrToldThatTheyAreNot() {
        Agent bima = present.sitsDown(cast.bima());
        for (int i = 0; i < 6; i++) {
            Visitor tom = present.waiting();
            bima.takes(tom.conversation);
            CompletableFuture<String> said =
                    CompletableFuture.supplyAsync(() -> code(tom.tries("say", Map.of("text", "Me again"))));
            CompletableFuture.allOf(CompletableFuture.runAsync(() -> block(bima.token, tom, "Insults", 1)), said)
                    .join();
            tom.line().awaitEntry("blocked");
            assertEquals("forbidden", code(tom.tries("say", Map.of("text", "Still here"))));
            long heard = tom.line().entries().stream()
                    .filter(each -> each.path("text").asText().equals("Me again"))
                    .count();
            assertEquals(said.join().isEmpty() ? 1 : 0, heard);
        }
    }

    @Test
    void onlyWhoHasThemOrAManagerBlocksAndOnlyForSoLong() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        assertEquals(409, block(ana.token, tom, "I do not like him", 1).statusCode());
        assertEquals(401, block(tom.token, tom, "Me", 1).statusCode());
        assertEquals(400, block(bima.token, tom, " ", 1).statusCode());
        assertEquals(400, block(bima.token, tom, "Too long", 100_000).statusCode());
        assertEquals(400, block(bima.token, tom, "No time", 0).statusCode());
        assertEquals(Status.OPEN, state(tom).status());
        assertEquals(200, block(cast.token(cast.maya()), tom, "Insults", 1).statusCode());
        // Whoever did not block them, and is no manager, does not let them in.
        as(ana.token).delete(path(tom)).then().statusCode(403);
        as(ana.token).get(path(tom)).then().statusCode(200).body("reason", is("Insults"));
        as(cast.token(cast.maya())).delete(path(tom)).then().statusCode(204);

        Visitor sari = present.waiting();
        bima.takes(sari.conversation);
        bima.does("transfer", sari.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A repair"));
        as(bima.token).get(path(sari)).then().statusCode(403);
        assertEquals(403, block(bima.token, sari, "Mine no more", 1).statusCode());
        as(bima.token).delete(path(sari)).then().statusCode(403);
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token).contentType("application/json");
    }

    private static Response block(String token, Visitor visitor, String reason, int hours) {
        return as(token).body(Map.of("reason", reason, "hours", hours)).post(path(visitor));
    }

    private static String path(Visitor visitor) {
        return "/api/conversations/" + visitor.conversation + "/block";
    }

    private State state(Visitor visitor) {
        return conversations.find(new ConversationRef(UUID.fromString(visitor.conversation)));
    }

    /** Of a customer that the shop vouches for. */
    private static Map<String, Object> identity() {
        String id = "tom-blocked";
        long exp = 4_102_444_800L;
        return Map.of("id", id, "exp", exp, "hash", Digests.hmacSha256("test-secret", id + "." + exp));
    }

    /** Of the problem, if it is one. */
    private static String code(JsonNode answer) {
        return answer.path("type").asText().equals("problem")
                ? answer.path("code").asText()
                : "";
    }
}
