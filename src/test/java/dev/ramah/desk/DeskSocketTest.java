package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Status;
import dev.ramah.conversation.Turn;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents at their socket: who gets whom, who may read what, and who is told. */
@RamahTest
class DeskSocketTest {

    @Inject
    Cast cast;

    @Inject
    Conversations conversations;

    @Inject
    EmptyDesk emptyDesk;

    private final Present present = new Present();

    @BeforeEach
    void nobodyWaits() {
        emptyDesk.now();
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "watch",
                "unwatch",
                "take",
                "accept",
                "decline",
                "say",
                "note",
                "transfer",
                "resolve",
                "pending",
                "tag",
                "typing",
                "seen"
            })
    void beforeHelloNothingIsDone(String type) {
        Visitor tom = present.waiting();
        Line eve = present.opened(Line.to(Visitor.uri("/ws/desk")));
        eve.send(Map.of("type", type, "conversation", tom.conversation, "clientId", "1", "text", "hi"));
        eve.awaitProblem("not_signed_in");
        assertEquals(1, log(tom).size());
    }

    @Test
    void aCustomersTokenOpensNoDeskAndACookieWithoutOurOriginNeither() {
        Visitor tom = present.waiting();
        Line eve = present.opened(Line.to(Visitor.uri("/ws/desk")));
        eve.send(Map.of("type", "hello", "token", tom.token));
        eve.awaitProblem("not_signed_in");
        assertEquals(4401, eve.awaitClose());

        Map<String, String> cookie = Map.of("Cookie", "ramah_session=" + cast.token(cast.bima()));
        Line stolen = present.opened(Line.to(Visitor.uri("/ws/desk"), cookie));
        stolen.send(Map.of("type", "hello"));
        assertEquals(4401, stolen.awaitClose());
    }

    @Test
    void ofTwoWhoTakeAtOnceOneHasItAndTheOtherIsToldWho() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        for (int i = 0; i < 10; i++) {
            Visitor tom = present.waiting();
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> bima.send("take", about(tom))),
                            CompletableFuture.runAsync(() -> ana.send("take", about(tom))))
                    .join();
            JsonNode assigned = tom.line().awaitEntry("assigned");
            String winner = assigned.path("by").path("name").asText();
            Agent loser = winner.equals("Bima") ? ana : bima;
            JsonNode problem = loser.line().await(problem("taken", tom));
            assertTrue(problem.path("detail").asText().contains(winner), problem.toString());
            assertEquals(1, kinds(tom).stream().filter("assigned"::equals).count());
        }
    }

    @Test
    void theHoldersRepeatIsSilent() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.send("take", about(tom));
        bima.send("accept", about(tom));
        bima.does("note", tom.conversation, Map.of("text", "Behind the repeats in the log"));
        assertEquals(List.of("escalated", "assigned", "noted"), kinds(tom));
        assertTrue(bima.line().all().stream().noneMatch(DeskSocketTest::isProblem));
    }

    @Test
    void whoTakesSeesEveryEntryOnceAlsoWhenTheyLookAtItInTheSameMoment() {
        Agent bima = present.sitsDown(cast.bima());
        for (int i = 0; i < 10; i++) {
            Visitor tom = present.waiting();
            bima.send("take", about(tom));
            bima.send("watch", about(tom));
            bima.line().await(entry("assigned", tom));
            tom.says("One parcel " + i);
            bima.line().awaitSaid("One parcel " + i);
            bima.says(tom.conversation, "Behind it");
            List<Integer> numbers = bima.line().entries().stream()
                    .filter(each -> isAbout(each, tom))
                    .filter(each -> each.path("seq").asInt() > 2)
                    .map(each -> each.path("seq").asInt())
                    .toList();
            assertEquals(List.of(3, 4), numbers);
        }
    }

    @Test
    void whatWaitsIsOfferedAndWhoDeclinesLetsTheNextOneHaveIt() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        JsonNode brief = bima.line().await(frame("waiting", tom));
        assertEquals("ASKED_FOR_A_PERSON", brief.path("reason").asText());
        assertEquals("Tom", brief.path("customer").path("name").asText());
        JsonNode first = Stream.of(bima, ana)
                .map(each -> CompletableFuture.supplyAsync(() -> each.line().await(frame("offer", tom))))
                .reduce((a, b) -> a.applyToEither(b, frame -> frame))
                .orElseThrow()
                .join();
        assertFalse(first.path("until").asText().isEmpty());
        Agent asked = got(bima, "offer", tom) ? bima : ana;
        Agent other = asked == bima ? ana : bima;
        other.send("decline", about(tom));
        asked.send("decline", about(tom));
        other.line().await(frame("offer", tom));
        other.send("accept", about(tom));
        assertEquals(
                other.id,
                tom.line().awaitEntry("assigned").path("by").path("id").asText());
        JsonNode gone = asked.line().await(frame("gone", tom));
        assertEquals(other.id, gone.path("by").path("id").asText());
    }

    @Test
    void whoIsAwayIsOfferedNothingAndStillSeesTheQueueAndTakes() {
        Agent bima = present.sitsDown(cast.bima());
        bima.send("status", Map.of("status", "away"));
        bima.line()
                .await(frame -> frame.path("type").asText().equals("presence")
                        && frame.path("staff").toString().contains("\"away\""));
        Visitor tom = present.waiting();
        bima.line().await(frame("waiting", tom));
        assertFalse(tom.line().await("queue").path("online").asBoolean());
        assertFalse(got(bima, "offer", tom));
        bima.takes(tom.conversation);
        bima.send("status", Map.of("status", "online"));
        bima.send("status", Map.of("status", "asleep"));
        bima.line().awaitProblem("invalid");
    }

    @Test
    void aTransferToAColleagueTellsThemWhyAndTheCustomerOnlyWho() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        JsonNode done = bima.does(
                "transfer", tom.conversation, Map.of("to", Map.of("agent", ana.id), "reason", "She knows pumps"));
        assertEquals("She knows pumps", done.path("reason").asText());

        JsonNode seen = tom.line().awaitEntry("transferred");
        assertEquals("Ana", seen.path("to").path("name").asText());
        assertFalse(tom.line().all().toString().contains("pumps"));

        ana.line()
                .await(frame -> frame("waiting", tom).test(frame)
                        && frame.path("reason").asText().equals("TRANSFERRED"));
        ana.line().await(frame("offer", tom));
        ana.watches(tom.conversation);
        assertEquals(
                "She knows pumps",
                ana.line().await(entry("transferred", tom)).path("reason").asText());
        ana.takes(tom.conversation);
        assertEquals("not_holder", refused(bima, "say", tom));
        assertEquals("entry", ana.says(tom.conversation, "Hello").path("type").asText());
    }

    @Test
    void aTransferNeedsAReasonAndSomebodyWhoIsThere() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        Map<String, String> ana = Map.of("agent", cast.ana().id().toString());
        assertEquals("malformed", code(bima.tries("transfer", tom.conversation, Map.of("to", ana))));
        assertEquals("invalid", code(bima.tries("transfer", tom.conversation, Map.of("to", ana, "reason", " "))));
        Map<String, String> nobody = Map.of("agent", UUID.randomUUID().toString());
        assertEquals("not_found", code(bima.tries("transfer", tom.conversation, Map.of("to", nobody, "reason", "x"))));
        Map<String, String> noTeam = Map.of("team", "moon");
        assertEquals("not_found", code(bima.tries("transfer", tom.conversation, Map.of("to", noTeam, "reason", "x"))));
        assertEquals(List.of("escalated", "assigned"), kinds(tom));
    }

    @Test
    void whatIsHandedToAnotherTeamIsReadByThatTeamAndByManagersOnly() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Agent maya = present.sitsDown(cast.maya());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.watches(tom.conversation);
        assertEquals(
                "machines",
                bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"))
                        .path("to")
                        .path("team")
                        .asText("machines"));
        ana.line()
                .await(frame -> frame("waiting", tom).test(frame)
                        && frame.path("team").asText().equals("machines"));

        for (String type : List.of("watch", "say", "note", "take", "accept", "transfer", "resolve", "typing", "seen")) {
            assertEquals("forbidden", refused(bima, type, tom), type);
        }
        cast.as(cast.bima())
                .get("/api/conversations/" + tom.conversation)
                .then()
                .statusCode(403);
        cast.as(cast.ana()).get("/api/conversations/" + tom.conversation).then().statusCode(200);

        assertEquals(
                "ack",
                ana.does("note", tom.conversation, Map.of("text", "Mine?"))
                        .path("type")
                        .asText());
        for (String type : List.of("say", "transfer", "resolve")) {
            assertEquals("not_holder", refused(ana, type, tom), type);
        }
        ana.takes(tom.conversation);
        tom.says("The pump is broken");
        ana.line().awaitSaid("The pump is broken");
        maya.watches(tom.conversation);
        maya.line().awaitSaid("The pump is broken");
        ana.does("note", tom.conversation, Map.of("text", "Behind it"));
        assertFalse(bima.line().all().toString().contains("The pump is broken"), "he hears of it no more");
    }

    @Test
    void aManagerTakesOverAndTheColleagueSeesWhoHasIt() {
        Agent bima = present.sitsDown(cast.bima());
        Agent maya = present.sitsDown(cast.maya());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        maya.takes(tom.conversation);
        bima.line()
                .await(frame -> entry("assigned", tom).test(frame)
                        && frame.path("by").path("name").asText().equals("Maya"));
        assertEquals("not_holder", refused(bima, "say", tom));
        assertEquals(
                "entry",
                maya.says(tom.conversation, "I am the manager").path("type").asText());
    }

    @Test
    void theSameIdTwiceIsOneEntryAndTwoAgentsMayUseTheSame() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        ana.watches(tom.conversation);
        Map<String, String> note = Map.of("conversation", tom.conversation, "clientId", "same", "text", "Once");
        bima.send("note", note);
        bima.send("note", note);
        JsonNode ack = bima.line().await("ack");
        assertEquals(3, ack.path("seq").asInt());
        ana.send("note", note);
        ana.line()
                .await(frame -> entry("noted", tom).test(frame)
                        && frame.path("by").path("name").asText().equals("Ana"));
        tom.send("say", Map.of("clientId", "same", "text", "Me too"));
        tom.line().awaitSaid("Me too");
        assertEquals(List.of("escalated", "assigned", "noted", "noted", "said"), kinds(tom));
    }

    @Test
    void resolvingWhileTheCustomerWritesEndsTheSameForEverybody() {
        Agent bima = present.sitsDown(cast.bima());
        for (int i = 0; i < 20; i++) {
            Visitor tom = present.waiting();
            bima.takes(tom.conversation);
            bima.says(tom.conversation, "Done");
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> bima.resolves(tom.conversation)),
                            CompletableFuture.runAsync(() -> tom.says("One more thing")))
                    .join();
            List<String> kinds = kinds(tom).subList(3, kinds(tom).size());
            State state = conversations.find(ref(tom));
            if (kinds.get(0).equals("said")) {
                assertEquals(List.of("said", "resolved"), kinds);
                assertEquals(Status.RESOLVED, state.status());
                assertEquals(Turn.NOBODY, state.turn());
            } else {
                assertEquals(List.of("resolved", "reopened", "said"), kinds.subList(0, 3));
                assertEquals(2, state.episode());
                assertEquals(Status.OPEN, state.status());
            }
            assertNull(state.holder());
        }
    }

    @Test
    void whoIsDeactivatedIsShownTheDoorAndTheirCustomersWaitForAnother() {
        String email = "dewi-" + UUID.randomUUID() + "@kopi.example";
        String dewi = cast.as(cast.rani())
                .body(Map.of(
                        "email",
                        email,
                        "name",
                        "Dewi",
                        "role",
                        "agent",
                        "password",
                        Cast.PASSWORD,
                        "teams",
                        List.of("orders")))
                .post("/api/staff")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Agent leaves = present.opened(Agent.signsIn(email, Cast.PASSWORD));
        Line second = present.opened(leaves.connect());
        Visitor tom = present.waiting();
        leaves.takes(tom.conversation);

        cast.as(cast.rani()).post("/api/staff/" + dewi + "/deactivate").then().statusCode(204);

        for (Line each : List.of(leaves.line(), second)) {
            each.await("expired");
            assertEquals(4401, each.awaitClose());
        }
        assertEquals(
                "AGENT_LEFT", tom.line().awaitEntry("requeued").path("reason").asText());
        State state = conversations.find(ref(tom));
        assertEquals(Turn.QUEUE, state.turn());
        assertTrue(state.headOfQueue());
        Line again = present.opened(Line.to(Visitor.uri("/ws/desk")));
        again.send(Map.of("type", "hello", "token", leaves.token));
        assertEquals(4401, again.awaitClose());
    }

    @Test
    void whoSignsOutElsewhereKeepsTheirCustomers() {
        Agent bima = present.sitsDown(cast.bima());
        Agent athome = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(athome.token)
                .post("/api/logout")
                .then()
                .statusCode(204);
        athome.line().await("expired");
        assertEquals(4401, athome.line().awaitClose());
        assertEquals(
                "entry", bima.says(tom.conversation, "Still here").path("type").asText());
    }

    @Test
    void whatTheDeskShowsAfterComingBackIsAllOfIt() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        Visitor sari = present.waiting();
        bima.takes(tom.conversation);
        bima.line().cut();
        tom.says("Are you there?");
        bima.comesBack();
        JsonNode welcome = bima.line().await("welcome");
        assertEquals(List.of(sari.conversation), conversationsIn(welcome.path("queue")));
        assertEquals(1, welcome.path("queue").path(0).path("position").asInt());
        assertEquals(List.of(tom.conversation), conversationsIn(welcome.path("mine")));
        bima.line().await(frame("watching", tom));
        tom.says("Now you are");
        bima.line().awaitSaid("Now you are");
        sari.does("resolve", Map.of());
        bima.line().await(frame("gone", sari));
    }

    @Test
    void typingAndSeenGoToTheOtherSideAndOnlyTheHoldersTypingCounts() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        ana.watches(tom.conversation);
        ana.send("typing", about(tom));
        bima.send("typing", about(tom));
        assertEquals("Bima", tom.line().await("typing").path("by").path("name").asText());
        tom.send("typing", Map.of());
        bima.line()
                .await(frame -> frame("typing", tom).test(frame)
                        && frame.path("by").path("name").asText().equals("Tom"));
        tom.send("seen", Map.of("seq", 2));
        assertEquals(2, bima.line().await(frame("seen", tom)).path("seq").asInt());
        bima.send("seen", Map.of("conversation", tom.conversation, "seq", 1_000));
        assertEquals(2, tom.line().await("seen").path("seq").asInt());
    }

    private static Map<String, String> about(Visitor visitor) {
        return Map.of("conversation", visitor.conversation);
    }

    /** The code of the problem that this agent's frame about this conversation meets. */
    private static String refused(Agent agent, String type, Visitor about) {
        String clientId = UUID.randomUUID().toString();
        agent.send(
                type,
                Map.of(
                        "conversation",
                        about.conversation,
                        "clientId",
                        clientId,
                        "text",
                        "Hello",
                        "seq",
                        1,
                        "to",
                        Map.of("team", "orders"),
                        "reason",
                        "Because"));
        return code(agent.line().await(frame -> frame.path("clientId").asText().equals(clientId)));
    }

    private static String code(JsonNode problem) {
        assertEquals("problem", problem.path("type").asText(), problem.toString());
        assertNotEquals("fault", problem.path("code").asText());
        return problem.path("code").asText();
    }

    private static boolean isProblem(JsonNode frame) {
        return frame.path("type").asText().equals("problem");
    }

    private static boolean isAbout(JsonNode frame, Visitor visitor) {
        return frame.path("conversation").asText().equals(visitor.conversation);
    }

    private static boolean got(Agent agent, String type, Visitor about) {
        return agent.line().all().stream().anyMatch(frame(type, about));
    }

    private static java.util.function.Predicate<JsonNode> frame(String type, Visitor about) {
        return frame -> frame.path("type").asText().equals(type) && isAbout(frame, about);
    }

    private static java.util.function.Predicate<JsonNode> entry(String kind, Visitor about) {
        return frame -> Line.isEntry(frame) && frame.path("kind").asText().equals(kind) && isAbout(frame, about);
    }

    private static java.util.function.Predicate<JsonNode> problem(String code, Visitor about) {
        return frame -> frame("problem", about).test(frame)
                && frame.path("code").asText().equals(code);
    }

    private static List<String> conversationsIn(JsonNode items) {
        List<String> all = new ArrayList<>();
        items.forEach(each -> all.add(each.path("conversation").asText()));
        return all;
    }

    private List<Entry> log(Visitor visitor) {
        return conversations.entries(ref(visitor), 0);
    }

    private List<String> kinds(Visitor visitor) {
        return log(visitor).stream().map(Entry::what).map(Happened::kind).toList();
    }

    private static ConversationRef ref(Visitor visitor) {
        return new ConversationRef(UUID.fromString(visitor.conversation));
    }
}
