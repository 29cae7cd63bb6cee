package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.MovableClock;
import dev.ramah.cast.Present;
import dev.ramah.cast.SmallShop;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Status;
import dev.ramah.conversation.Turn;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer is promised that somebody comes back, and somebody does. One conversation fills an agent here. */
@RamahTest
@TestProfile(SmallShop.class)
class PendingTest {

    @Inject
    MovableClock clock;

    @Inject
    Cast cast;

    @Inject
    Desk desk;

    @Inject
    EmptyDesk emptyDesk;

    @Inject
    Conversations conversations;

    private final Present present = new Present();

    @BeforeEach
    void nobodyWaits() {
        emptyDesk.now();
        clock.moveBy(Duration.ofMinutes(61));
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void theCustomerIsToldUntilWhenAndOnlyColleaguesForWhom() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima);
        Instant until = in(Duration.ofHours(2));
        JsonNode promised = promises(bima, tom, until, "The quokka in the warehouse");
        assertEquals("The quokka in the warehouse", promised.path("reason").asText());

        JsonNode seen = tom.line().awaitEntry("pended");
        assertEquals(until, Instant.parse(seen.path("until").asText()));
        assertFalse(tom.line().all().toString().contains("quokka"));
        assertEquals(until, Instant.parse(screen(tom, "pendingUntil")));
        assertEquals(until, state(tom).pendingUntil());
    }

    @Test
    void whoWaitsForSomebodyElseTakesNoPlace() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima);
        Visitor sari = present.waiting();
        promises(bima, tom, in(Duration.ofHours(2)), "The warehouse");
        bima.line().await(frame("offer", sari));
    }

    @Test
    void whenTheMomentComesItIsBackAndLateIfNobodySaidAWord() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima);
        promises(bima, tom, in(Duration.ofHours(2)), "The warehouse");
        clock.moveBy(Duration.ofMinutes(121));
        JsonNode back = tom.line().awaitEntry("returned");
        assertEquals("DUE", back.path("reason").asText());
        assertTrue(back.path("late").asBoolean());
        assertNull(state(tom).pendingUntil());
        assertEquals(Turn.AGENT, state(tom).turn());
        assertEquals(1, (int) cast.as(cast.maya())
                .get("/api/reports/overview?from=" + clock.instant().minusSeconds(10_800) + "&to="
                        + in(Duration.ofDays(1)))
                .then()
                .statusCode(200)
                .extract()
                .path("promises.late"));
    }

    @Test
    void whoWasToldSomethingMeanwhileIsNotLate() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima);
        promises(bima, tom, in(Duration.ofHours(2)), "The warehouse");
        bima.says(tom.conversation, "It has left the warehouse.");
        clock.moveBy(Duration.ofMinutes(121));
        assertFalse(tom.line().awaitEntry("returned").path("late").asBoolean(true));
    }

    @Test
    void whenTheCustomerWritesItIsBackBeforeTheirWords() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima);
        promises(bima, tom, in(Duration.ofHours(2)), "The customer");
        tom.says("Here is the photo.");
        JsonNode back = bima.line().await(entry("returned", tom));
        assertEquals("CUSTOMER", back.path("reason").asText());
        assertFalse(back.path("late").asBoolean(true));
        JsonNode said = bima.line().awaitSaid("Here is the photo.");
        assertEquals(back.path("seq").asInt() + 1, said.path("seq").asInt());
    }

    @Test
    void itStaysWithWhoGoesHomeAndIsSomebodyElsesWhenTheMomentComes() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima);
        promises(bima, tom, in(Duration.ofHours(2)), "The workshop");
        bima.close();
        emptyDesk.nobodySits();
        clock.moveBy(Duration.ofMinutes(30));
        desk.tick();
        tom.line().await("entry");
        assertEquals(Turn.AGENT, state(tom).turn());
        clock.moveBy(Duration.ofMinutes(91));
        tom.line().awaitEntry("returned");
        desk.tick();
        assertEquals(
                "AGENT_GONE", tom.line().awaitEntry("requeued").path("reason").asText());
    }

    @Test
    void itEndsWithAWishAndWithTheEpisode() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima);
        promises(bima, tom, in(Duration.ofHours(2)), "The workshop");
        assertEquals(
                "AGENT",
                bima.does("pending", tom.conversation, Map.of()).path("reason").asText());
        assertEquals(
                "ack",
                bima.does("pending", tom.conversation, Map.of()).path("type").asText());
        promises(bima, tom, in(Duration.ofHours(2)), "The workshop");
        bima.resolves(tom.conversation);
        assertNull(state(tom).pendingUntil());
    }

    @Test
    void aPromiseIsMadeOnceHoweverOftenItIsSentAndWithoutAnIdAsTheContractHasIt() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima);
        Map<String, String> fields = Map.of(
                "clientId",
                "twice",
                "conversation",
                tom.conversation,
                "until",
                in(Duration.ofHours(2)).toString(),
                "reason",
                "x");
        bima.send("pending", fields);
        bima.send("pending", fields);
        bima.line()
                .await(frame -> frame.path("type").asText().equals("ack")
                        && frame.path("clientId").asText().equals("twice"));
        bima.send(
                "pending",
                Map.of(
                        "conversation",
                        tom.conversation,
                        "until",
                        in(Duration.ofHours(3)).toString(),
                        "reason",
                        "y"));
        bima.send("tag", Map.of("conversation", tom.conversation, "reason", "delivery"));
        bima.line().await(entry("tagged", tom));
        assertEquals(List.of("escalated", "assigned", "pended", "pended", "tagged"), kinds(tom));
    }

    @Test
    void whoResolvesWhileTheCustomerWritesLeavesNoPromiseBehind() {
        Agent bima = present.sitsDown(cast.bima());
        for (int i = 0; i < 5; i++) {
            Visitor tom = taken(bima);
            promises(bima, tom, in(Duration.ofHours(2)), "The customer");
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> bima.resolves(tom.conversation)),
                            CompletableFuture.runAsync(() -> tom.says("Here it is.")))
                    .join();
            State now = state(tom);
            assertNull(now.pendingUntil());
            List<String> kinds = kinds(tom);
            boolean wroteFirst = now.status() == Status.RESOLVED;
            assertEquals(
                    wroteFirst
                            ? List.of("escalated", "assigned", "pended", "returned", "said", "resolved")
                            : List.of("escalated", "assigned", "pended", "resolved", "reopened", "said"),
                    kinds);
        }
    }

    @Test
    void theMomentAndTheCustomerAtOnceBringItBackOnce() {
        Agent bima = present.sitsDown(cast.bima());
        for (int i = 0; i < 3; i++) {
            Visitor tom = taken(bima);
            promises(bima, tom, in(Duration.ofMinutes(10)), "The customer");
            clock.moveBy(Duration.ofMinutes(11));
            tom.says("Here it is.");
            tom.line().awaitEntry("returned");
            assertEquals(1, kinds(tom).stream().filter("returned"::equals).count());
            bima.resolves(tom.conversation);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "tag"})
    void onlyWhoMayReadItMayAndOnlyWhoHasItPromises(String type) {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = taken(bima);
        Map<String, String> fields = Map.of("until", in(Duration.ofHours(2)).toString(), "reason", "x");
        String colleague =
                ana.tries(type, tom.conversation, fields).path("code").asText("none");
        assertEquals(type.equals("pending") ? "not_holder" : "none", colleague);
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        // Whoever looked at it is turned away a moment later, before the others are told.
        ana.line()
                .await(frame -> frame("waiting", tom).test(frame)
                        && frame.path("team").asText().equals("machines"));
        assertEquals(
                "forbidden",
                bima.tries(type, tom.conversation, fields).path("code").asText());
        assertEquals(
                "not_found",
                bima.tries(type, UUID.randomUUID().toString(), fields)
                        .path("code")
                        .asText());
        Line eve = present.opened(Line.to(Visitor.uri("/ws/desk")));
        eve.send(Map.of("type", type, "conversation", tom.conversation, "reason", "x"));
        eve.awaitProblem("not_signed_in");
        tom.send(type, Map.of("conversation", tom.conversation, "clientId", "1", "reason", "x"));
        tom.line().awaitProblem("unknown_type");
    }

    @Test
    void aPromiseIsAMomentToComeAndSaysForWhom() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima);
        String soon = in(Duration.ofHours(1)).toString();
        for (Map<String, String> wrong : List.of(
                Map.of("until", in(Duration.ofHours(-1)).toString(), "reason", "x"),
                Map.of("until", in(Duration.ofDays(91)).toString(), "reason", "x"),
                Map.of("until", soon, "reason", " "))) {
            assertEquals(
                    "invalid",
                    bima.tries("pending", tom.conversation, wrong).path("code").asText());
        }
        for (Map<String, String> wrong : List.of(Map.of("until", "tomorrow", "reason", "x"), Map.of("until", soon))) {
            assertEquals(
                    "malformed",
                    bima.tries("pending", tom.conversation, wrong).path("code").asText());
        }
        assertEquals(
                "malformed",
                bima.tries("tag", tom.conversation, Map.of()).path("code").asText());
        assertEquals(
                "invalid",
                bima.tries("tag", tom.conversation, Map.of("reason", "x".repeat(61)))
                        .path("code")
                        .asText());
        assertEquals(List.of("escalated", "assigned"), kinds(tom));
    }

    @Test
    void whatItWasAboutIsForReportsAndNotForTheCustomer() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = taken(bima);
        bima.resolves(tom.conversation);
        bima.does("tag", tom.conversation, Map.of("reason", "quokka"));
        bima.does("tag", tom.conversation, Map.of("reason", "delivery of parcels"));
        tom.does("rate", Map.of("csat", 5));
        assertFalse(tom.line().all().toString().contains("quokka"));
        List<String> keys = cast.as(cast.maya())
                .get("/api/reports/satisfaction?by=contact&from="
                        + clock.instant().minusSeconds(600) + "&to=" + in(Duration.ofDays(1)))
                .then()
                .statusCode(200)
                .extract()
                .path("rows.key");
        assertTrue(keys.contains("delivery of parcels"), keys.toString());
        assertFalse(keys.contains("quokka"), keys.toString());
        assertTrue(screen(tom, "suggestedReasons").contains("delivery of parcels"));
    }

    private Visitor taken(Agent by) {
        Visitor tom = present.waiting();
        by.takes(tom.conversation);
        return tom;
    }

    private static JsonNode promises(Agent agent, Visitor tom, Instant until, String reason) {
        JsonNode entry = agent.does("pending", tom.conversation, Map.of("until", until.toString(), "reason", reason));
        assertEquals("pended", entry.path("kind").asText(), entry.toString());
        return entry;
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time).truncatedTo(ChronoUnit.SECONDS);
    }

    private String screen(Visitor tom, String field) {
        return String.valueOf(cast.as(cast.maya())
                .get("/api/conversations/" + tom.conversation)
                .jsonPath()
                .<Object>get(field));
    }

    private State state(Visitor tom) {
        return conversations.find(new ConversationRef(UUID.fromString(tom.conversation)));
    }

    private List<String> kinds(Visitor tom) {
        return conversations.entries(new ConversationRef(UUID.fromString(tom.conversation)), 0).stream()
                .map(each -> each.what().kind())
                .toList();
    }

    private static Predicate<JsonNode> frame(String type, Visitor tom) {
        return frame -> frame.path("type").asText().equals(type)
                && frame.path("conversation").asText().equals(tom.conversation);
    }

    private static Predicate<JsonNode> entry(String kind, Visitor tom) {
        return frame -> Line.isEntry(frame)
                && frame.path("kind").asText().equals(kind)
                && frame.path("conversation").asText().equals(tom.conversation);
    }
}
