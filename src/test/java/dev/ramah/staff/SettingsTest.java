package dev.ramah.staff;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.platform.RamahTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What managers set counts at once, makes sense, and is recorded; told with the setting of how bold the bot is. */
@RamahTest
class SettingsTest {

    private static final String BOLDNESS = "/api/settings/boldness";

    @Inject
    Cast cast;

    private Map<String, Object> before = Map.of();

    @BeforeEach
    void remember() {
        before = standing().getMap("value");
    }

    @AfterEach
    void asItWas() {
        set(before, standing().getInt("version")).statusCode(200);
    }

    @Test
    void whatAManagerSetsCountsInTheNextAnswer() {
        cast.as(cast.maya())
                .body(Map.of("article", "parking", "title", "Parking", "body", "Park your car behind the shop."))
                .post("/api/articles")
                .then()
                .statusCode(201);
        set(Map.of("answer", 1, "ask", 1), standing().getInt("version")).statusCode(200);
        assertEquals("answer", decided());
        set(Map.of("answer", 0, "ask", 0), standing().getInt("version"))
                .statusCode(200)
                .body("value.answer", equalTo(0.0f))
                .body("changedBy.name", equalTo("Maya"));
        assertEquals("escalate", decided());
        cast.as(cast.maya()).delete("/api/articles/parking?language=en");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheReasonAndChangesNothing() {
        int version = standing().getInt("version");
        refused(Map.of("answer", 1.5, "ask", 2), version, "shares");
        refused(Map.of("answer", 0.4, "ask", 0.2), version, "at least");
        refused(Map.of("answer", 0.4), version, "ask");
        refused("bold", version, "form");
        refused(null, version, "value");
        assertEquals(version, standing().getInt("version"));
        cast.as(cast.maya())
                .body(Map.of("value", Map.of(), "version", 0))
                .put("/api/settings/no-such-thing")
                .then()
                .statusCode(404);
    }

    private void refused(@Nullable Object value, int version, String reason) {
        Map<String, @Nullable Object> wish = new HashMap<>();
        wish.put("value", value);
        wish.put("version", version);
        cast.as(cast.maya())
                .body(wish)
                .put(BOLDNESS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(reason));
    }

    @Test
    void ofTwoWhoChangeTheSameOneIsToldSo() {
        int version = standing().getInt("version");
        List<Integer> statuses = IntStream.range(0, 8)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> set(Map.of("answer", 0.1 + each / 100.0, "ask", 0.5), version)
                                .extract()
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertEquals(List.of(200, 409, 409, 409, 409, 409, 409, 409), statuses);
        assertEquals(version + 1, standing().getInt("version"));
    }

    @Test
    void whoChangedItFromWhatToWhatStaysKnown() {
        set(Map.of("answer", 0.25, "ask", 0.5), standing().getInt("version")).statusCode(200);
        cast.as(cast.maya())
                .get("/api/settings/changes?what=boldness")
                .then()
                .statusCode(200)
                .body("changes[0].by.name", equalTo("Maya"))
                .body("changes[0].after.answer", equalTo(0.25f))
                .body("changes.what", hasItem("boldness"));
    }

    @Test
    void agentsNeitherReadNorSetIt() {
        cast.as(cast.bima()).get("/api/settings").then().statusCode(403);
        cast.as(cast.bima()).get("/api/settings/changes").then().statusCode(403);
        cast.as(cast.bima())
                .body(Map.of("value", Map.of("answer", 1, "ask", 1), "version", 0))
                .put(BOLDNESS)
                .then()
                .statusCode(403);
        cast.as(cast.maya()).get("/api/settings").then().statusCode(200).body("settings.name", hasItem("boldness"));
    }

    private String decided() {
        return cast.as(cast.bima())
                .body(Map.of("text", "is there a place for cars", "language", "en"))
                .post("/api/bot/ask")
                .then()
                .statusCode(200)
                .extract()
                .path("decision");
    }

    private JsonPath standing() {
        return cast.as(cast.maya())
                .get(BOLDNESS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse set(Object value, int version) {
        return cast.as(cast.maya())
                .body(Map.of("value", value, "version", version))
                .put(BOLDNESS)
                .then();
    }
}
