package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.FakeModel;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
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
import java.util.concurrent.CountDownLatch;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chat model improves the brief in place, or the brief stays as it was: the model is played. */
@RamahTest
@TestProfile(WithChatModel.class)
class ImprovedBriefTest {

    private static final String WORDS = "My order 1057 did not arrive, write to tom@example.com";

    /** Only the prompt of the brief has it. */
    private static final String BRIEF = "is handed over to a person";

    private static final String IMPROVED = "{\"summary\":["
            + "{\"text\":\"Order 1057 did not arrive; answers go to [EMAIL_1].\",\"entries\":[1]},"
            + "{\"text\":\"He is known to be rich.\",\"entries\":[40]}],"
            + "\"tried\":[],\"open\":[{\"text\":\"Where the parcel is.\",\"entries\":[1]},{\"text\":\"A refund of 90.\",\"entries\":[1]}],"
            + "\"facts\":[{\"kind\":\"order\",\"value\":\"1057\",\"entry\":1},{\"kind\":\"place\",\"value\":\"Bali\",\"entry\":1}]}";

    @Inject
    Cast cast;

    @Inject
    Session entities;

    @Inject
    EmptyDesk emptyDesk;

    private final Present present = new Present();
    private FakeModel model;

    @BeforeEach
    void nobodyWaits() {
        emptyDesk.now();
        model = WithChatModel.played();
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
        model.close();
    }

    @Test
    void theBriefIsThereAtOnceAndTheImprovedOneFollowsOnTheOpenDeskOnce() {
        CountDownLatch open = new CountDownLatch(1);
        plays(200, IMPROVED, open);
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = waiting();
        JsonNode waits = bima.line().await(frame -> isAbout(frame, "waiting", tom));
        assertEquals(WORDS, waits.path("brief").path("request").asText());
        bima.watches(tom.conversation);
        JsonPath before = screen(tom);
        assertEquals(List.of(), before.getList("summaries"), "the model has said nothing yet");

        open.countDown();

        JsonNode summary = bima.line().await(frame -> isAbout(frame, "summary", tom));
        assertEquals(1, summary.path("gist").size(), summary.toString());
        assertEquals(
                "Order 1057 did not arrive; answers go to tom@example.com.",
                summary.path("gist").path(0).path("text").asText());
        assertEquals(1, summary.path("gist").path(0).path("entries").path(0).asInt());
        assertEquals(1, summary.path("open").size(), "a figure that nobody said is dropped");
        assertEquals(1, summary.path("facts").size(), "so is a fact that nobody said");
        assertEquals("guessed", summary.path("facts").path(0).path("source").asText());
        assertEquals(
                waits.path("brief").path("seq").asInt(), summary.path("seq").asInt());
        assertEquals("en", summary.path("language").asText());

        assertEquals(1, screen(tom).getList("summaries").size());
        assertEquals(before.getMap("briefs[0]"), screen(tom).getMap("briefs[0]"), "the brief itself is the log's");
        bima.takes(tom.conversation);
        bima.line().clear();
        bima.watches(tom.conversation);
        bima.line().await(frame -> isAbout(frame, "summary", tom));
        assertEquals(1, briefs().size(), "it was asked once");
        assertFalse(briefs().get(0).contains("tom@example.com"), briefs().get(0));
        assertTrue(briefs().get(0).contains("[EMAIL_1]"), briefs().get(0));
    }

    @Test
    void eachReaderGetsItInTheLanguageOfTheirPage() {
        plays(200, IMPROVED, new CountDownLatch(0));
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = waiting();
        bima.watches(tom.conversation);
        bima.line().await(frame -> isAbout(frame, "summary", tom));
        bima.send("hello", Map.of("token", bima.token, "language", "id"));
        bima.watches(tom.conversation);
        bima.line()
                .await(frame -> isAbout(frame, "summary", tom)
                        && frame.path("language").asText().equals("id"));
        assertEquals(2, briefs().size());
        assertTrue(briefs().get(0).contains("Write in English"), briefs().get(0));
        assertTrue(briefs().get(1).contains("Write in Indonesian"), briefs().get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "MODEL_DOWN, 500, ''",
        "MODEL_BUSY, 429, ''",
        "MODEL_NONSENSE, 200, 'I am sorry, but I cannot help with that.'",
        "MODEL_UNPROVED, 200, '{\"summary\":[{\"text\":\"All is well.\",\"entries\":[]}]}'",
        "MODEL_UNPROVED, 200, '{}'",
    })
    void whateverIsWrongWithTheModelTheBriefStaysAsItWas(String outcome, int status, String words) {
        plays(status, words, new CountDownLatch(0));
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = waiting();
        bima.watches(tom.conversation);
        Patience.until("the model was asked", () -> outcomes(tom).contains(outcome));
        assertEquals(List.of(), screen(tom).getList("summaries"));
        assertEquals(WORDS, screen(tom).getString("briefs[0].request"));
        assertTrue(bima.line().all().stream().noneMatch(frame -> isAbout(frame, "summary", tom)));
    }

    @Test
    void withTheCustomerGoesWhatWasMadeOfTheirWords() {
        plays(200, IMPROVED, new CountDownLatch(0));
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = waiting();
        bima.watches(tom.conversation);
        bima.line().await(frame -> isAbout(frame, "summary", tom));
        String customer = screen(tom).getString("customer.id");
        cast.as(cast.rani()).delete("/api/customers/" + customer).then().statusCode(200);
        assertEquals(List.of(), screen(tom).getList("summaries"));
        long left = entities.createNativeQuery(
                        "select count(*) from summary where conversation = ?1 and words is not null", Long.class)
                .setParameter(1, UUID.fromString(tom.conversation))
                .getSingleResult();
        assertEquals(0, left);
    }

    /** The bot hands everybody over; the brief gets these words. */
    private void plays(int status, String words, CountDownLatch before) {
        CountDownLatch now = new CountDownLatch(0);
        model.does(asked -> asked.contains(BRIEF)
                ? new FakeModel.Answer(status, words, before, now)
                : new FakeModel.Answer(200, FakeModel.handsOver("NEEDS_A_PERSON"), now, now));
    }

    private Visitor waiting() {
        Visitor tom = present.opened(Visitor.tom());
        tom.says(WORDS);
        tom.asksForPerson();
        return tom;
    }

    private List<String> briefs() {
        return model.asked().stream().filter(each -> each.contains(BRIEF)).toList();
    }

    private JsonPath screen(Visitor tom) {
        return cast.as(cast.bima())
                .get("/api/conversations/" + tom.conversation)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> outcomes(Visitor tom) {
        return entities.createNativeQuery("select outcome from model_call where conversation = ?1", String.class)
                .setParameter(1, UUID.fromString(tom.conversation))
                .getResultList();
    }

    private static boolean isAbout(JsonNode frame, String type, Visitor tom) {
        return frame.path("type").asText().equals(type)
                && frame.path("conversation").asText().equals(tom.conversation);
    }
}
