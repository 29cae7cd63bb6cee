package dev.ramah.customer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Digests;
import dev.ramah.platform.Problem;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RamahTest
class CustomersTest {

    private static final String SECRET = "test-secret";
    private static final long NEXT_CENTURY = 4_102_444_800L;

    @Inject
    Cast cast;

    @Inject
    Customers customers;

    @Inject
    Duplicates duplicates;

    @Inject
    Screens screens;

    @Test
    void theShopsIdentityIsOneCustomerOnEveryDevice() {
        Guest phone = customers.identified(identity("sari-devices"), "Sari", null, "id-ID");
        Guest laptop = customers.identified(identity("sari-devices"), null, "sari@mail.example", "en");
        assertEquals(phone.id(), laptop.id());
        assertTrue(laptop.verified());
        assertEquals("Sari", laptop.name());
        assertEquals("sari@mail.example", laptop.email());
        assertEquals("id", phone.language());
        Identity forged = new Identity("sari-devices", NEXT_CENTURY, Digests.hmacSha256("guess", "sari-devices"));
        assertThrows(Problem.class, () -> customers.identified(forged, null, null, null));
    }

    @Test
    void whoSaysTheyAreSomeoneIsStillNobodyProved() {
        Guest claims = customers.anonymous("Sari", "sari@mail.example", null, Map.of("plan", "gold"));
        assertFalse(claims.verified());
        assertEquals("gold", claims.attributes().get("plan"));
        assertNotEquals(
                claims.id(),
                customers.anonymous("Sari", "sari@mail.example", null, null).id());
    }

    @Test
    void anAnonymousVisitThatIsIdentifiedIsThatCustomersFromThenOn() {
        Guest visit = customers.anonymous(null, "tom@mail.example", "en", Map.of());
        Guest tom = customers.identified(identity("tom-visit"), "Tom", null, "en");
        assertTrue(duplicates.join(visit.id(), tom.id()));
        assertEquals("tom@mail.example", customers.find(tom.id()).orElseThrow().email());
        assertEquals(tom.id(), customers.find(visit.id()).orElseThrow().id());
        Guest sari = customers.identified(identity("sari-visit"), "Sari", null, "en");
        assertFalse(duplicates.join(visit.id(), sari.id()), "the shop knows them as Tom");
    }

    @Test
    void theShopTellsOfOrdersAndARepeatChangesNothing() {
        tell("tom-orders", order("e-1", "1057", "paid", "2026-11-20T10:00:00Z")).statusCode(202);
        tell("tom-orders", order("e-2", "1057", "sent", "2026-11-21T10:00:00Z")).statusCode(202);
        tell("tom-orders", order("e-3", "1060", "paid", "2026-11-21T11:00:00Z")).statusCode(202);
        tell("tom-orders", order("e-1", "1057", "cancelled", "2026-11-22T10:00:00Z"))
                .statusCode(200);

        Guest tom = customers.known("tom-orders", null, null, null);
        List<Order> orders = customers.orders(tom.id());
        assertEquals(List.of("1060", "1057"), orders.stream().map(Order::order).toList());
        assertEquals("sent", orders.get(1).status());
        assertEquals("EUR 31.50", orders.get(1).total());
        assertEquals(
                List.of("2 × Gayo beans 250 g", "Filter papers"), orders.get(1).items());
    }

    @Test
    void onlyTheShopTells() {
        given().contentType(ContentType.JSON)
                .body(order("e-9", "1", "paid", "2026-11-20T10:00:00Z"))
                .post("/api/customers/eve/events")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        cast.as(cast.rani())
                .body(order("e-9", "1", "paid", "2026-11-20T10:00:00Z"))
                .post("/api/customers/eve/events")
                .then()
                .statusCode(403);
    }

    @Test
    void anEventThatIsNoneIsRefused() {
        tell("tom-wrong", Map.of("type", "order", "data", Map.of())).statusCode(400);
        tell("tom-wrong", Map.of("id", "w-1", "type", "DROP TABLE", "data", Map.of()))
                .statusCode(400);
        tell("tom-wrong", Map.of("id", "w-1", "type", "order", "data", "1042")).statusCode(400);
        tell("tom-wrong", Map.of("id", "w-1", "type", "order", "at", "yesterday", "data", Map.of()))
                .statusCode(400);
        tell("tom-wrong", Map.of("id", "w-1", "type", "order", "data", Map.of("order", "\u0000")))
                .statusCode(400);
        tell("tom-wrong", Map.of("id", "w-1", "type", "order", "data", Map.of("order", "x".repeat(17_000))))
                .statusCode(413);
    }

    @Test
    void managersFindCustomersAndOnlyAdministratorsExportAndErase() {
        Guest sari = customers.identified(identity("sari-roles"), "Sari Roles", null, "id");
        cast.as(cast.maya())
                .get("/api/customers?q=sari ROLES")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(sari.id().toString()))
                .body("items", hasSize(1));
        cast.as(cast.maya())
                .get("/api/customers/" + sari.id())
                .then()
                .statusCode(200)
                .body("externalId", equalTo("sari-roles"))
                .body("verified", equalTo(true))
                .body("orders", empty())
                .body("conversations", empty());
        cast.as(cast.bima()).get("/api/customers/" + sari.id()).then().statusCode(403);
        cast.as(cast.bima()).get("/api/customers?q=sari").then().statusCode(403);
        for (Colleague who : List.of(cast.bima(), cast.maya())) {
            cast.as(who).get("/api/customers/" + sari.id() + "/export").then().statusCode(403);
            cast.as(who).delete("/api/customers/" + sari.id()).then().statusCode(403);
        }
        given().auth()
                .oauth2("a-customers-token")
                .delete("/api/customers/" + sari.id())
                .then()
                .statusCode(401);
        given().get("/api/customers").then().statusCode(401);
    }

    @Test
    void theExportHoldsEverythingAndErasingLeavesNoWord() {
        Guest sari = customers.identified(identity("sari-erase"), "Sari Lestari", "lestari@mail.example", "id");
        tell("sari-erase", order("e-erase", "1042-erase", "paid", "2026-11-20T10:00:00Z"));

        cast.as(cast.rani())
                .get("/api/customers/" + sari.id() + "/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body("profile.customer.name", equalTo("Sari Lestari"))
                .body("profile.customer.email", equalTo("lestari@mail.example"))
                .body("profile.events[0].data.order", equalTo("1042-erase"));
        cast.as(cast.rani()).delete("/api/customers/" + sari.id()).then().statusCode(200);

        assertTrue(screens.cleared.contains(sari.id()));
        cast.as(cast.rani())
                .get("/api/customers/" + sari.id() + "/export")
                .then()
                .body(not(containsString("Lestari")))
                .body(not(containsString("lestari")))
                .body(not(containsString("sari-erase")))
                .body(not(containsString("1042-erase")));
        cast.as(cast.rani()).get("/api/customers?q=lestari").then().body("items", empty());
        cast.as(cast.rani()).delete("/api/customers/" + sari.id()).then().statusCode(200);
        tell("sari-erase", order("e-erase", "1042-erase", "paid", "2026-11-20T10:00:00Z"))
                .statusCode(200);
        cast.as(cast.rani())
                .delete("/api/customers/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        cast.as(cast.rani()).delete("/api/customers/not-an-id").then().statusCode(404);
    }

    private static Identity identity(String id) {
        return new Identity(id, NEXT_CENTURY, Digests.hmacSha256(SECRET, id + "." + NEXT_CENTURY));
    }

    private static ValidatableResponse tell(String externalId, Map<String, Object> event) {
        return given().auth()
                .oauth2(SECRET)
                .contentType(ContentType.JSON)
                .body(event)
                .post("/api/customers/" + externalId + "/events")
                .then();
    }

    private static Map<String, Object> order(String id, String number, String status, String at) {
        Map<String, Object> event = new HashMap<>();
        event.put("id", id);
        event.put("type", "order");
        event.put("at", at);
        event.put(
                "data",
                Map.of(
                        "order",
                        number,
                        "status",
                        status,
                        "total",
                        "31.50",
                        "currency",
                        "EUR",
                        "items",
                        List.of(Map.of("name", "Gayo beans 250 g", "quantity", 2), "Filter papers")));
        return event;
    }
}
