package dev.ramah.conversation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.ramah.platform.Digests;
import dev.ramah.platform.RamahTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RamahTest
class OpeningTest {

    private static final long NEXT_CENTURY = 4_102_444_800L;

    @Inject
    Conversations conversations;

    @Test
    void aRepeatWhoseAnswerWasLostOpensTheSameConversation() {
        String clientId = UUID.randomUUID().toString();
        JsonPath first = opened(Map.of("clientId", clientId));
        JsonPath again = opened(Map.of("clientId", clientId));
        assertEquals(first.getString("conversation"), again.getString("conversation"));
        mine(first.getString("token")).statusCode(401);
        mine(again.getString("token")).statusCode(200).body("", hasSize(1));
    }

    @Test
    void aGuessedClientIdOpensNobodysConversation() {
        String clientId = UUID.randomUUID().toString();
        JsonPath sari = opened(Map.of("clientId", clientId));
        ConversationRef hers = new ConversationRef(sari.getUUID("conversation"));
        conversations.customerSays(hers, "1", "Where is order 1042?", null).join();

        JsonPath eve = opened(Map.of("clientId", clientId));
        assertNotEquals(sari.getString("conversation"), eve.getString("conversation"));
        mine(sari.getString("token")).statusCode(200).body("[0].conversation", equalTo(sari.getString("conversation")));
        mine(eve.getString("token")).statusCode(200).body("", hasSize(1));
    }

    @Test
    void whoIdentifiesKeepsTheAnonymousConversationAndFindsItOnEveryDevice() {
        JsonPath visit = opened(Map.of("email", "tom@mail.example"));
        JsonPath known = given().auth()
                .oauth2(visit.getString("token"))
                .contentType(ContentType.JSON)
                .body(Map.of("identity", identity("tom-opening")))
                .post("/api/conversations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertEquals(visit.getString("conversation"), known.getString("conversation"));
        mine(visit.getString("token")).statusCode(401);

        JsonPath laptop = opened(Map.of("identity", identity("tom-opening")));
        mine(laptop.getString("token")).statusCode(200).body("", hasSize(2));
        open(Map.of("identity", Map.of("id", "tom-opening", "exp", NEXT_CENTURY, "hash", "00")))
                .statusCode(403);
        open(Map.of("identity", Map.of("id", "tom-opening", "exp", 1, "hash", hash("tom-opening.1"))))
                .statusCode(403);
    }

    private static Map<String, Object> identity(String id) {
        return Map.of("id", id, "exp", NEXT_CENTURY, "hash", hash(id + "." + NEXT_CENTURY));
    }

    private static String hash(String text) {
        return Digests.hmacSha256("test-secret", text);
    }

    private static JsonPath opened(Map<String, Object> opening) {
        return open(opening).statusCode(201).extract().jsonPath();
    }

    private static ValidatableResponse open(Map<String, Object> opening) {
        return given().contentType(ContentType.JSON)
                .body(opening)
                .post("/api/conversations")
                .then();
    }

    private static ValidatableResponse mine(String token) {
        return given().auth().oauth2(token).get("/api/customer/conversations").then();
    }
}
