package dev.ramah.customer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the shop's server tells about its customers. */
@RamahTest
class ShopTellsTest {

    @Inject
    Cast cast;

    @Inject
    Customers customers;

    @Test
    void attributesAreAddedChangedAndTakenAway() {
        attributes("sari-attributes", Map.of("plan", "basic", "city", "Bandung"));
        attributes("sari-attributes", Map.of("plan", "gold"))
                .statusCode(200)
                .body("attributes.plan", equalTo("gold"))
                .body("attributes.city", equalTo("Bandung"));
        attributes("sari-attributes", Collections.singletonMap("city", null)).statusCode(200);
        assertEquals(
                Map.of("plan", "gold"),
                customers.known("sari-attributes", null, null, null).attributes());
        Map<String, String> tooMany = new HashMap<>();
        IntStream.range(0, 100).forEach(each -> tooMany.put("a" + each, "b"));
        attributes("sari-attributes", tooMany).statusCode(400);
        attributes("sari-attributes", Map.of("plan", "x".repeat(501))).statusCode(400);
    }

    @Test
    void aBrokenLineIsLeftOutWithItsReasonAndTheOthersAreKept() {
        String lines = String.join(
                "\n",
                "{\"customer\":\"tom-lines\",\"id\":\"l-1\",\"type\":\"order\",\"data\":{\"order\":\"2001\",\"status\":\"paid\"}}",
                "{\"customer\":\"tom-lines\",\"id\":\"l-2\",\"type\":\"visit\",\"at\":\"2026-11-20T10:00:00Z\",\"data\":{\"page\":\"/beans\"}}",
                "not json",
                "",
                "{\"customer\":\"tom-lines\",\"id\":\"l-3\",\"type\":\"Not A Kind\",\"data\":{}}",
                "{\"id\":\"l-4\",\"type\":\"purchase\",\"data\":{}}",
                "{\"customer\":\"tom-lines\",\"id\":\"l-5\",\"type\":\"purchase\",\"data\":[]}",
                "{\"customer\":\"tom-lines\",\"attributes\":{\"plan\":\"gold\"}}",
                "{\"customer\":\"tom-lines\",\"id\":\"l-1\",\"type\":\"order\",\"data\":{\"order\":\"9999\"}}",
                "{\"customer\":\"tom-lines\",\"id\":\"l-6\",\"type\":\"newsletter.read\",\"data\":{},\"attributes\":{\"plan\":\""
                        + "x".repeat(501) + "\"}}",
                "{\"customer\":\"tom-lines\",\"id\":\"l-7\",\"type\":\"visit\",\"data\":{\"page\":\""
                        + "x".repeat(50_000) + "\"}}",
                "{\"customer\":\"tom-lines\"}",
                "{\"customer\":\"tom-lines\",\"id\":\"l-8\",\"type\":\"purchase\",\"data\":{\"total\":\"3.50\"}}");
        lines(lines)
                .statusCode(200)
                .body("taken", equalTo(4))
                .body("repeated", equalTo(1))
                .body("rejected.line", equalTo(List.of(3, 5, 6, 7, 10, 11, 12)))
                .body("rejected[0].reason", equalTo("not valid JSON"))
                .body("rejected[1].reason", containsString("type"))
                .body("rejected[2].reason", equalTo("customer is missing"))
                .body("rejected[3].reason", equalTo("data has the wrong type"))
                .body("rejected[5].reason", containsString("40000"));
        Guest tom = customers.known("tom-lines", null, null, null);
        assertEquals("gold", tom.attributes().get("plan"));
        assertEquals(
                List.of("2001"),
                customers.orders(tom.id()).stream().map(Order::order).toList());
        // Nothing of a line that was left out was kept: it may be told again.
        lines("{\"customer\":\"tom-lines\",\"id\":\"l-6\",\"type\":\"newsletter.read\",\"data\":{}}")
                .body("taken", equalTo(1));
    }

    @Test
    void ofManyThatTellTheSameAtOnceOneIsHeard() {
        String id = UUID.randomUUID().toString();
        ExecutorService shop = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Integer>> told = IntStream.range(0, 24)
                    .mapToObj(each -> CompletableFuture.supplyAsync(
                            () -> shop().contentType(ContentType.JSON)
                                    .body(Map.of("id", id, "type", "order", "data", Map.of("order", "3001")))
                                    .post("/api/customers/" + id + "/events")
                                    .statusCode(),
                            shop))
                    .toList();
            List<Integer> answers = told.stream().map(CompletableFuture::join).toList();
            assertEquals(1, Collections.frequency(answers, 202));
            assertEquals(23, Collections.frequency(answers, 200));
            assertEquals(
                    1,
                    customers.orders(customers.known(id, null, null, null).id()).size());
        } finally {
            shop.shutdownNow();
        }
    }

    @Test
    void aDayOfAShopFitsInOneCall() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            lines.append("{\"customer\":\"busy\",\"id\":\"busy-")
                    .append(i)
                    .append("\",\"type\":\"visit\",\"data\":{\"page\":\"/beans\"}}\n");
        }
        assertTrue(lines.length() > 64 * 1024);
        lines(lines.toString()).statusCode(200).body("taken", equalTo(1_500));
    }

    @Test
    void onlyTheShopTells() {
        String line = "{\"customer\":\"eve\",\"attributes\":{\"plan\":\"gold\"}}";
        for (RequestSpecification outsider :
                List.of(given(), given().auth().oauth2("guess"), cast.as(cast.rani()), cast.as(cast.bima()))) {
            outsider.contentType("application/x-ndjson")
                    .body(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .post("/api/customers/events")
                    .then()
                    .statusCode(403);
        }
        for (RequestSpecification outsider :
                List.of(given(), given().auth().oauth2("guess"), cast.as(cast.rani()), cast.as(cast.bima()))) {
            outsider.contentType(ContentType.JSON)
                    .body(Map.of("attributes", Map.of("plan", "gold")))
                    .post("/api/customers/eve/attributes")
                    .then()
                    .statusCode(403);
        }
    }

    private static RequestSpecification shop() {
        return given().auth().oauth2("test-secret");
    }

    private static ValidatableResponse attributes(String customer, Map<String, String> attributes) {
        return shop().contentType(ContentType.JSON)
                .body(Map.of("attributes", attributes))
                .post("/api/customers/" + customer + "/attributes")
                .then();
    }

    private static ValidatableResponse lines(String lines) {
        return shop().contentType("application/x-ndjson")
                .body(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/customers/events")
                .then();
    }
}
