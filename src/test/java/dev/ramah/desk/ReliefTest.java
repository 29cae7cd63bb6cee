package dev.ramah.desk;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.RamahTest;
import dev.ramah.routing.Rules;
import dev.ramah.routing.Weights;
import dev.ramah.staff.Cast;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people get after a conversation that was too much, and who may say that it was. */
@RamahTest
class ReliefTest {

    @Inject
    Cast cast;

    @Inject
    Offers offers;

    @Inject
    Needs needs;

    @Inject
    DataSource database;

    @Inject
    EmptyDesk emptyDesk;

    private final Present present = new Present();

    @BeforeEach
    void nobodyWaits() throws SQLException {
        emptyDesk.now();
        forget("delete from relief");
    }

    @AfterEach
    void everythingIsAsItWas() throws Exception {
        present.leave();
        set("routing", Rules.usual(needs.rules().capacity()));
        set("relief", ReliefRules.USUAL);
        // Other applications on this database have other defaults.
        forget("delete from setting where name in ('routing', 'relief')");
        forget("delete from relief");
    }

    @Test
    void whoConfirmsThatTheyWereInsultedGetsAPauseWhereTheirTeamHasOneAndMayEndIt() {
        set("relief", new ReliefRules(Relief.NOTHING, Map.of("orders", Relief.PAUSE), 3, 5));
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        tom.says("Where is it, you idiot?");
        bima.line().awaitSaid("you idiot");
        harsh(bima, tom)
                .then()
                .statusCode(200)
                .body("suggested", is(true))
                .body("confirmed", is(false))
                .body("entries[0].spans[0].from", is(17))
                .body("entries[0].spans[0].to", is(22));
        assertEquals(204, confirm(bima.token, tom).statusCode());
        assertEquals(204, confirm(bima.token, tom).statusCode());
        harsh(bima, tom).then().body("confirmed", is(true));
        assertTrue(bima.line().await(relief("pause")).has("until"));

        Visitor sari = present.waiting();
        sari.line().await("queue");
        assertTrue(offers.standing().isEmpty());
        RestAssured.given()
                .auth()
                .oauth2(bima.token)
                .post("/api/desk/shift/go-on")
                .then()
                .statusCode(204);
        bima.line().await(offer(sari));
    }

    @Test
    void whatWasOfferedToThemBeforeTheirPausePassesOnUnlessAColleagueHandedItToThem() {
        set("relief", new ReliefRules(Relief.PAUSE, Map.of(), 3, 5));
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        Visitor sari = present.waiting();
        bima.line().await(offer(sari));
        Agent ana = present.sitsDown(cast.ana());
        Visitor dewi = present.waiting();
        ana.takes(dewi.conversation);
        ana.does(
                "transfer",
                dewi.conversation,
                Map.of("to", Map.of("agent", cast.bima().id()), "reason", "Knows her"));
        bima.line().await(offer(dewi));
        tom.says("You idiot");
        bima.line().awaitSaid("You idiot");

        assertEquals(204, confirm(bima.token, tom).statusCode());
        ana.line().await(offer(sari));
        assertEquals(
                Map.of(
                        sari.conversation,
                        cast.ana().id(),
                        dewi.conversation,
                        cast.bima().id()),
                offers.standing().stream()
                        .collect(Collectors.toMap(each -> each.conversation.toString(), each -> each.agent)));
    }

    @Test
    void threatsAreNeverFoldedAndWhatIsOnlyAngryAsksNobody() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        tom.says("I am very angry, this is unacceptable");
        bima.line().awaitSaid("very angry");
        harsh(bima, tom).then().body("suggested", is(false)).body("entries", empty());
        tom.says("You idiots, I will kill you");
        bima.line().awaitSaid("kill you");
        harsh(bima, tom).then().body("suggested", is(true)).body("entries", empty());
    }

    @Test
    void afterHeavyOnesInARowTheNextIsEasierUntilThereWasOne() {
        set(
                "routing",
                new Rules(
                        needs.rules().capacity(),
                        new Weights(0, 100, 10, 100, 100, 5),
                        List.of(),
                        List.of(),
                        List.of()));
        Agent bima = present.sitsDown(cast.bima());
        for (int i = 0; i < 3; i++) {
            Visitor tom = present.waiting();
            bima.takes(tom.conversation);
            for (int said = 0; said < 5; said++) {
                bima.says(tom.conversation, "Sentence " + said);
            }
            bima.resolves(tom.conversation);
        }
        bima.line().await(relief("easier"));
        Visitor easy = present.waiting();
        bima.takes(easy.conversation);
        bima.line().await(relief("nothing"));
    }

    @Test
    void onlyWhoHasItConfirmsItAndOnlyWhoMayReadItReadsIt() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        tom.says("You idiot");
        bima.line().awaitSaid("You idiot");
        assertEquals(409, confirm(ana.token, tom).statusCode());
        assertEquals(409, confirm(cast.token(cast.maya()), tom).statusCode());
        assertEquals(401, confirm(tom.token, tom).statusCode());
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A repair"));
        assertEquals(403, confirm(bima.token, tom).statusCode());
        harsh(bima, tom).then().statusCode(403);
        harsh(ana, tom).then().statusCode(200);
        RestAssured.given()
                .auth()
                .oauth2(ana.token)
                .get("/api/conversations/" + UUID.randomUUID() + "/harsh")
                .then()
                .statusCode(404);
        RestAssured.given()
                .auth()
                .oauth2(tom.token)
                .post("/api/desk/shift/go-on")
                .then()
                .statusCode(401);
    }

    private static Response harsh(Agent agent, Visitor visitor) {
        return RestAssured.given()
                .auth()
                .oauth2(agent.token)
                .get("/api/conversations/" + visitor.conversation + "/harsh");
    }

    private static Response confirm(String token, Visitor visitor) {
        return RestAssured.given().auth().oauth2(token).post("/api/conversations/" + visitor.conversation + "/harsh");
    }

    private void set(String setting, Object value) {
        int version = cast.as(cast.maya())
                .get("/api/settings")
                .path("settings.find { it.name == '" + setting + "' }.version");
        cast.as(cast.maya())
                .body(Map.of("value", value, "version", version))
                .put("/api/settings/" + setting)
                .then()
                .statusCode(200);
    }

    private void forget(String what) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(what);
        }
    }

    private static Predicate<JsonNode> relief(String kind) {
        return frame -> frame.path("type").asText().equals("relief")
                && frame.path("relief").asText().equals(kind);
    }

    private static Predicate<JsonNode> offer(Visitor about) {
        return frame -> frame.path("type").asText().equals("offer")
                && frame.path("conversation").asText().equals(about.conversation);
    }
}
