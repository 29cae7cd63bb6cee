package dev.ramah.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.RamahTest;
import dev.ramah.routing.Rules;
import dev.ramah.routing.Rules.OfCustomer;
import dev.ramah.routing.Rules.OfPage;
import dev.ramah.routing.Weights;
import dev.ramah.staff.Cast;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is offered whom, over real sockets, as managers have set it. */
@RamahTest
class RoutingTest {

    @Inject
    Cast cast;

    @Inject
    Needs needs;

    @Inject
    DataSource database;

    @Inject
    EmptyDesk emptyDesk;

    private final Present present = new Present();

    @BeforeEach
    void nobodyWaits() {
        emptyDesk.now();
    }

    @AfterEach
    void everythingIsAsItWas() throws Exception {
        present.leave();
        set(Rules.usual(needs.rules().capacity()));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Other applications on this database have other defaults.
            statement.execute("delete from setting where name = 'routing'");
        }
    }

    @Test
    void whoKnowsTheCustomerIsAskedFirst() {
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        ana.takes(tom.conversation);
        ana.says(tom.conversation, "I look after it.");
        ana.resolves(tom.conversation);

        Agent bima = present.sitsDown(cast.bima());
        bima.line().await(presence(bima, "online"));
        tom.says("It is me again");
        tom.asksForPerson();
        // Bima has been idle for longer, but Tom would have to tell him everything.
        ana.line().await(offer(tom, "KNOWS_THE_CUSTOMER"));
    }

    @Test
    void thePageAsksForATeamAndItsPeopleAreAskedFirst() {
        set(rules(List.of(new OfPage("/repairs", "machines", null)), List.of()));
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        ana.line().await(presence(ana, "online"));
        bima.line().await(presence(ana, "online"));
        Visitor tom = present.opened(
                Visitor.arrives(Map.of("name", "Tom", "language", "en", "page", "https://kopi.example/repairs/7")));
        tom.asksForPerson();
        ana.line().await(offer(tom, "HAS_THE_SKILLS"));

        ana.send("decline", Map.of("conversation", tom.conversation));
        bima.line().await(offer(tom));
    }

    @Test
    void anImportantCustomerGoesAheadOfWhoCameJustBefore() {
        set(rules(List.of(), List.of(new OfCustomer("tier", "gold", 10))));
        Visitor tom = present.waiting();
        tom.line().await(place(1));
        Visitor gold = present.opened(
                Visitor.arrives(Map.of("name", "Sari", "language", "id", "attributes", Map.of("tier", "Gold"))));
        gold.asksForPerson();
        gold.line().await(place(1));
        tom.line().await(place(2));
        Agent bima = present.sitsDown(cast.bima());
        assertEquals(
                gold.conversation,
                bima.line()
                        .await("welcome")
                        .path("queue")
                        .path(0)
                        .path("conversation")
                        .asText());
    }

    @Test
    void whoComesOnlineGetsAllThatWaitsAtOnce() {
        Visitor tom = present.waiting();
        Visitor sari = present.waiting();
        Agent bima = present.sitsDown(cast.bima());
        bima.line().await(offer(tom));
        bima.line().await(offer(sari));
    }

    @Test
    void aTransferIsOfferedToItsColleagueAlsoAManagerAndNotBackToWhoGaveItAway() {
        Agent bima = present.sitsDown(cast.bima());
        Agent maya = present.sitsDown(cast.maya());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.says(tom.conversation, "One moment.");
        bima.does(
                "transfer",
                tom.conversation,
                Map.of("to", Map.of("agent", maya.id), "reason", "She decides on refunds"));
        maya.line().await(offer(tom, "MEANT_FOR_THEM"));

        // Ana gets what Maya declines, though Bima knows the customer.
        Agent ana = present.sitsDown(cast.ana());
        maya.line().await(presence(ana, "online"));
        maya.send("decline", Map.of("conversation", tom.conversation));
        ana.line().await(offer(tom, "DID_NOT_HAND_IT_ON"));
    }

    @Test
    void whoHandedItOnIsToldWhoDeclinedAndItWaitsForAnybody() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.does(
                "transfer", tom.conversation, Map.of("to", Map.of("agent", ana.id), "reason", "She knows about pumps"));
        ana.line().await(offer(tom, "MEANT_FOR_THEM"));
        ana.send("decline", Map.of("conversation", tom.conversation));

        JsonNode told = bima.line().await("declined");
        assertEquals(tom.conversation, told.path("conversation").asText());
        assertEquals("Ana", told.path("by").path("name").asText());
        bima.watches(tom.conversation);
        bima.line()
                .await(frame -> Line.isEntry(frame)
                        && frame.path("kind").asText().equals("declined")
                        && frame.path("to").path("name").asText().equals("Ana"));
        // Nobody else is there, so it is offered to him again; what he lets pass nobody chose him for.
        bima.line().await(offer(tom));
        ana.line().clear();
        bima.send("decline", Map.of("conversation", tom.conversation));
        JsonNode again = ana.line().await(offer(tom));
        assertNotEquals("MEANT_FOR_THEM", again.path("because").asText());
        long declined = cast
                .as(cast.bima())
                .get("/api/conversations/" + tom.conversation)
                .jsonPath()
                .getList("entries.kind")
                .stream()
                .filter("declined"::equals)
                .count();
        assertEquals(1, declined);
        assertFalse(tom.line().all().toString().contains("declined"), "customers do not hear of it");
    }

    @Test
    void whoDeclinesWhatIsOfNoneOfTheirTeamsSeesItNoMore() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        ana.takes(tom.conversation);
        ana.does("transfer", tom.conversation, Map.of("to", Map.of("agent", bima.id), "reason", "An order after all"));
        bima.line().await(offer(tom, "MEANT_FOR_THEM"));
        bima.line().clear();
        bima.send("decline", Map.of("conversation", tom.conversation));
        JsonNode gone = bima.line().await("gone");
        assertEquals(tom.conversation, gone.path("conversation").asText());
        cast.as(cast.bima())
                .get("/api/conversations/" + tom.conversation)
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsHandedOnToSomebodyWhoGoesInThatMomentGoesToTheNext() {
        Agent bima = present.sitsDown(cast.bima());
        for (int i = 0; i < 6; i++) {
            boolean leaves = i % 2 == 0;
            Agent ana = present.sitsDown(cast.ana());
            ana.line().await(presence(ana, "online"));
            Visitor tom = present.waiting();
            bima.takes(tom.conversation);
            bima.line().clear();
            Map<String, ?> toAna = Map.of("to", Map.of("agent", ana.id), "reason", "She knows it");
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> bima.does("transfer", tom.conversation, toAna)),
                            CompletableFuture.runAsync(() -> {
                                if (leaves) {
                                    ana.close();
                                } else {
                                    ana.send("status", Map.of("status", "away", "reason", "lunch"));
                                }
                            }))
                    .join();
            // Nobody else is there: it comes back, and is not lost with her.
            bima.line().await(offer(tom));
            bima.takes(tom.conversation);
            bima.resolves(tom.conversation);
            if (!leaves) {
                ana.close();
            }
        }
    }

    @Test
    void aSupervisorWhispersToTheHolderAndTheCustomerNeverHearsIt() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        Agent maya = present.sitsDown(cast.maya());
        maya.watches(tom.conversation);
        tom.says("I want my money back");
        maya.line().awaitSaid("my money back");
        maya.does("note", tom.conversation, Map.of("text", "Offer him a voucher"));
        assertEquals(
                "Maya",
                bima.line()
                        .awaitSaid("Offer him a voucher")
                        .path("by")
                        .path("name")
                        .asText());
        maya.tries("say", tom.conversation, Map.of("text", "I may not yet"));
        maya.line().awaitProblem("not_holder");

        maya.takes(tom.conversation);
        maya.says(tom.conversation, "I take care of it.");
        tom.line().awaitSaid("I take care of it.");
        assertTrue(tom.line().entries().stream()
                .noneMatch(each -> each.path("text").asText().contains("voucher")));
        bima.tries("say", tom.conversation, Map.of("text", "Not mine any more"));
        bima.line().awaitProblem("not_holder");
    }

    @Test
    void whatPeopleHaveInHandIsToldAsWeight() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        JsonNode presence = bima.line()
                .await(frame -> frame.path("type").asText().equals("presence")
                        && person(frame, bima).path("open").asInt() == 1);
        assertEquals(1.0, person(presence, bima).path("load").asDouble());
        assertTrue(presence.path("capacity").asInt() >= 1);
    }

    @Test
    void onlyManagersSetItAndWhatMakesNoSenseIsRefused() {
        Map<String, Object> none = Map.of("value", Rules.usual(0), "version", version());
        cast.as(cast.maya())
                .body(none)
                .put("/api/settings/routing")
                .then()
                .statusCode(400)
                .body("detail", containsString("capacity"));
        cast.as(cast.bima()).body(none).put("/api/settings/routing").then().statusCode(403);
        RestAssured.given().put("/api/settings/routing").then().statusCode(401);
    }

    @Test
    void hoursArePreviewedForManagersOnly() {
        String never = "{\"zone\": \"Asia/Jakarta\", \"week\": {}, \"holidays\": []}";
        cast.as(cast.maya())
                .body(never)
                .post("/api/hours/preview")
                .then()
                .statusCode(200)
                .body("open", is(false));
        cast.as(cast.maya())
                .body(
                        "{\"zone\": \"Asia/Jakarta\", \"week\": {\"MONDAY\": [{\"from\": \"17:00\", \"to\": \"09:00\"}]}}")
                .post("/api/hours/preview")
                .then()
                .statusCode(400);
        cast.as(cast.bima()).body(never).post("/api/hours/preview").then().statusCode(403);
        RestAssured.given().post("/api/hours/preview").then().statusCode(401);
    }

    private void set(Rules rules) {
        cast.as(cast.maya())
                .body(Map.of("value", rules, "version", version()))
                .put("/api/settings/routing")
                .then()
                .statusCode(200);
    }

    private int version() {
        return cast.as(cast.maya()).get("/api/settings").path("settings.find { it.name == 'routing' }.version");
    }

    private Rules rules(List<OfPage> pages, List<OfCustomer> customers) {
        return new Rules(needs.rules().capacity(), Weights.USUAL, List.of(), pages, customers);
    }

    private static JsonNode person(JsonNode presence, Agent who) {
        for (JsonNode each : presence.path("staff")) {
            if (each.path("id").asText().equals(who.id)) {
                return each;
            }
        }
        return presence.path("nobody");
    }

    private static Predicate<JsonNode> presence(Agent who, String status) {
        return frame -> frame.path("type").asText().equals("presence")
                && person(frame, who).path("status").asText().equals(status);
    }

    private static Predicate<JsonNode> place(int position) {
        return frame -> frame.path("type").asText().equals("queue")
                && frame.path("position").asInt() == position;
    }

    private static Predicate<JsonNode> offer(Visitor about, String because) {
        return offer(about).and(frame -> frame.path("because").asText().equals(because));
    }

    private static Predicate<JsonNode> offer(Visitor about) {
        return frame -> frame.path("type").asText().equals("offer")
                && frame.path("conversation").asText().equals(about.conversation);
    }
}
