package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import dev.ramah.conversation.Turn;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk over time: who waits how long, and who is gone for too long. */
@RamahTest
@TestProfile(SmallShop.class)
class DeskTimeTest {

    @Inject
    MovableClock clock;

    @Inject
    Cast cast;

    @Inject
    Desk desk;

    @Inject
    Offers offers;

    @Inject
    EmptyDesk emptyDesk;

    @Inject
    Conversations conversations;

    private final Present present = new Present();

    @BeforeEach
    void nobodyWaitsAndTheLastHourIsForgotten() {
        emptyDesk.now();
        clock.moveBy(Duration.ofMinutes(61));
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void whoseConnectionIsGoneForTwoMinutesLosesTheirCustomersToTheHeadOfTheQueue() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        Visitor sari = present.waiting();
        bima.close();
        emptyDesk.nobodySits();
        clock.moveBy(Duration.ofSeconds(110));
        desk.tick();
        // Who comes back while they wait is told their place, behind what the desk had to do before.
        try (Line again = sari.connect(0)) {
            again.await(place(1));
        }
        tom.says("Hello?");
        assertEquals(Turn.AGENT, turn(tom));

        clock.moveBy(Duration.ofSeconds(15));
        desk.tick();
        assertEquals(
                "AGENT_GONE", tom.line().awaitEntry("requeued").path("reason").asText());
        tom.line().await(place(1));
        sari.line().await(place(2));

        Agent ana = present.sitsDown(cast.ana());
        JsonNode first = ana.line().await("welcome").path("queue").path(0);
        assertEquals(tom.conversation, first.path("conversation").asText());
        assertEquals("AGENT_GONE", first.path("brief").path("reason").asText());
        assertEquals("Hello?", first.path("brief").path("request").asText("Hello?"));
    }

    @Test
    void whoComesBackInTimeKeepsThem() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.close();
        emptyDesk.nobodySits();
        clock.moveBy(Duration.ofSeconds(100));
        Agent back = present.sitsDown(cast.bima());
        clock.moveBy(Duration.ofSeconds(100));
        desk.tick();
        back.send("status", Map.of("status", "away"));
        back.line()
                .await(frame -> frame.path("type").asText().equals("presence")
                        && frame.path("staff").toString().contains("\"away\""));
        tom.says("Hello?");
        back.line().awaitSaid("Hello?");
        assertEquals(Turn.AGENT, turn(tom));
    }

    @Test
    void anOfferThatNobodyTakesGoesToTheNext() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        UUID first = offeredTo(tom, null);
        Agent next = bima.id.equals(first.toString()) ? ana : bima;
        clock.moveBy(Duration.ofSeconds(31));
        desk.tick();
        next.line().await(frame("offer", tom));
        assertEquals(next.id, offeredTo(tom, first).toString());

        clock.moveBy(Duration.ofSeconds(31));
        desk.tick();
        assertEquals(first, offeredTo(tom, UUID.fromString(next.id)), "all let it pass, so all are asked again");
    }

    @Test
    void whoHasEnoughIsOfferedNoMoreButMayTakeMore() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.line().await(frame("offer", tom));
        bima.takes(tom.conversation);
        Visitor sari = present.waiting();
        bima.line().await(frame("waiting", sari));
        // Customers are told their place after the offers were made.
        sari.line().await("queue");
        assertEquals(List.of(), offers.standing());
        bima.takes(sari.conversation);
        bima.resolves(tom.conversation);
        Visitor third = present.waiting();
        third.line().await("queue");
        assertEquals(List.of(), offers.standing());
        bima.resolves(sari.conversation);
        bima.line().await(frame("offer", third));
    }

    @Test
    void thePlaceIsToldAtOnceWithARangeAndWhetherThatHeldIsKnownAfterwards() {
        Instant began = clock.instant();
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        JsonNode place = tom.line().await(DeskTimeTest::isRange);
        assertEquals(1, place.path("position").asInt());
        assertTrue(place.path("online").asBoolean());
        awaitTold(1, began);
        bima.takes(tom.conversation);
        bima.resolves(tom.conversation);

        Visitor sari = present.waiting();
        JsonNode range = sari.line().await(DeskTimeTest::isRange);
        awaitTold(2, began);
        clock.moveBy(Duration.ofSeconds(range.path("waitMax").asInt() + 5));
        assertEquals(1, balance(began).getInt("broken"), "she waits longer already");
        bima.takes(sari.conversation);
        JsonPath balance = balance(began);
        assertEquals(2, balance.getInt("told"));
        assertEquals(1, balance.getInt("kept"));
        assertEquals(1, balance.getInt("broken"));
    }

    /** What somebody was told is written down a moment later. */
    private void awaitTold(int many, Instant since) {
        Instant patience = Instant.now().plusSeconds(30);
        while (balance(since).getInt("told") < many) {
            assertTrue(Instant.now().isBefore(patience), "Nobody wrote down what they were told");
        }
    }

    private JsonPath balance(Instant since) {
        return cast.as(cast.maya())
                .get("/api/reports/waits?from=" + since + "&to="
                        + clock.instant().plusSeconds(1))
                .jsonPath();
    }

    private static boolean isRange(JsonNode frame) {
        return frame.path("type").asText().equals("queue")
                && frame.path("wait").asInt() > 0
                && frame.path("wait").asInt() <= frame.path("waitMax").asInt();
    }

    @Test
    void whileNobodyIsThereTheyAreToldWhenPeopleReturn() {
        clock.moveTo(DayOfWeek.SATURDAY, 10);
        Visitor tom = present.waiting();
        JsonNode place = tom.line().await("queue");
        assertFalse(place.path("online").asBoolean());
        assertFalse(place.has("wait"));
        Instant returns = Instant.parse(place.path("returns").asText());
        assertEquals(DayOfWeek.MONDAY, returns.atZone(java.time.ZoneOffset.UTC).getDayOfWeek());
        assertEquals(9, returns.atZone(java.time.ZoneOffset.UTC).getHour());
        RestAssured.get("/api/widget")
                .then()
                .body("online", Matchers.is(false))
                .body("returns", Matchers.is(returns.toString()));
        tom.does("contact", Map.of("email", "tom@mail.example"));
        assertEquals(Turn.QUEUE, turn(tom));

        present.sitsDown(cast.bima());
        tom.line().await(frame -> frame.path("online").asBoolean());
        RestAssured.get("/api/widget").then().body("online", Matchers.is(true)).body("returns", Matchers.nullValue());
    }

    @Test
    void aSessionThatEndsByItselfClosesItsSocket() {
        Agent bima = present.sitsDown(cast.bima());
        desk.letExpiredGo();
        clock.moveBy(Duration.ofDays(2));
        desk.letExpiredGo();
        bima.line().await("expired");
        assertEquals(4401, bima.line().awaitClose());
    }

    private UUID offeredTo(Visitor visitor, @Nullable UUID before) {
        Instant patience = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(patience)) {
            for (Offer each : offers.standing()) {
                if (each.conversation.toString().equals(visitor.conversation) && !each.agent.equals(before)) {
                    return each.agent;
                }
            }
        }
        throw new AssertionError("It is offered to nobody else");
    }

    private Turn turn(Visitor visitor) {
        return conversations
                .find(new ConversationRef(UUID.fromString(visitor.conversation)))
                .turn();
    }

    private static Predicate<JsonNode> place(int position) {
        return frame -> frame.path("type").asText().equals("queue")
                && frame.path("position").asInt() == position;
    }

    private static Predicate<JsonNode> frame(String type, Visitor about) {
        return frame -> frame.path("type").asText().equals(type)
                && frame.path("conversation").asText().equals(about.conversation);
    }
}
