package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Colleagues know of each other who look at the same conversation, and how far the customer has what they say. */
@RamahTest
class LookingTest {

    @Inject
    Cast cast;

    @Inject
    Lookers lookers;

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

    @Test
    void whoLooksIsKnownToTheOthersUntilTheyTurnAwayOrAreGone() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Agent maya = present.sitsDown(cast.maya());
        Visitor tom = present.waiting();
        bima.watches(tom.conversation);
        bima.line().await(looking(tom, "Bima"));
        ana.watches(tom.conversation);
        bima.line().await(looking(tom, "Ana", "Bima"));
        ana.line().await(looking(tom, "Ana", "Bima"));
        maya.watches(tom.conversation);
        bima.line().await(looking(tom, "Ana", "Bima", "Maya"));
        bima.line().clear();
        maya.close();
        bima.line().await(looking(tom, "Ana", "Bima"));
        bima.line().clear();
        ana.send("unwatch", Map.of("conversation", tom.conversation));
        bima.line().await(looking(tom, "Bima"));
        tom.says("Behind all that");
        assertFalse(tom.line().all().toString().contains("looking"), "customers are not told");
    }

    @Test
    void whoLooksFromAnotherNodeIsThereToo() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.watches(tom.conversation);
        String told = "{\"node\":\"another\",\"asks\":true,\"conversation\":\"" + tom.conversation + "\",\"staff\":[";
        lookers.hear(told + "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"Dewi\"}]}");
        bima.line().await(looking(tom, "Bima", "Dewi"));
        bima.line().clear();
        lookers.hear(told + "]}");
        bima.line().await(looking(tom, "Bima"));
    }

    @Test
    void whoHasItHearsOfItAlsoWhileTheyLookAtAnother() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.watches(tom.conversation);
        bima.send("unwatch", Map.of("conversation", tom.conversation));
        bima.line().await(looking(tom));
        tom.says("Are you still there?");
        bima.line().awaitSaid("Are you still there?");
    }

    @Test
    void colleaguesKnowWhoWritesAndTheCustomerOnlyOfWhoAnswersThem() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.watches(tom.conversation);
        ana.watches(tom.conversation);
        // Whoever is typing is told of, not kept: both screens have to be open by then.
        bima.line().await(looking(tom, "Ana", "Bima"));
        ana.send("typing", Map.of("conversation", tom.conversation));
        assertEquals(
                ana.id, bima.line().await(typing("Ana")).path("by").path("id").asText());
        bima.send("typing", Map.of("conversation", tom.conversation, "private", true));
        ana.line().await(typing("Bima"));
        bima.says(tom.conversation, "Behind it");
        tom.line().awaitSaid("Behind it");
        assertTrue(tom.line().all().stream()
                .noneMatch(frame -> frame.path("type").asText().equals("typing")));
        bima.send("typing", Map.of("conversation", tom.conversation));
        tom.line().await(typing("Bima"));
    }

    @Test
    void whoMayNotReadItIsNeitherShownNorTold() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.watches(tom.conversation);
        ana.watches(tom.conversation);
        ana.line().await(looking(tom, "Ana", "Bima"));
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        // Whoever looked at it is turned away before the others are told.
        ana.line()
                .await(frame -> frame.path("type").asText().equals("waiting")
                        && frame.path("team").asText().equals("machines"));
        bima.line().clear();
        bima.send("typing", Map.of("conversation", tom.conversation));
        bima.line().awaitProblem("forbidden");
        ana.line().clear();
        ana.watches(tom.conversation);
        ana.line().await(looking(tom, "Ana"));
        bima.send("watch", Map.of("conversation", tom.conversation, "after", 0));
        bima.line().awaitProblem("forbidden");
        assertTrue(bima.line().all().stream().noneMatch(looking(tom, "Ana")));
    }

    @Test
    void whatTheCustomersDeviceHasIsDeliveredAndThatIsKept() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        int seq = bima.says(tom.conversation, "It is on its way").path("seq").asInt();
        assertEquals(0, delivered(tom));
        tom.line().awaitSaid("It is on its way");
        tom.send("delivered", Map.of("seq", seq));
        bima.line()
                .await(frame -> frame.path("type").asText().equals("delivered")
                        && frame.path("seq").asInt() == seq);
        Patience.until("it is kept", () -> delivered(tom) == seq);
        tom.send("delivered", Map.of("seq", 1));
        tom.send("delivered", Map.of("seq", 1_000_000));
        Patience.until("no more than there is is kept", () -> delivered(tom) == seq);
        tom.send("delivered", Map.of());
        tom.line().awaitProblem("malformed");
    }

    private int delivered(Visitor tom) {
        return cast.as(cast.maya())
                .get("/api/conversations/" + tom.conversation)
                .path("seen.delivered");
    }

    private static Predicate<JsonNode> typing(String name) {
        return frame -> frame.path("type").asText().equals("typing")
                && frame.path("by").path("name").asText().equals(name);
    }

    private static Predicate<JsonNode> looking(Visitor tom, String... names) {
        return frame -> frame.path("type").asText().equals("looking")
                && frame.path("conversation").asText().equals(tom.conversation)
                && Set.copyOf(frame.findValuesAsText("name")).equals(new TreeSet<>(List.of(names)));
    }
}
