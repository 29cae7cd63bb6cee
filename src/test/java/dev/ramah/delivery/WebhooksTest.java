package dev.ramah.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Receiver;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.Digests;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The shop hears of what happens: all of it, signed, in order, and from where it stopped. */
@RamahTest
class WebhooksTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Cast cast;

    @Inject
    Courier courier;

    @Inject
    Session entities;

    @Inject
    Clock clock;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void nobodyHearsOfTheNextTest() {
        QuarkusTransaction.requiringNew().run(() -> Webhook.deleteAll());
        receiver.close();
    }

    @Test
    void theShopHearsOfEverythingThatCustomersSee() {
        Response added = add(Map.of("address", receiver.address()));
        String secret = added.path("secret");
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            tom.says("My grinder is broken");
            try (Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
                bima.takes(tom.conversation);
                bima.does("note", tom.conversation, Map.of("text", "A difficult one"));
                bima.does("tag", tom.conversation, Map.of("reason", "Broken"));
                bima.says(tom.conversation, "I am sorry");
                bima.resolves(tom.conversation);
            }
            arrived(tom, 7);
            Map<String, Receiver.Call> first = new LinkedHashMap<>();
            of(tom).forEach(each -> first.putIfAbsent(each.header("Ramah-Event"), each));
            assertEquals(
                    List.of("escalated", "said", "assigned", "said", "resolved"),
                    first.values().stream()
                            .map(each -> json(each).path("kind").asText())
                            .toList(),
                    first::toString);
            Receiver.Call said = List.copyOf(first.values()).get(1);
            assertEquals(tom.conversation + ".2", said.header("Ramah-Event"));
            assertEquals(said.header("Ramah-Event"), json(said).path("id").asText());
            assertEquals("/hooks?shop=kopi", said.path());
            assertEquals(
                    "v1=" + Digests.hmacSha256(secret, said.header("Ramah-Timestamp") + "." + said.body()),
                    said.header("Ramah-Signature"));
            JsonNode told = json(said);
            assertEquals("My grinder is broken", told.path("entry").path("text").asText());
            assertEquals(tom.conversation, told.path("conversation").path("id").asText());
            assertTrue(told.path("customer").path("externalId").isNull());
            assertFalse(of(tom).toString().contains("A difficult one"));
        }
    }

    @Test
    void whatColleaguesWriteToEachOtherGoesOutOnlyWhereItWasAskedFor() {
        add(Map.of("address", receiver.address(), "kinds", List.of("noted", "tagged"), "notes", true));
        try (Visitor tom = Visitor.tom();
                Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            tom.asksForPerson();
            bima.takes(tom.conversation);
            bima.does("note", tom.conversation, Map.of("text", "A difficult one"));
            arrived(tom, 3);
            assertEquals(
                    "A difficult one",
                    json(of(tom).get(0)).path("entry").path("text").asText());
            assertEquals(1, events(tom).size());
        }
        as(cast.rani())
                .body(Map.of("address", receiver.address(), "kinds", List.of("noted")))
                .post("/api/webhooks")
                .then()
                .statusCode(400)
                .body("detail", containsString("noted"));
    }

    @Test
    void aRefusedEntryHoldsBackItsOwnConversationOnlyAndIsTheSameEventAgain() {
        add(Map.of("address", receiver.address()));
        try (Visitor tom = Visitor.tom();
                Visitor sari = Visitor.sari()) {
            receiver.answers(call -> call.body().contains(tom.conversation) ? 500 : 204);
            tom.asksForPerson();
            tom.says("One");
            tom.says("Two");
            sari.asksForPerson();
            sari.says("Satu");
            arrived(sari, 2);
            Patience.until("it is tried again", () -> of(tom).size() >= 3);
            assertEquals(List.of(tom.conversation + ".1"), events(tom));
            assertNotEquals(of(tom).get(0).header("Ramah-Try"), of(tom).get(1).header("Ramah-Try"));

            receiver.answers(call -> 200);
            arrived(tom, 3);
            assertEquals(
                    List.of(tom.conversation + ".1", tom.conversation + ".2", tom.conversation + ".3"), events(tom));
            assertEquals(of(tom).get(0).body(), of(tom).get(1).body());
        }
    }

    @Test
    void aSlowReceiverIsGivenUpInTimeAndHoldsUpNobodyElse() {
        CountDownLatch open = new CountDownLatch(1);
        try (Receiver slow = new Receiver();
                Visitor tom = Visitor.tom()) {
            slow.answers(call -> Receiver.after(open, 204));
            String id = add(Map.of("address", slow.address())).path("id");
            add(Map.of("address", receiver.address()));
            tom.asksForPerson();
            tom.says("One");
            Patience.until("the other one hears", () -> events(tom).size() == 2);
            Patience.until(
                    "it is said that nobody answered",
                    () -> items(id).getList("items.problem").contains("No answer in time."));
            open.countDown();
            Patience.until("it arrives", () -> items(id).getList("items.state").stream()
                    .allMatch("arrived"::equals));
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        String id = add(Map.of("address", receiver.address())).path("id");
        receiver.answers(call -> 302);
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            Patience.until(
                    "it was tried", () -> items(id).getList("items.status").contains(302));
            assertTrue(receiver.calls().stream().allMatch(each -> each.path().startsWith("/hooks")));
            assertTrue(items(id).getString("items[0].problem").contains("redirects are not followed"));
        }
    }

    @Test
    void whoeverDiedWhileSendingLosesNothingAndNothingIsNewTwice() {
        String id = add(Map.of("address", receiver.address())).path("id");
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            tom.says("One");
            arrived(tom, 2);
            int before = of(tom).size();
            // As a process leaves it that was killed after its claim, with its cursor not yet written.
            change("update webhook set settled = 0");
            change("update webhook_delivery set due_at = now(), arrived = false where webhook = '" + id
                    + "' and seq = 2 and conversation = '" + tom.conversation + "'");
            arrived(tom, 2);
            Patience.until("it is sent again", () -> of(tom).size() > before);
            assertEquals(tom.conversation + ".2", of(tom).get(before).header("Ramah-Event"));
            tom.says("Two");
            arrived(tom, 3);
            assertEquals(3, events(tom).size());
        }
    }

    @Test
    void oneThatIsOffGoesOnWhereItStopped() {
        Response added = add(Map.of("address", receiver.address()));
        String id = added.path("id");
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            arrived(tom, 1);
            as(cast.rani())
                    .body(Map.of("address", receiver.address(), "active", false, "version", 1))
                    .put("/api/webhooks/" + id)
                    .then()
                    .statusCode(200)
                    .body("active", equalTo(false));
            tom.says("While it was off");
            as(cast.rani())
                    .body(Map.of("address", receiver.address(), "active", true, "version", 1))
                    .put("/api/webhooks/" + id)
                    .then()
                    .statusCode(409);
            as(cast.rani())
                    .body(Map.of("address", receiver.address(), "active", true, "version", 2))
                    .put("/api/webhooks/" + id)
                    .then()
                    .statusCode(200);
            arrived(tom, 2);
            assertTrue(last(tom).body().contains("While it was off"));
            as(cast.rani())
                    .get("/api/settings/changes?what=webhook&key=" + id)
                    .then()
                    .body("changes.size()", equalTo(3))
                    .body("changes[0].by.name", equalTo("Rani"))
                    .body("changes[0].before.active", equalTo(false))
                    .body("changes[0].after.active", equalTo(true));
        }
    }

    @Test
    void afterDaysOfFailureItIsTurnedOffWithANote() {
        String id = add(Map.of("address", receiver.address())).path("id");
        receiver.answers(call -> 503);
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            Patience.until("it fails", () -> row(id).getString("failingSince") != null);
            String then = clock.instant().minus(Duration.ofDays(4)).toString();
            change("update webhook set failing_since = '" + then + "' where id = '" + id + "'");
            Patience.until("it is off", () -> !row(id).getBoolean("active"));
            assertEquals("FAILED", row(id).getString("stoppedWhy"));
            assertEquals(1, row(id).getInt("waiting"));
        }
    }

    @Test
    void whoAnswersThatTheyAreGoneIsNotCalledAgain() {
        String id = add(Map.of("address", receiver.address())).path("id");
        receiver.answers(call -> 410);
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            Patience.until("it is off", () -> !row(id).getBoolean("active"));
            assertEquals("GONE", row(id).getString("stoppedWhy"));
        }
    }

    @Test
    void thePageShowsWhatWasSentAndSendsItAgain() {
        String id = add(Map.of("address", receiver.address(), "kinds", List.of("said")))
                .path("id");
        receiver.answers(call -> 200);
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            tom.says("One");
            arrived(tom, 2);
            String delivery = items(id).getString("items[0].id");
            as(cast.rani())
                    .get("/api/webhooks/deliveries/" + delivery)
                    .then()
                    .body("state", equalTo("arrived"))
                    .body("status", equalTo(200))
                    .body("tries", equalTo(Integer.parseInt(last(tom).header("Ramah-Try"))))
                    .body("millis", notNullValue())
                    .body("body", equalTo(of(tom).get(0).body()))
                    .body("response", equalTo("status 200"));
            int before = of(tom).size();
            as(cast.rani())
                    .post("/api/webhooks/deliveries/" + delivery + "/again")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("waiting"));
            Patience.until("it comes again", () -> of(tom).size() > before);
            assertEquals(1, events(tom).size());
            as(cast.rani())
                    .get("/api/webhooks/" + id + "/deliveries?state=failed")
                    .then()
                    .body("items.size()", equalTo(0));
        }
    }

    @Test
    void whoIsErasedLeavesNoWordInWhatWasSent() {
        String id = add(Map.of("address", receiver.address())).path("id");
        receiver.answers(call -> 200);
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            tom.says("My secret is hazelnut");
            arrived(tom, 2);
            String customer = json(of(tom).get(0)).path("customer").path("id").asText();
            String delivery = items(id).getString("items[0].id");
            int before = of(tom).size();
            as(cast.rani()).delete("/api/customers/" + customer).then().statusCode(200);
            as(cast.rani())
                    .get("/api/webhooks/deliveries/" + delivery)
                    .then()
                    .body("body", nullValue())
                    .body("response", nullValue());
            as(cast.rani())
                    .post("/api/webhooks/deliveries/" + delivery + "/again")
                    .then()
                    .statusCode(200);
            Patience.until("it comes again", () -> of(tom).size() > before);
            assertFalse(last(tom).body().contains("hazelnut"));
            assertTrue(json(last(tom)).path("entry").path("erased").asBoolean());
        }
    }

    @Test
    void onlyAdministratorsSeeAndChangeThem() {
        String id = add(Map.of("address", receiver.address())).path("id");
        UUID delivery = UUID.randomUUID();
        for (Colleague who : List.of(cast.bima(), cast.maya())) {
            Map<String, Object> body = Map.of("address", receiver.address(), "version", 1);
            as(who).get("/api/webhooks").then().statusCode(403);
            as(who).body(body).post("/api/webhooks").then().statusCode(403);
            as(who).body(body).put("/api/webhooks/" + id).then().statusCode(403);
            as(who).delete("/api/webhooks/" + id).then().statusCode(403);
            as(who).post("/api/webhooks/" + id + "/secret").then().statusCode(403);
            as(who).get("/api/webhooks/" + id + "/deliveries").then().statusCode(403);
            as(who).get("/api/webhooks/deliveries/" + delivery).then().statusCode(403);
            as(who).post("/api/webhooks/deliveries/" + delivery + "/again")
                    .then()
                    .statusCode(403);
        }
        given().get("/api/webhooks").then().statusCode(401);
        given().get("/api/webhooks/" + id + "/deliveries").then().statusCode(401);
        given().delete("/api/webhooks/" + id).then().statusCode(401);
        given().auth().oauth2("test-secret").get("/api/webhooks").then().statusCode(401);
        as(cast.rani())
                .get("/api/webhooks")
                .then()
                .body("webhooks.id", hasItem(id))
                .body("privateKinds", hasItem("noted"))
                .body(not(containsString("secret")));
        as(cast.rani()).get("/api/webhooks/deliveries/" + delivery).then().statusCode(404);
        String first = as(cast.rani()).post("/api/webhooks/" + id + "/secret").path("secret");
        String second = as(cast.rani()).post("/api/webhooks/" + id + "/secret").path("secret");
        assertNotEquals(first, second);
        as(cast.rani()).delete("/api/webhooks/" + id).then().statusCode(204);
        as(cast.rani()).delete("/api/webhooks/" + id).then().statusCode(404);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("address", "ftp://shop.example"),
                Map.of("address", ""),
                Map.of("address", receiver.address(), "kinds", List.of("whatever")))) {
            as(cast.rani()).body(wrong).post("/api/webhooks").then().statusCode(400);
        }
    }

    private Response add(Map<String, Object> wish) {
        Response added = as(cast.rani()).body(new HashMap<>(wish)).post("/api/webhooks");
        added.then().statusCode(201).body("secret", notNullValue());
        courier.soon();
        return added;
    }

    private io.restassured.specification.RequestSpecification as(Colleague who) {
        return cast.as(who);
    }

    /** Until this entry has arrived: in order, so all before it have. */
    private void arrived(Visitor visitor, int seq) {
        Patience.until("entry " + seq + " is told", () -> {
            long waiting = QuarkusTransaction.requiringNew()
                    .call(() -> Delivery.count(
                            "conversation = ?1 and dueAt is not null", UUID.fromString(visitor.conversation)));
            int last = of(visitor).stream()
                    .mapToInt(each -> json(each).path("entry").path("seq").asInt())
                    .max()
                    .orElse(0);
            return last >= seq && waiting == 0;
        });
    }

    private Receiver.Call last(Visitor visitor) {
        List<Receiver.Call> all = of(visitor);
        return all.get(all.size() - 1);
    }

    /** What it heard of, each once: a call of which the answer came too late comes again, and is told by its id. */
    private List<String> events(Visitor visitor) {
        return of(visitor).stream()
                .map(each -> each.header("Ramah-Event"))
                .distinct()
                .toList();
    }

    private List<Receiver.Call> of(Visitor visitor) {
        return receiver.calls().stream()
                .filter(each -> each.body().contains(visitor.conversation))
                .toList();
    }

    private io.restassured.path.json.JsonPath items(String webhook) {
        return as(cast.rani()).get("/api/webhooks/" + webhook + "/deliveries").jsonPath();
    }

    private io.restassured.path.json.JsonPath row(String webhook) {
        return as(cast.rani())
                .get("/api/webhooks")
                .jsonPath()
                .setRootPath("webhooks.find { it.id == '" + webhook + "' }");
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeMutationQuery(sql).executeUpdate());
        courier.soon();
    }

    private static JsonNode json(Receiver.Call call) {
        try {
            return JSON.readTree(call.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
