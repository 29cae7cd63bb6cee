package dev.ramah.theme;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A rise is flagged, and what is said about it is read by everybody who opens the chat, as long as it stands. */
@RamahTest
class NoticesTest {

    private static final List<String> XYLOPHONES = List.of(
            "The xylophone I bought has two broken keys",
            "Two keys of my new xylophone are broken",
            "My xylophone came with broken keys",
            "Broken keys on the xylophone",
            "The xylophone has broken keys, two of them",
            "A xylophone with two keys broken off",
            "Keys of the xylophone broke on the first day",
            "The new xylophone is broken, two keys are off");

    @Inject
    Cast cast;

    @Inject
    Unhappy unhappy;

    @Inject
    Clock clock;

    @Test
    void aRiseIsFlaggedAndBecomesANoticeInTheReadersLanguageUntilItIsTakenDown() {
        unhappy.tell("en", 2, "Hello", "Something else a while ago", now().minus(Duration.ofDays(20)));
        int number = unhappy.theme(unhappy.tell("en", 1, XYLOPHONES).get(7).conversation());
        cast.as(cast.maya())
                .get("/api/themes/" + number)
                .then()
                .statusCode(200)
                .body("theme.rise.n", greaterThan(5))
                .body("notice", nullValue());

        Map<String, String> texts = Map.of("en", "We know about the xylophones.", "id", "Kami tahu soal gambang.");
        show(number, texts, null, now().plus(Duration.ofDays(1)))
                .statusCode(200)
                .body("notice.texts.en", equalTo("We know about the xylophones."))
                .body("notice.by.name", equalTo("Maya"));
        assertEquals(List.of("We know about the xylophones."), read("en", "xylophones"));
        assertEquals(List.of("Kami tahu soal gambang."), read("id", "gambang"));
        assertEquals(List.of("We know about the xylophones."), read("de", "xylophones"));
        when().get("/widget/news.js").then().statusCode(200).body(containsString("export function mount"));

        show(number, Map.of("en", "They are being replaced, the xylophones."), null, now().plus(Duration.ofDays(1)))
                .statusCode(200);
        assertEquals(List.of("They are being replaced, the xylophones."), read("en", "xylophones"));
        cast.as(cast.maya())
                .delete("/api/themes/" + number + "/notice")
                .then()
                .statusCode(200)
                .body("notice", nullValue());
        cast.as(cast.maya()).delete("/api/themes/" + number + "/notice").then().statusCode(200);
        assertEquals(List.of(), read("en", "xylophones"));
    }

    @Test
    void whatIsToComeIsNotShownYetAndNonsenseIsRefused() {
        int number = unhappy.theme(unhappy.tell(
                        "en",
                        1,
                        List.of(
                                "The banjo strings snapped at once",
                                "Banjo strings snapped on day one",
                                "My banjo came with snapped strings",
                                "All strings of the banjo snapped",
                                "Snapped banjo strings again"))
                .get(0)
                .conversation());
        Instant tomorrow = now().plus(Duration.ofDays(1));
        Map<String, String> texts = Map.of("en", "The banjos are here tomorrow.");
        show(number, texts, tomorrow, tomorrow.plus(Duration.ofDays(1))).statusCode(200);
        assertEquals(List.of(), read("en", "banjos"));
        show(number, Map.of(), null, tomorrow).statusCode(400).body("detail", containsString("texts"));
        show(number, Map.of("en", " "), null, tomorrow).statusCode(400);
        show(number, Map.of("english", "Hello"), null, tomorrow).statusCode(400);
        show(number, Map.of("en", "x".repeat(301)), null, tomorrow).statusCode(400);
        show(number, texts, null, now().minus(Duration.ofDays(1)))
                .statusCode(400)
                .body("detail", containsString("until"));
        show(number, texts, null, now().plus(Duration.ofDays(31)))
                .statusCode(400)
                .body("detail", containsString("30 days"));
        show(number, texts, null, null).statusCode(400);
        show(999999, texts, null, tomorrow).statusCode(404);
        cast.as(cast.ana())
                .body(Map.of("texts", texts, "until", tomorrow.toString()))
                .put("/api/themes/" + number + "/notice")
                .then()
                .statusCode(403);
        cast.as(cast.maya()).delete("/api/themes/" + number + "/notice").then().statusCode(200);
    }

    @Test
    void whatCustomersSaidAndWhatWasDoneIsToldWhileItIsOn() {
        int number = unhappy.theme(unhappy.tell(
                        "en",
                        1,
                        List.of(
                                "The sauna is closed every Sunday evening",
                                "Sauna closed on Sunday evening again",
                                "Why is the sauna closed on Sundays",
                                "On Sunday the sauna was closed",
                                "Closed sauna on a Sunday"))
                .get(0)
                .conversation());
        done(number, Map.of("en", "You said: the sauna is closed. We did: it is open."), true)
                .statusCode(200)
                .body("cure.doneShown", equalTo(true));
        assertEquals(1, read("en", "sauna").size());
        done(number, Map.of("en", "You said: the sauna is closed. We did: it is open."), false)
                .statusCode(200);
        assertEquals(List.of(), read("en", "sauna"));
        done(number, Map.of(), true).statusCode(400);
        assertTrue(read("en", "sauna").isEmpty());
    }

    private Instant now() {
        return clock.instant();
    }

    /** What somebody who reads this language is told, as far as it has this word. */
    private static List<String> read(String language, String word) {
        List<String> told = given().get("/api/widget?language=" + language)
                .then()
                .statusCode(200)
                .extract()
                .path("news.text");
        return told.stream().filter(each -> each.contains(word)).toList();
    }

    private ValidatableResponse show(
            int number, Map<String, String> texts, @Nullable Instant from, @Nullable Instant until) {
        Map<String, Object> body = new HashMap<>();
        body.put("texts", texts);
        body.put("from", from == null ? null : from.toString());
        body.put("until", until == null ? null : until.toString());
        return cast.as(cast.maya())
                .body(body)
                .put("/api/themes/" + number + "/notice")
                .then();
    }

    private ValidatableResponse done(int number, Map<String, String> texts, boolean shown) {
        return cast.as(cast.maya())
                .body(Map.of("texts", texts, "shown", shown))
                .put("/api/themes/" + number + "/done")
                .then();
    }
}
