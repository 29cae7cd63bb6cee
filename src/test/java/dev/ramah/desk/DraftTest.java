package dev.ramah.desk;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agent is about to ask is held against what was said, and nothing of it is kept. */
@RamahTest
class DraftTest {

    @Inject
    Cast cast;

    @Inject
    Session entities;

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
    void whoAsksForWhatWasSaidIsShownWhereItWasSaid() {
        Visitor tom = waitingWith("My order 1057 did not arrive.");
        JsonPath repeat = drafts(cast.bima(), tom, "What is your order number?");
        assertEquals("1057", repeat.getString("repeats[0].answer"));
        assertEquals("order", repeat.getString("repeats[0].asks"));
        assertEquals(1, repeat.getInt("repeats[0].seq"));
        assertEquals("What is your order number?", repeat.getString("repeats[0].question"));
        assertEquals("Tom", drafts(cast.bima(), tom, "May I have your name?").getString("repeats[0].answer"));
        assertNull(drafts(cast.bima(), tom, "May I have your name?").get("repeats[0].seq"));
        assertEquals(List.of(), drafts(cast.bima(), tom, "So it is order 1057?").getList("repeats"));
    }

    @Test
    void whatWasWavedAwayIsSilentForEverybodyAndOnlyThat() {
        Visitor tom = waitingWith("My order 1057 did not arrive, write to tom@example.com");
        wave(cast.bima(), tom, "order", 1).then().statusCode(204);
        wave(cast.bima(), tom, "order", 1).then().statusCode(204);
        assertEquals(
                List.of(), drafts(cast.ana(), tom, "What is your order number?").getList("repeats"));
        assertEquals(
                1,
                drafts(cast.ana(), tom, "What is your e-mail address?")
                        .getList("repeats")
                        .size());
    }

    @Test
    void aDraftIsNotStored() {
        Visitor tom = waitingWith("My order 1057 did not arrive.");
        drafts(cast.bima(), tom, "What is your order number, dear quokka?");
        for (String table : tables()) {
            Number found = (Number) entities.createNativeQuery(
                            "select count(*) from " + table + " as x where cast(x as text) like '%quokka?%'",
                            Long.class)
                    .getSingleResult();
            assertEquals(0, found.intValue(), table);
        }
    }

    @Test
    void onlyWhoMayReadTheConversationMayAsk() {
        // Her team has to be there before anything is handed to it.
        Colleague ana = cast.ana();
        Visitor tom = waitingWith("My order 1057 did not arrive.");
        Agent bima = present.sitsDown(cast.bima());
        bima.takes(tom.conversation);
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        String draft = "What is your order number?";
        for (String path : List.of("/draft", "/draft/waved")) {
            Map<String, Object> body =
                    path.equals("/draft") ? Map.of("text", draft) : Map.of("asks", "order", "seq", 1);
            cast.as(cast.bima()).body(body).post(address(tom) + path).then().statusCode(403);
            cast.as(ana).body(body).post(address(tom) + path).then().statusCode(path.equals("/draft") ? 200 : 204);
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post(address(tom) + path)
                    .then()
                    .statusCode(401);
            given().auth()
                    .oauth2(tom.token)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(address(tom) + path)
                    .then()
                    .statusCode(401);
            cast.as(cast.maya())
                    .body(body)
                    .post("/api/conversations/" + UUID.randomUUID() + path)
                    .then()
                    .statusCode(404);
        }
        cast.as(cast.maya()).body(Map.of()).post(address(tom) + "/draft").then().statusCode(400);
        wave(cast.maya(), tom, "Drop table", 1).then().statusCode(400);
    }

    @Test
    void whatWasAskedAgainIsCountedByTeamAndNotByPerson() {
        double before = repeated("team", "orders");
        int handedOver = (int) figure("team", "orders", "handedOver");
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = waitingWith("Order 1057, please.");
        bima.takes(tom.conversation);
        bima.says(tom.conversation, "Hello! What is your order number?");
        Visitor sari = waitingWith("My order 1042 did not arrive.");
        bima.takes(sari.conversation);
        bima.says(sari.conversation, "So it is order 1042?");
        assertEquals(before + 1, repeated("team", "orders"));
        assertEquals(before + 1, repeated("team", "orders"), "read twice, counted once");
        assertEquals(handedOver + 2, figure("team", "orders", "handedOver"));
        tom.does("rate", Map.of("csat", 2, "repeated", true));
        assertEquals(before + 1, repeated("team", "orders"));

        report("agent").then().statusCode(400);
        cast.as(cast.bima()).get("/api/reports/repeats").then().statusCode(403);
        given().get("/api/reports/repeats").then().statusCode(401);
    }

    @Test
    void behindEachNumberAreItsConversationsAndBesideItWhereTheShareTrulyLies() {
        int said = (int) figure("team", "orders", "said");
        int saidOf = (int) figure("team", "orders", "saidOf");
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = waitingWith("My order 1057 did not arrive.");
        bima.takes(tom.conversation);
        bima.says(tom.conversation, "Hello! What is your order number?");
        bima.resolves(tom.conversation);
        tom.does("rate", Map.of("repeated", true));
        Visitor sari = waitingWith("My order 1042 did not arrive.");
        bima.takes(sari.conversation);
        bima.says(sari.conversation, "So it is order 1042?");
        bima.resolves(sari.conversation);
        sari.does("rate", Map.of("repeated", false));

        assertEquals(said + 1, figure("team", "orders", "said"));
        assertEquals(saidOf + 2, figure("team", "orders", "saidOf"));
        for (String share : List.of("share", "said")) {
            double is = figure("team", "orders", share.equals("said") ? "saidShare" : share);
            assertTrue(figure("team", "orders", share + "Low") < is, share);
            assertTrue(is < figure("team", "orders", share + "High"), share);
        }
        for (String row : List.of("&by=team&key=orders", "")) {
            assertTrue(behind("met_a_person" + row).containsAll(List.of(tom.conversation, sari.conversation)));
            for (String what : List.of("asked_again", "said_twice")) {
                List<String> them = behind(what + row);
                assertTrue(them.contains(tom.conversation), what + row);
                assertFalse(them.contains(sari.conversation), what + row);
            }
            assertTrue(behind("said_whether" + row).containsAll(List.of(tom.conversation, sari.conversation)));
            assertEquals(
                    (int) figure("team", row.isEmpty() ? "all" : "orders", "repeated"),
                    behind("asked_again" + row).size());
        }
        assertEquals(List.of(), behind("asked_again&by=team&key=nobody"));
        assertEquals(List.of(), behind("asked_again&by=topic&key=nothing"));
    }

    @Test
    void whatWasSaidTwiceStandsBesideWhatTheLowMarkWasFor() {
        int said = (int) figure("cause", "wait", "said");
        int repeated = (int) figure("cause", "wait", "repeated");
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = waitingWith("Order 1057, please.");
        bima.takes(tom.conversation);
        bima.says(tom.conversation, "Hello! What is your order number?");
        bima.resolves(tom.conversation);
        tom.does("rate", Map.of("csat", 1, "repeated", true, "cause", "wait"));
        assertEquals(said + 1, figure("cause", "wait", "said"));
        assertEquals(repeated + 1, figure("cause", "wait", "repeated"));
        for (String what : List.of("met_a_person", "asked_again", "said_twice")) {
            assertTrue(behind(what + "&by=cause&key=wait").contains(tom.conversation), what);
            assertFalse(behind(what + "&by=cause&key=person").contains(tom.conversation), what);
        }
    }

    /** All of them, whatever the page. */
    private List<String> behind(String wanted) {
        return cast.as(cast.maya())
                .accept("application/x-ndjson")
                .get("/api/reports/episodes?what=" + wanted)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(each -> JsonPath.from(each).getString("conversation"))
                .toList();
    }

    @Test
    void whoTakesItIsKnownToHaveSeenTheBriefAndTheCustomerIsNotTold() {
        Visitor tom = waitingWith("My order 1057 did not arrive.");
        Agent bima = present.sitsDown(cast.bima());
        assertEquals(2, bima.takes(tom.conversation).path("brief").asInt());
        assertEquals(false, tom.line().awaitEntry("assigned").has("brief"));
    }

    private double repeated(String by, String key) {
        return figure(by, key, "repeated");
    }

    private double figure(String by, String key, String name) {
        Number figure = report(by).jsonPath().get("rows.find { it.key == '" + key + "' }." + name);
        return figure == null ? 0 : figure.doubleValue();
    }

    private Response report(String by) {
        return cast.as(cast.maya()).get("/api/reports/repeats?by=" + by);
    }

    private Visitor waitingWith(String words) {
        Visitor tom = present.opened(Visitor.tom());
        tom.says(words);
        tom.asksForPerson();
        return tom;
    }

    private JsonPath drafts(Colleague who, Visitor tom, String text) {
        Response read = cast.as(who).body(Map.of("text", text)).post(address(tom) + "/draft");
        read.then().statusCode(200);
        return read.jsonPath();
    }

    private Response wave(Colleague who, Visitor tom, String asks, int seq) {
        Map<String, Object> body = new HashMap<>(Map.of("asks", asks, "seq", seq));
        return cast.as(who).body(body).post(address(tom) + "/draft/waved");
    }

    private static String address(Visitor tom) {
        return "/api/conversations/" + tom.conversation;
    }

    private List<String> tables() {
        return entities.createNativeQuery(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
                        String.class)
                .getResultList();
    }
}
