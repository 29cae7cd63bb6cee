package dev.ramah.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.cast.FakeModel;
import dev.ramah.cast.FakeModel.Answer;
import dev.ramah.cast.WithChatModel;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chat model plays the customer and marks the tone; a played one does here. */
@RamahTest
@TestProfile(WithChatModel.class)
class PlayedTest {

    /** Only the prompt of the tone has it. */
    private static final String TONE = "Mark the tone of the agent's lines";

    private static final String TONE_SAID =
            "{\"summary\":[{\"text\":\"It takes up the anger.\",\"entries\":[2]}],\"tried\":[],\"open\":[],"
                    + "\"facts\":[{\"kind\":\"points\",\"value\":\"90\",\"entry\":2}]}";

    @Inject
    Cast cast;

    @Inject
    Repertoires repertoires;

    @Inject
    ObjectMapper json;

    private FakeModel model;
    private String attempt = "";

    @BeforeEach
    void somebodyPlays() {
        model = WithChatModel.played();
    }

    @AfterEach
    void nobodyPlays() {
        model.close();
    }

    private static Answer said(String words) {
        return new Answer(200, words, new CountDownLatch(0), new CountDownLatch(0));
    }

    private void begin() {
        String title = "Played " + UUID.randomUUID();
        Plot plot = Plot.of(
                title,
                "en",
                "Robin Marsh",
                "UPSET",
                List.of(
                        new Plot.Line(1, Who.CUSTOMER, "My order 7001 is late and nobody answers"),
                        new Plot.Line(2, Who.AGENT, "I look."),
                        new Plot.Line(3, Who.CUSTOMER, "As recorded.")),
                List.of());
        repertoires.offer(json.valueToTree(plot), cast.maya().ref());
        String scenario = cast.as(cast.bima())
                .get("/api/practice")
                .then()
                .statusCode(200)
                .extract()
                .path("scenarios.find { it.title == '" + title + "' }.id");
        attempt = cast.as(cast.bima())
                .body(Map.of("scenario", scenario, "clientId", UUID.randomUUID().toString()))
                .post("/api/practice/attempts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void theModelPlaysTheCustomerAndMarksTheTone() {
        model.does(asked ->
                said(asked.contains(TONE) ? TONE_SAID : FakeModel.answer("At last somebody who reads it.", 1)));
        begin();
        say("I am sorry, I read that 7001 is late.");
        JsonPath heard = heard();
        assertEquals("At last somebody who reads it.", heard.getString("talk[2].text"));
        assertEquals(Actor.MODEL, heard.getString("talk[2].how"));
        JsonPath ended = cast.as(cast.bima())
                .post("/api/practice/attempts/" + attempt + "/end")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(90, ended.getInt("marks.find { it.criterion == 'tone' }.points"));
        assertEquals("It takes up the anger.", ended.getString("marks.find { it.criterion == 'tone' }.reason"));
    }

    @Test
    void whenItInventsOrFailsTheCustomerSaysWhatWasRecorded() {
        model.does(asked -> said(FakeModel.answer("My order is 99999.", 1)));
        begin();
        say("Which order is late?");
        assertEquals("As recorded.", heard().getString("talk[2].text"));
        model.refuses(500);
        say("I look into it.");
        assertFalse(heard().getString("talk[4].text").isBlank());
        JsonPath ended = cast.as(cast.bima())
                .post("/api/practice/attempts/" + attempt + "/end")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertNull(ended.get("marks.find { it.criterion == 'tone' }.points"));
    }

    @Test
    void whatIsSaidInAnotherTabWhileItIsMarkedCountsAsWell() {
        CountDownLatch marks = new CountDownLatch(1);
        model.does(asked -> asked.contains(TONE)
                ? new Answer(200, TONE_SAID, marks, new CountDownLatch(0))
                : said(FakeModel.answer("At last somebody who reads it.", 1)));
        begin();
        say("I am sorry, I read that 7001 is late.");
        heard();
        CompletableFuture<JsonPath> ended = CompletableFuture.supplyAsync(() -> cast.as(cast.bima())
                .post("/api/practice/attempts/" + attempt + "/end")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
        Patience.until("it is being marked", () -> tones().size() == 1);
        say("And another one is on its way.");
        marks.countDown();
        assertTrue(ended.join().getList("talk.text").contains("And another one is on its way."));
        assertTrue(tones().get(tones().size() - 1).contains("another one is on its way"), "it is marked with it");
    }

    private List<String> tones() {
        return model.asked().stream().filter(each -> each.contains(TONE)).toList();
    }

    private void say(String text) {
        cast.as(cast.bima())
                .body(Map.of("clientId", UUID.randomUUID().toString(), "text", text))
                .post("/api/practice/attempts/" + attempt + "/answers")
                .then()
                .statusCode(200);
    }

    /** It takes a moment until the customer has said something. */
    private JsonPath heard() {
        Patience.until("the customer has answered", () -> screen().getString("talk[-1].by")
                .equals("customer"));
        return screen();
    }

    private JsonPath screen() {
        return cast.as(cast.bima())
                .get("/api/practice/attempts/" + attempt)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
