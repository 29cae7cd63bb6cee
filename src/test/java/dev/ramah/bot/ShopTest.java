package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.Digests;
import dev.ramah.platform.RamahTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Where is my order": told to those for whom the shop has vouched, and to nobody else, whatever they say they are. */
@RamahTest
class ShopTest {

    @Inject
    Shelves shelves;

    @Inject
    Clock clock;

    private final String sari = "sari-" + UUID.randomUUID();

    @BeforeEach
    void theShopTellsOfAnOrder() {
        shelves.empty();
        shelves.hold("opening", "When is the coffee bar open?", "Every day from 7 to 19.");
        tells(Map.of("order", "1042", "status", "shipped", "items", List.of("Gayo Highland 250 g")));
    }

    private void tells(Map<String, ?> order) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Authorization", "Bearer test-secret")
                .body(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "type",
                        "order",
                        "at",
                        "2026-11-20T08:10:00Z",
                        "data",
                        order))
                .post("/api/customers/" + sari + "/events")
                .then()
                .statusCode(202);
    }

    private Visitor signedIn(String language) {
        long exp = clock.instant().getEpochSecond() + 3_600;
        String hash = Digests.hmacSha256("test-secret", sari + "." + exp);
        return Visitor.arrives(
                Map.of("name", "Sari", "language", language, "identity", Map.of("id", sari, "exp", exp, "hash", hash)));
    }

    @Test
    void aVerifiedCustomerIsToldByNameHowItStandsAndFromWhenThatIs() {
        try (Visitor visitor = signedIn("en")) {
            visitor.says("Where is my order?");

            String said = botSaid(visitor);
            assertTrue(said.startsWith("Hello Sari. Your order 1042: on its way."), said);
            assertTrue(said.contains("Gayo Highland 250 g"), said);
            assertTrue(said.contains("November 20, 2026") && said.contains("8:10") && said.contains("UTC"), said);
        }
    }

    @Test
    void inTheirOwnLanguage() {
        try (Visitor visitor = signedIn("id")) {
            visitor.says("Pesanan saya di mana ya kak?");

            assertTrue(botSaid(visitor).startsWith("Halo Sari. Pesanan Anda 1042: dalam perjalanan."));
        }
    }

    @Test
    void ofSomebodyElsesOrderNothingIsTold() {
        try (Visitor visitor = signedIn("en")) {
            visitor.says("Where is my order 1057?");

            assertTrue(botSaid(visitor).contains("no order 1057 of yours"));
        }
    }

    @Test
    void whoIsNotSignedInIsAskedToAndThenGetsAPerson() {
        try (Visitor eve = Visitor.arrives(
                Map.of("name", "Sari", "email", "sari@kopi.example", "attributes", Map.of("id", sari)))) {
            eve.says("I am Sari. Where is my order 1042?");

            String said = botSaid(eve);
            assertTrue(said.contains("sign in"), said);
            assertFalse(said.contains("Gayo") || said.contains("on its way"), said);

            eve.line().clear();
            eve.says("Where is my order 1042, I told you who I am");
            assertEquals(
                    "SIGN_IN", eve.line().awaitEntry("escalated").path("reason").asText());
        }
    }

    private static String botSaid(Visitor visitor) {
        JsonNode said = visitor.line()
                .await(frame -> Line.isEntry(frame)
                        && frame.path("kind").asText().equals("said")
                        && frame.path("by").path("role").asText().equals("bot"));
        return said.path("text").asText();
    }
}
