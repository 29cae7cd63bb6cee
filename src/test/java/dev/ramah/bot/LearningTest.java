package dev.ramah.bot;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Visitor;
import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a question that nobody wrote an article for to the bot's answer to it. */
@RamahTest
class LearningTest {

    private static final String ANSWER =
            "Our glass-lined travel mugs keep coffee hot for five hours; fill them to the rim.";

    @Inject
    Cast cast;

    @Inject
    Shelves shelves;

    @BeforeEach
    void theShopExplainsItself() {
        shelves.empty();
        shelves.hold("shipping", "How long does shipping take?", "Two days to Java.");
        shelves.hold("wrapping", "Do you wrap gifts?", "Yes, free of charge.");
        shelves.hold("grind", "Which grind size do I need?", "Fine for espresso.");
    }

    @Test
    void whatAPersonAnsweredIsTheBotsNextAnswerOnceSomebodyApprovesIt() {
        String question = "How many hours does the travel mug " + UUID.randomUUID() + " keep coffee hot?";
        askedInVain(question);
        askedInVain(question + " please");

        String gap = gapOf(question);
        long draft = maya().body("{}")
                .post("/api/gaps/" + gap + "/draft")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("draft");
        maya().get("/api/drafts/" + draft)
                .then()
                .body("text.body", equalTo(ANSWER))
                .body("text.questions", hasSize(1))
                .body("madeBy", equalTo("Maya"))
                .body("similar", hasSize(0));
        ask(question).then().body("decision", equalTo("escalate"));

        String article = maya().post("/api/drafts/" + draft + "/publish")
                .then()
                .statusCode(200)
                .extract()
                .path("article");

        ask(question).then().body("decision", equalTo("answer")).body("text", equalTo(ANSWER));
        maya().get("/api/drafts/" + draft).then().statusCode(404);
        JsonPath closed = maya().get("/api/gaps").jsonPath();
        Map<String, Object> filled = closed.getMap("closed.find { it.article == '%s' }".formatted(article));
        assertEquals(2, filled.get("before"));
        assertEquals(0, filled.get("after"));
        assertNull(gapOf(question));
    }

    @Test
    void aDraftCanJoinTheArticleThatSaysTheSame() {
        String question = "Who repairs bicycles in Norway " + UUID.randomUUID() + "?";
        askedInVain(question);
        long draft = maya().body(Map.of("answer", "Yes."))
                .post("/api/gaps/" + gapOf(question) + "/draft")
                .jsonPath()
                .getLong("draft");

        maya().post("/api/drafts/" + draft + "/join/wrapping").then().statusCode(200);

        ask(question).then().body("article", equalTo("wrapping")).body("decision", equalTo("answer"));
    }

    @Test
    void whoIsForgottenIsForgottenInGapsAndDraftsToo() {
        String question = "Is there a discount for left-handed baristas " + UUID.randomUUID() + "?";
        String conversation = askedInVain(question);
        long draft = maya().body("{}")
                .post("/api/gaps/" + gapOf(question) + "/draft")
                .jsonPath()
                .getLong("draft");

        String customer = maya().get("/api/conversations/" + conversation).path("customer.id");
        cast.as(cast.rani()).delete("/api/customers/" + customer).then().statusCode(200);

        maya().get("/api/drafts/" + draft).then().statusCode(404);
        assertTrue(maya().get("/api/gaps").asString().indexOf(question) < 0);
    }

    @Test
    void theBenchSaysWhatPassesWhatChangedAndWhatWouldBreak() {
        String shipping = "how long does shipping take";
        String drivers = "Are you hiring truck drivers in Norway?";
        maya().body(List.of(Map.of("text", shipping, "article", "shipping"), Map.of("text", drivers, "language", "en")))
                .post("/api/bench")
                .then()
                .statusCode(200);
        row(maya().post("/api/bench/run").jsonPath(), shipping, "passed", true);

        shelves.hold("hiring", drivers, "No.");
        JsonPath run = maya().post("/api/bench/run").jsonPath();
        row(run, shipping, "passed", true);
        row(run, drivers, "passed", false);
        row(run, drivers, "passedBefore", true);
        row(run, drivers, "article", "hiring");

        maya().body(Map.of("article", "shipping", "title", "What about something else?", "body", "Else."))
                .post("/api/bench/check")
                .then()
                .body("breaks", hasSize(1))
                .body("breaks[0].text", equalTo(shipping))
                .body("breaks[0].expected", equalTo("shipping"));
        ask(shipping).then().body("article", equalTo("shipping"));

        int first = run.getInt("find { it.text == '%s' }.question".formatted(drivers));
        maya().delete("/api/bench/" + first).then().statusCode(204);
        maya().get("/api/bench").then().body("text", not(hasItem(drivers)));
        cast.as(cast.bima()).get("/api/bench").then().statusCode(403).body("text", nullValue());
    }

    @Test
    void eachRiskShowsWhatItWouldHaveDoneWithWhatWasAsked() {
        String question = "How long does the shipping take " + UUID.randomUUID() + "?";
        askedOf(question).close();

        JsonPath tried = maya().get("/api/bot/risks?answer=0.5&ask=0.5").jsonPath();

        int all = tried.getList("questions").size();
        List<Integer> answered = tried.getList("values.answered");
        assertTrue(answered.get(0) <= answered.get(answered.size() - 1), answered::toString);
        for (int i = 0; i < answered.size(); i++) {
            String value = "values[" + i + "].";
            assertEquals(all, answered.get(i) + tried.getInt(value + "asked") + tried.getInt(value + "handedOver"));
        }
        assertEquals("shipping", tried.getString("questions.find { it.text == '%s' }.article".formatted(question)));
        maya().get("/api/bot/risks?answer=2").then().statusCode(400);
    }

    @Test
    void anArticleCountsItsAnswers() {
        Visitor tom = askedOf("How long does shipping take?");
        int seq = tom.line()
                .await(each -> each.path("citations").size() == 1)
                .path("seq")
                .asInt();
        int before = used("notHelpful");
        tom.does("thumb", Map.of("seq", seq, "up", false));
        tom.line().awaitEntry("escalated");
        tom.close();

        assertEquals(before + 1, used("notHelpful"));
        assertTrue(used("used") > 0 && used("handedOver") > 0);
    }

    private int used(String what) {
        Integer found = cast.as(cast.bima())
                .get("/api/bot/articles")
                .jsonPath()
                .get("find { it.article == 'shipping' }." + what);
        return found == null ? 0 : found;
    }

    private static void row(JsonPath run, String text, String field, Object expected) {
        Object found = run.get("find { it.text == '%s' }.result.%s".formatted(text, field));
        assertEquals(expected, found);
    }

    private RequestSpecification maya() {
        return cast.as(cast.maya());
    }

    private Response ask(String question) {
        return maya().body(Map.of("text", question, "language", "en")).post("/api/bot/ask");
    }

    private @Nullable String gapOf(String question) {
        return maya().get("/api/gaps")
                .jsonPath()
                .getString("open.find { it.question.startsWith('%s') }.gap".formatted(question));
    }

    private static Visitor askedOf(String question) {
        Visitor tom = Visitor.tom();
        tom.says(question);
        return tom;
    }

    /** The bot hands over, Bima answers and ends it. */
    private String askedInVain(String question) {
        Visitor tom = askedOf(question);
        tom.line().awaitEntry("escalated");
        try (Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            bima.takes(tom.conversation);
            bima.says(tom.conversation, ANSWER);
            bima.resolves(tom.conversation);
        }
        tom.close();
        return tom.conversation;
    }
}
