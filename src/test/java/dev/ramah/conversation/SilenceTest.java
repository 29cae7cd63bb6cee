package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.MovableClock;
import dev.ramah.cast.SmallShop;
import dev.ramah.cast.Visitor;
import dev.ramah.customer.Customers;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What time does to a conversation. */
@RamahTest
@TestProfile(SmallShop.class)
class SilenceTest {

    private static final Happened.Said ANSWER =
            new Happened.Said("Coarse.", List.of(new Citation("grind", "Grind")), List.of(), null, "ANSWER", 0.9);

    @Inject
    MovableClock clock;

    @Inject
    Cast cast;

    @Inject
    Silence silence;

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

    @Test
    void halfAnHourAfterTheBotsLastWordItIsOverAndNobodyIsAsked() {
        try (Visitor tom = answered()) {
            clock.moveBy(Duration.ofMinutes(29));
            silence.endSilentEpisodes();
            tom.does("thumb", Map.of("seq", 2, "up", true));
            assertTrue(state(tom).isOpen());

            clock.moveBy(Duration.ofMinutes(2));
            silence.endSilentEpisodes();
            JsonNode resolved = tom.line().awaitEntry("resolved");
            assertEquals("LEFT", resolved.path("ending").asText());
            assertFalse(resolved.path("survey").asBoolean());
            assertEquals("system", resolved.path("by").path("role").asText());
        }
    }

    @Test
    void aDayAfterThePersonsLastWordItIsOver() {
        try (Visitor tom = Visitor.tom();
                Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            tom.asksForPerson();
            bima.takes(tom.conversation);
            bima.says(tom.conversation, "On its way");
            clock.moveBy(Duration.ofHours(23));
            silence.endSilentEpisodes();
            bima.does("note", tom.conversation, Map.of("text", "Behind it in the log"));
            assertTrue(state(tom).isOpen());
            clock.moveBy(Duration.ofHours(2));
            silence.endSilentEpisodes();
            JsonNode resolved = tom.line().awaitEntry("resolved");
            assertEquals("HELPED", resolved.path("ending").asText());
            assertFalse(resolved.path("survey").asBoolean());
        }
    }

    @Test
    void whoWaitsIsNeverEnded() {
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            clock.moveBy(Duration.ofDays(3));
            silence.endSilentEpisodes();
            tom.says("I am still here");
            assertEquals(Turn.QUEUE, state(tom).turn());
        }
    }

    @Test
    void aTokenOfNobodyInParticularEndsAfterSevenDays() {
        try (Visitor tom = Visitor.tom()) {
            clock.moveBy(Duration.ofDays(7).minusMinutes(1));
            tom.connect(0).close();
            clock.moveBy(Duration.ofMinutes(2));
            Line late = Line.to(Visitor.uri("/ws/chat"));
            late.send(Map.of("type", "hello", "token", tom.token));
            late.awaitProblem("not_signed_in");
            assertEquals(4401, late.awaitClose());
            RestAssured.given()
                    .auth()
                    .oauth2(tom.token)
                    .get("/api/customer/conversations")
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void whoSaidHowItWentIsNotAskedAgainForFourteenDaysInAnyConversation() {
        UUID sari =
                customers.known("sari-" + UUID.randomUUID(), "Sari", null, "id").id();
        assertTrue(asked(sari));
        assertFalse(asked(sari));
        clock.moveBy(Duration.ofDays(13));
        assertFalse(asked(sari));
        clock.moveBy(Duration.ofDays(1).plusSeconds(1));
        assertTrue(asked(sari));
        assertFalse(asked(sari));
    }

    @Test
    void aRatingThatComesUnaskedCountsToo() {
        try (Visitor tom = answered()) {
            clock.moveBy(Duration.ofMinutes(31));
            silence.endSilentEpisodes();
            tom.line().awaitEntry("resolved");
            assertEquals(4, tom.does("rate", Map.of("csat", 4)).path("csat").asInt());
            tom.says("Again");
            JsonNode later = tom.does("rate", Map.of("repeated", false, "episode", 1));
            assertEquals(1, later.path("rated").asInt());
            assertEquals(
                    "conflict",
                    tom.tries("rate", Map.of("csat", 2, "episode", 1))
                            .path("code")
                            .asText());
        }
    }

    /** Whether this customer's next conversation ends with the question. */
    private boolean asked(UUID customer) {
        ConversationRef talk =
                conversations.open(customer, "Sari", "id", null, null).conversation();
        conversations.customerSays(talk, "1", "Question", null).join();
        conversations.botSays(talk, 1, ANSWER).join();
        Entry resolved =
                conversations.customerResolves(talk, "2", true).join().entries().get(0);
        return ((Happened.Resolved) resolved.what()).survey();
    }

    private Visitor answered() {
        Visitor tom = Visitor.tom();
        tom.says("Which grind?");
        conversations.botSays(ref(tom), 1, ANSWER).join();
        tom.line().awaitSaid("Coarse");
        return tom;
    }

    private State state(Visitor visitor) {
        return conversations.find(ref(visitor));
    }

    private static ConversationRef ref(Visitor visitor) {
        return new ConversationRef(UUID.fromString(visitor.conversation));
    }
}
