package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.customer.ShopEvent;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers who were there twice are one. */
@RamahTest
class DuplicatesTest {

    @Inject
    Cast cast;

    @Inject
    Customers customers;

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
    void whoStaysHasEverythingAndTheOpenWidgetGoesOn() {
        String shops = "shop-" + UUID.randomUUID();
        Guest sari = customers.known(shops, "Sari", "sari@example.com", "id");
        customers.told(shops, order("1042"));
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        cast.as(cast.bima())
                .body(Map.of("version", 0, "text", "Likes it short"))
                .put("/api/conversations/" + tom.conversation + "/customer/note");
        UUID was = customer(tom);
        Response both = cast.as(cast.maya()).get("/api/customers/" + sari.id() + "/duplicates/" + was);
        assertEquals("KEPT", both.path("lines.find { it.what == 'name' }.stays"));
        assertEquals("Tom", both.path("lines.find { it.what == 'name' }.merged"));
        assertEquals(sari.id().toString(), merged(cast.maya(), sari.id(), was));

        tom.says("Are you still there?");
        bima.says(tom.conversation, "I am");
        tom.line().awaitSaid("I am");
        JsonPath seen = screen(cast.bima(), tom);
        assertEquals(sari.id().toString(), seen.getString("customer.id"));
        assertEquals("Sari", seen.getString("customer.name"));
        assertTrue(seen.getBoolean("customer.verified"));
        assertEquals(List.of("1042"), seen.getList("customer.orders.order"));
        assertEquals("Likes it short", seen.getString("customer.note.text"));
        assertEquals(
                "Sari",
                seen.getString("entries.findAll { it.kind == 'said' && it.by.role == 'customer' }[-1].by.name"));

        assertEquals(sari.id().toString(), merged(cast.maya(), sari.id(), was), "a retry changes nothing");
        assertEquals(sari.id().toString(), merged(cast.maya(), was, sari.id()), "nor does the other way round");
        JsonPath found = cast.as(cast.maya())
                .get("/api/customers/" + was + "/duplicates")
                .jsonPath();
        assertEquals(List.of("Maya"), found.getList("merged.by"));
        assertEquals(
                1,
                cast.as(cast.maya())
                        .get("/api/settings/changes?what=customer&key=" + sari.id())
                        .jsonPath()
                        .getList("changes")
                        .size());

        cast.as(cast.bima())
                .body(Map.of("reason", "Rude", "hours", 1))
                .post("/api/conversations/" + tom.conversation + "/block")
                .then()
                .statusCode(200);
        tom.send("say", Map.of("clientId", "blocked", "text", "Not any more"));
        tom.line().awaitProblem("forbidden");
    }

    @Test
    void twoWhomTheShopVouchesForStayTwo() {
        UUID one =
                customers.known("one-" + UUID.randomUUID(), "Sari", null, "id").id();
        UUID two =
                customers.known("two-" + UUID.randomUUID(), "Sari", null, "id").id();
        assertTrue(cast.as(cast.maya())
                .get("/api/customers/" + one + "/duplicates/" + two)
                .jsonPath()
                .getString("refusal")
                .contains("vouches for both"));
        Response refused = merge(cast.maya(), one, two);
        assertEquals(409, refused.statusCode());
        assertTrue(refused.jsonPath().getString("detail").contains("vouches for both"));
        assertEquals(400, merge(cast.maya(), one, one).statusCode());
        assertEquals(404, merge(cast.maya(), one, UUID.randomUUID()).statusCode());
    }

    @Test
    void ofTwoWhoMergeInOppositeDirectionsBothGetTheSame() {
        String bima = cast.token(cast.bima());
        String ana = cast.token(cast.ana());
        for (int i = 0; i < 5; i++) {
            UUID one = customer(present.opened(Visitor.sari()));
            UUID two = customer(present.opened(Visitor.tom()));
            List<CompletableFuture<String>> both = List.of(
                    CompletableFuture.supplyAsync(() -> stays(bima, one, two)),
                    CompletableFuture.supplyAsync(() -> stays(ana, two, one)));
            String stayed = both.get(0).join();
            assertEquals(stayed, both.get(1).join());
            assertEquals(stayed, customers.find(one).orElseThrow().id().toString());
            assertEquals(stayed, customers.find(two).orElseThrow().id().toString());
        }
    }

    @Test
    void whatIsToldOfThemMeanwhileIsToldOfWhoStays() {
        String shops = "busy-" + UUID.randomUUID();
        Guest known = customers.known(shops, "Sari", null, "id");
        UUID visitor = customer(present.opened(Visitor.sari()));
        CompletableFuture<?> told = CompletableFuture.allOf(IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> customers.told(shops, order("o-" + i))))
                .toArray(CompletableFuture[]::new));
        // The visitor stays, and the shop's id comes to them.
        assertEquals(visitor.toString(), merged(cast.maya(), visitor, known.id()));
        told.join();
        assertEquals(20, customers.orders(visitor).size());
        assertEquals(visitor, customers.known(shops, null, null, "id").id());
        assertTrue(customers.orders(known.id()).isEmpty());
    }

    @Test
    void erasingLosesNothingByMergingBesideIt() {
        String maya = cast.token(cast.maya());
        for (int i = 0; i < 5; i++) {
            Visitor tom = present.opened(Visitor.tom());
            tom.says("Secret kookaburra");
            UUID gone = customer(tom);
            UUID stays = customer(present.opened(Visitor.sari()));
            List<CompletableFuture<?>> both = List.of(
                    CompletableFuture.runAsync(() -> customers.forget(gone)),
                    CompletableFuture.runAsync(() -> as(maya, stays, gone)));
            both.forEach(CompletableFuture::join);
            assertFalse(screen(cast.maya(), tom).prettify().contains("kookaburra"));
            assertNull(customers.find(gone).orElseThrow().name());
        }
    }

    @Test
    void whoIsLikelyTheSameIsOfferedAndOthersAreFound() {
        String address = "sari" + UUID.randomUUID() + "@example.com";
        String digits = String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
        UUID one = customer(present.opened(Visitor.arrives(
                Map.of("name", "Sari", "email", address, "attributes", Map.of("phone", "+62 " + digits)))));
        UUID mail = customer(present.opened(Visitor.arrives(Map.of("email", address.toUpperCase(Locale.ROOT)))));
        UUID phone = customer(present.opened(Visitor.arrives(Map.of("attributes", Map.of("WhatsApp", "0" + digits)))));
        JsonPath likely = found(cast.bima(), one, "");
        assertEquals(Set.of(mail.toString(), phone.toString()), Set.copyOf(likely.getList("items.id")));
        assertEquals(List.of("email"), likely.getList("items.find { it.id == '" + mail + "' }.same"));
        assertEquals(List.of("telephone"), likely.getList("items.find { it.id == '" + phone + "' }.same"));
        assertEquals(
                List.of(phone.toString()),
                found(cast.bima(), mail, digits).getList("items.id.findAll { it != '" + one + "' }"));
        assertTrue(found(cast.bima(), phone, address).getList("items.id").contains(one.toString()));
    }

    @Test
    void whomTheyDoNotKnowAgentsNeitherFindNorMerge() {
        Agent bima = present.sitsDown(cast.bima());
        Colleague ana = cast.ana();
        Visitor tom = present.waiting();
        UUID theirs = customer(tom);
        UUID mine = customer(present.opened(Visitor.sari()));
        bima.takes(tom.conversation);
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        assertEquals(403, merge(cast.bima(), mine, theirs).statusCode());
        assertEquals(403, merge(cast.bima(), theirs, mine).statusCode());
        cast.as(cast.bima())
                .get("/api/customers/" + mine + "/duplicates/" + theirs)
                .then()
                .statusCode(403);
        assertFalse(found(cast.bima(), mine, "Tom").getList("items.id").contains(theirs.toString()));
        RestAssured.given()
                .auth()
                .oauth2(tom.token)
                .get("/api/customers/" + mine + "/duplicates")
                .then()
                .statusCode(401);
        assertEquals(200, merge(ana, mine, theirs).statusCode());
    }

    private JsonPath found(Colleague who, UUID customer, String words) {
        return cast.as(who)
                .queryParam("q", words)
                .get("/api/customers/" + customer + "/duplicates")
                .jsonPath();
    }

    private String merged(Colleague who, UUID kept, UUID merged) {
        return stays(cast.token(who), kept, merged);
    }

    private static String stays(String token, UUID kept, UUID merged) {
        Response answer = as(token, kept, merged);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.path("customer.id");
    }

    private Response merge(Colleague who, UUID kept, UUID merged) {
        return as(cast.token(who), kept, merged);
    }

    private static Response as(String token, UUID kept, UUID merged) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("merged", merged))
                .post("/api/customers/" + kept + "/duplicates");
    }

    private UUID customer(Visitor visitor) {
        return UUID.fromString(screen(cast.maya(), visitor).getString("customer.id"));
    }

    private JsonPath screen(Colleague who, Visitor visitor) {
        return cast.as(who).get("/api/conversations/" + visitor.conversation).jsonPath();
    }

    private static ShopEvent order(String number) {
        return new ShopEvent(
                UUID.randomUUID().toString(),
                "order",
                null,
                JsonNodeFactory.instance.objectNode().put("order", number).put("status", "paid"));
    }
}
