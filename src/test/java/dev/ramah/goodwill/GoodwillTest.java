package dev.ramah.goodwill;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gesture is given once, never above what is allowed, told to the customer, and put on record with its reason. */
@RamahTest
class GoodwillTest {

    @Inject
    Cast cast;

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

    @Inject
    Gifts gifts;

    @Inject
    DataSource database;

    private final Present present = new Present();

    /** Nobody has given anything; agents may give 50 a day and 30 a customer, and there are three things to give. */
    @BeforeEach
    void aFreshPurse() throws SQLException {
        run("delete from gift");
        run("delete from gesture");
        allow(50, 30);
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void theCustomerSeesWhatTheyWereGivenAndTheRecordSaysWhoAndWhy() {
        String voucher = gesture(Map.of("kind", "voucher", "name", "Sorry", "amount", 10, "code", "SORRY"));
        Visitor tom = held(cast.bima());
        JsonNode gave = gives(cast.bima(), tom, "1", voucher, Map.of())
                .statusCode(201)
                .extract()
                .as(JsonNode.class);
        JsonNode seen = tom.line().awaitEntry("gave");
        assertEquals("voucher", seen.path("gesture").asText());
        assertEquals(10, seen.path("amount").asInt());
        assertEquals("EUR", seen.path("currency").asText());
        assertTrue(seen.path("code").asText().matches("SORRY-[A-Z2-9]{8}"), seen.toString());
        assertFalse(seen.toString().contains("late"), seen.toString());
        assertFalse(seen.has("cost") || seen.has("reason") || seen.has("text"), seen.toString());
        cast.as(cast.maya())
                .get("/api/gifts")
                .then()
                .body("gifts[0].by", equalTo("Bima"))
                .body("gifts[0].reason", equalTo("The order was late"))
                .body("gifts[0].cost", equalTo(10))
                .body("gifts[0].code", equalTo(seen.path("code").asText()));
        assertEquals(seen.path("seq").asInt(), gave.path("seq").asInt());
    }

    @Test
    void whatIsSentAgainIsGivenOnceAlsoManyTimesAtOnce() {
        String voucher = gesture(Map.of("kind", "voucher", "name", "Sorry", "amount", 10, "code", "SORRY"));
        Visitor tom = held(cast.bima());
        String token = cast.token(cast.bima());
        List<CompletableFuture<String>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> gives(token, tom, "same", voucher, Map.of())
                        .statusCode(201)
                        .extract()
                        .<String>path("gift.code")))
                .toList();
        String code = all.get(0).join();
        all.forEach(each -> assertEquals(code, each.join()));
        assertEquals(1, entries(tom));
        assertEquals(1, recorded().size());
    }

    @Test
    void twoAgentsAtOnceNeverGiveACustomerMoreThanIsAllowed() {
        allow(1_000, 30);
        String voucher = gesture(Map.of("kind", "voucher", "name", "Sorry", "amount", 20));
        String bima = cast.token(cast.bima());
        String ana = cast.token(cast.ana());
        for (int round = 1; round <= 4; round++) {
            // Tom writes from two devices, and two agents are sorry at the same time.
            Guest who = customers.known("twice-" + UUID.randomUUID(), "Tom", null, "en");
            ConversationRef one = talk(who);
            ConversationRef other = talk(who);
            holds(one, cast.bima());
            holds(other, cast.ana());
            List<Integer> answers = atOnce(
                    () -> gives(bima, one.id(), "a", voucher, Map.of()),
                    () -> gives(ana, other.id(), "a", voucher, Map.of()));
            assertEquals(List.of(201, 409), answers);
            assertEquals(round, recorded().size());
            assertEquals(
                    1,
                    conversations.entries(one, 0).stream()
                                    .filter(GoodwillTest::isGift)
                                    .count()
                            + conversations.entries(other, 0).stream()
                                    .filter(GoodwillTest::isGift)
                                    .count());
        }
    }

    @Test
    void oneAgentInManyWindowsNeverGivesMoreThanADayAllows() {
        allow(50, 1_000);
        String voucher = gesture(Map.of("kind", "voucher", "name", "Sorry", "amount", 20));
        String token = cast.token(cast.bima());
        List<ConversationRef> talks = IntStream.range(0, 6)
                .mapToObj(i -> talk(customers.anonymous("Tom", null, "en", null)))
                .toList();
        talks.forEach(each -> holds(each, cast.bima()));
        List<CompletableFuture<Integer>> all = talks.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> gives(token, each.id(), "a", voucher, Map.of())
                        .extract()
                        .statusCode()))
                .toList();
        assertEquals(2, all.stream().filter(each -> each.join() == 201).count());
        assertEquals(2, recorded().size());
        gives(token, talks.get(0).id(), "b", voucher, Map.of("again", true))
                .statusCode(409)
                .body("detail", containsString("10 EUR are left"));
    }

    @Test
    void theSameTwiceInAConversationHasToBeMeant() {
        String points = gesture(Map.of("kind", "points", "name", "Points", "amount", 250, "cost", 2.5));
        Visitor tom = held(cast.bima());
        gives(cast.bima(), tom, "1", points, Map.of()).statusCode(201);
        gives(cast.bima(), tom, "2", points, Map.of()).statusCode(409).body("code", equalTo("given"));
        gives(cast.bima(), tom, "2", points, Map.of("again", true)).statusCode(201);
        assertEquals(2, entries(tom));
    }

    @Test
    void aRefundIsAsMuchAsIsChosenUpToItsMost() {
        String refund = gesture(Map.of("kind", "refund", "name", "Money back", "amount", 25));
        Visitor tom = held(cast.bima());
        gives(cast.bima(), tom, "1", refund, Map.of()).statusCode(400);
        gives(cast.bima(), tom, "1", refund, Map.of("amount", 25.01)).statusCode(400);
        gives(cast.bima(), tom, "1", refund, Map.of("amount", -1)).statusCode(400);
        gives(cast.bima(), tom, "1", refund, Map.of("amount", 12.5)).statusCode(201);
        assertEquals(12.5, tom.line().awaitEntry("gave").path("amount").asDouble());
        Response hand = cast.as(cast.bima()).get(address(tom));
        assertEquals(37.5f, hand.<Number>path("today").floatValue());
        assertEquals(17.5f, hand.<Number>path("gestures[0].most").floatValue());
    }

    @Test
    void onlyTheHolderGivesAndNobodyElseLooks() {
        String voucher = gesture(Map.of("kind", "voucher", "name", "Sorry", "amount", 10));
        // Her team has to be there before anything is handed to it.
        Colleague ana = cast.ana();
        Visitor tom = held(cast.bima());
        Agent bima = present.sitsDown(cast.bima());
        gives(ana, tom, "1", voucher, Map.of()).statusCode(409).body("code", equalTo("not_holder"));
        gives(cast.maya(), tom, "1", voucher, Map.of()).statusCode(409);
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        gives(cast.bima(), tom, "2", voucher, Map.of()).statusCode(403);
        cast.as(cast.bima()).get(address(tom)).then().statusCode(403);
        cast.as(ana).get(address(tom)).then().statusCode(200);
        for (String token : List.of(tom.token, "guess")) {
            gives(token, UUID.fromString(tom.conversation), "3", voucher, Map.of())
                    .statusCode(401);
            given().auth().oauth2(token).get(address(tom)).then().statusCode(401);
            given().auth().oauth2(token).get("/api/gestures").then().statusCode(401);
        }
        // What was refused counts for nothing.
        assertEquals(List.of(), recorded());
        assertEquals(
                50,
                cast.as(cast.bima())
                        .get(address(held(cast.bima())))
                        .<Number>path("today")
                        .intValue());
    }

    @Test
    void managersSayWhatMayBeGivenAndItIsOnRecord() {
        Map<String, Object> wish = Map.of("kind", "free_shipping", "name", "Free parcel", "cost", 4);
        for (Colleague agent : List.of(cast.bima())) {
            cast.as(agent).body(wish).post("/api/gestures").then().statusCode(403);
            cast.as(agent).get("/api/gifts").then().statusCode(403);
        }
        given().contentType(ContentType.JSON)
                .body(wish)
                .post("/api/gestures")
                .then()
                .statusCode(401);
        String id = gesture(wish);
        Map<String, Object> changed = new HashMap<>(wish);
        changed.putAll(Map.of("active", false, "version", 0));
        cast.as(cast.bima()).body(changed).put("/api/gestures/" + id).then().statusCode(403);
        cast.as(cast.maya()).body(changed).put("/api/gestures/" + id).then().statusCode(200);
        cast.as(cast.maya()).body(changed).put("/api/gestures/" + id).then().statusCode(409);
        gives(cast.bima(), held(cast.bima()), "1", id, Map.of()).statusCode(404);
        cast.as(cast.maya())
                .get("/api/settings/changes?what=gestures&key=" + id)
                .then()
                .body("changes.size()", equalTo(2))
                .body("changes[0].by.name", equalTo("Maya"))
                .body("changes[0].after.active", equalTo(false));
        for (Map<String, Object> nonsense : List.<Map<String, Object>>of(
                Map.of("kind", "voucher", "name", "x", "amount", 0),
                Map.of("kind", "voucher", "name", "x", "amount", -1),
                Map.of("kind", "voucher", "name", "x", "amount", 1e12),
                Map.of("kind", "voucher", "name", "x", "amount", 1.001),
                Map.of("kind", "voucher", "name", "", "amount", 1),
                Map.of("kind", "points", "name", "x", "amount", 1.5, "cost", 1),
                Map.of("kind", "free_shipping", "name", "x"),
                Map.of("kind", "kiss", "name", "x"),
                Map.of("kind", "voucher", "name", "x", "amount", 1, "code", "<b>"))) {
            cast.as(cast.maya()).body(nonsense).post("/api/gestures").then().statusCode(400);
        }
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        for (Map<String, Object> nonsense : List.<Map<String, Object>>of(
                limits(-1, 1, "EUR", 30),
                limits(0, 1, "EUR", 30),
                limits(10, 1, "Dukaten", 30),
                limits(10, 1, "EUR", 0))) {
            cast.as(cast.maya())
                    .body(Map.of("value", nonsense, "version", version()))
                    .put("/api/settings/goodwill")
                    .then()
                    .statusCode(400);
        }
        cast.as(cast.bima())
                .body(Map.of("value", limits(10, 1, "EUR", 30), "version", version()))
                .put("/api/settings/goodwill")
                .then()
                .statusCode(403);
    }

    @Test
    void whatADeadProcessKeptButDidNotTellIsToldOnce() throws SQLException {
        String voucher = gesture(Map.of("kind", "voucher", "name", "Sorry", "amount", 10));
        Visitor tom = held(cast.bima());
        gives(cast.bima(), tom, "1", voucher, Map.of()).statusCode(201);
        // As if it had died before it could write down that the log tells of it.
        run("update gift set told = false, at = at - interval '1 minute'");
        gifts.tellLeftBehind();
        assertEquals(1, recorded().size());
        assertEquals(1, entries(tom));
        // As if it had died before the log told.
        run(
                "insert into gift (id, gesture, conversation, episode, agent, agent_name, client_id, kind, name, currency, cost, reason, at)"
                        + " select '" + UUID.randomUUID()
                        + "', gesture, conversation, episode, agent, agent_name, 'lost', kind, name, currency, cost, reason, at from gift");
        gifts.tellLeftBehind();
        gifts.tellLeftBehind();
        assertEquals(2, recorded().size());
        assertEquals(2, entries(tom));
    }

    @Test
    void whoIsForgottenTakesTheReasonAlongAndTheShopKeepsItsSum() {
        String voucher = gesture(Map.of("kind", "voucher", "name", "Sorry", "amount", 10));
        Visitor tom = held(cast.bima());
        gives(cast.bima(), tom, "1", voucher, Map.of("reason", "Zubaidah waited"))
                .statusCode(201);
        customers.forget(conversations.find(ref(tom)).customer());
        Map<String, Object> gift = recorded().get(0);
        assertNull(gift.get("reason"));
        assertEquals(10, gift.get("cost"));
        assertTrue(conversations.entries(ref(tom), 0).stream()
                .noneMatch(each -> each.what().toString().contains("Zubaidah")));
    }

    private Visitor held(Colleague by) {
        Visitor tom = present.opened(Visitor.tom());
        holds(ref(tom), by);
        return tom;
    }

    private void holds(ConversationRef talk, Colleague by) {
        conversations
                .take(talk, dev.ramah.conversation.Author.agent(by.id(), by.name()), false, null)
                .join();
    }

    private ConversationRef talk(Guest of) {
        return conversations.open(of.id(), "Tom", "en", null, null).conversation();
    }

    private static ConversationRef ref(Visitor of) {
        return new ConversationRef(UUID.fromString(of.conversation));
    }

    private String gesture(Map<String, Object> wish) {
        return cast.as(cast.maya())
                .body(wish)
                .post("/api/gestures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void allow(int aDay, int aCustomer) {
        cast.as(cast.maya())
                .body(Map.of("value", limits(aDay, aCustomer, "EUR", 30), "version", version()))
                .put("/api/settings/goodwill")
                .then()
                .statusCode(200);
    }

    private int version() {
        return cast.as(cast.maya()).get("/api/settings/goodwill").path("version");
    }

    private static Map<String, Object> limits(int aDay, int aCustomer, String currency, int days) {
        Map<String, Object> limit = Map.of("aDay", aDay, "aCustomer", aCustomer);
        return Map.of("currency", currency, "days", days, "agent", limit, "manager", limit, "admin", limit);
    }

    private ValidatableResponse gives(Colleague who, Visitor to, String clientId, String gesture, Map<String, ?> more) {
        return gives(cast.token(who), to, clientId, gesture, more);
    }

    private static ValidatableResponse gives(
            String token, Visitor to, String clientId, String gesture, Map<String, ?> more) {
        return gives(token, UUID.fromString(to.conversation), clientId, gesture, more);
    }

    private static ValidatableResponse gives(
            String token, UUID to, String clientId, String gesture, Map<String, ?> more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("clientId", clientId, "gesture", gesture, "reason", "The order was late"));
        body.putAll(more);
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/conversations/" + to + "/gifts")
                .then();
    }

    private interface Deed {
        ValidatableResponse now();
    }

    private static List<Integer> atOnce(Deed one, Deed other) {
        CompletableFuture<Integer> first =
                CompletableFuture.supplyAsync(() -> one.now().extract().statusCode());
        CompletableFuture<Integer> second =
                CompletableFuture.supplyAsync(() -> other.now().extract().statusCode());
        return List.of(first.join(), second.join()).stream().sorted().toList();
    }

    private static String address(Visitor of) {
        return "/api/conversations/" + of.conversation + "/gifts";
    }

    private List<Map<String, Object>> recorded() {
        return cast.as(cast.maya()).get("/api/gifts").path("gifts");
    }

    private long entries(Visitor of) {
        return conversations.entries(ref(of), 0).stream()
                .filter(GoodwillTest::isGift)
                .count();
    }

    private static boolean isGift(dev.ramah.conversation.Entry entry) {
        return entry.what().kind().equals("gave");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
