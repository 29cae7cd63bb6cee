package dev.ramah.bot;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RamahTest
class AskResourceTest {

    @Inject
    Cast cast;

    @Inject
    Shelves shelves;

    @BeforeEach
    void theShopExplainsItself() {
        shelves.empty();
        write("shipping-time", "How long does shipping take?", "Parcels to Java take two days and to Bali four days.");
        write("grind-size", "Which grind size do I need?", "Choose fine for espresso and coarse for a French press.");
        write("gift-wrapping", "Do you wrap gifts?", "Yes. Choose gift wrapping in the cart; it is free of charge.");
    }

    @Test
    void answersWithTheWordsOfTheArticleAndNamesIt() {
        ask("How long does the shipping take?")
                .body("decision", equalTo("answer"))
                .body("rule", equalTo("ANSWERED"))
                .body("article", equalTo("shipping-time"))
                .body("text", equalTo("Parcels to Java take two days and to Bali four days."))
                .body("citations[0].article", equalTo("shipping-time"))
                .body("alternatives[0].article", equalTo("shipping-time"))
                .body("alternatives.size()", lessThanOrEqualTo(5));
    }

    @Test
    void whatNoArticleSaysGoesToAPerson() {
        ask("Are you hiring truck drivers in Norway?")
                .body("decision", equalTo("escalate"))
                .body("rule", equalTo("NOTHING_FOUND"))
                .body("citations", hasSize(0));
    }

    @Test
    void aChangedArticleCountsInTheVeryNextQuestion() {
        String question = "Can I bring my own cup to the tasting room?";
        ask(question).body("decision", equalTo("escalate"));

        write("own-cup", "Can I bring my own cup to the tasting room?", "Yes, any cup below 400 ml.");
        ask(question).body("decision", equalTo("answer")).body("text", equalTo("Yes, any cup below 400 ml."));

        write("own-cup", "Can I bring my own cup to the tasting room?", "No, we have enough of them here.");
        ask(question).body("text", equalTo("No, we have enough of them here."));

        cast.as(cast.maya()).delete("/api/articles/own-cup").then().statusCode(204);
        ask(question).body("decision", equalTo("escalate"));
    }

    @Test
    void anArticleJustPublishedIsTheAnswerToItsQuestionWhateverElseItSays() throws IOException {
        try (InputStream shop = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("world/articles.ndjson"))) {
            shelves.hold(new String(shop.readAllBytes(), StandardCharsets.UTF_8));
        }
        String question = "How do I descale the Wippler 3000?";
        String clutter = IntStream.range(0, 60)
                .mapToObj(i -> "<script src=//elsewhere.example/" + i + ".js> alert(" + i + ") </script>")
                .collect(Collectors.joining("\n\n"));
        cast.as(cast.maya())
                .body(Map.of(
                        "title",
                        question + " <script>alert(1)</script>",
                        "body",
                        "With citric acid.\n\n" + clutter,
                        "questions",
                        List.of(question, "<script>")))
                .put("/api/articles/wippler")
                .then()
                .statusCode(200);

        ask(question).body("decision", equalTo("answer")).body("article", equalTo("wippler"));

        Patience.until("the article is read", shelves::embedded);
        ask("how can I descale my Wippler 3000")
                .body("decision", equalTo("answer"))
                .body("article", equalTo("wippler"));
    }

    @Test
    void aTopicThatNeedsAPersonIsNotAnswered() {
        cast.as(cast.maya())
                .body(Map.of("title", "My beans arrived damaged", "body", "We replace them.", "tags", List.of("d")))
                .put("/api/articles/damaged")
                .then()
                .statusCode(200);
        ask("My beans arrived damaged").body("decision", equalTo("answer"));

        cast.as(cast.maya())
                .body(List.of(Map.of("tag", "d", "needsPerson", true)))
                .put("/api/topics");

        ask("My beans arrived damaged")
                .body("decision", equalTo("escalate"))
                .body("rule", equalTo("NEEDS_A_PERSON"))
                .body("article", equalTo("damaged"))
                .body("confidence", greaterThan(0.5f));
    }

    @Test
    void indonesianIsAnsweredFromIndonesianArticles() {
        cast.as(cast.maya())
                .body(Map.of("title", "Berapa lama pengiriman?", "body", "Dua hari ke Jawa.", "language", "id"))
                .put("/api/articles/shipping-time?language=id")
                .then()
                .statusCode(200);

        askIn("id", "Pengiriman berapa lama?").body("text", equalTo("Dua hari ke Jawa."));
        askIn("id", "halo kak").body("rule", equalTo("GREETED")).body("text", containsString("Halo!"));
    }

    @Test
    void refusesWhatIsNoQuestion() {
        cast.as(cast.bima())
                .body(Map.of("text", "  "))
                .post("/api/bot/ask")
                .then()
                .statusCode(400);
        cast.as(cast.bima())
                .body(Map.of("text", "x".repeat(4_001)))
                .post("/api/bot/ask")
                .then()
                .statusCode(422);
        cast.as(cast.bima())
                .body(Map.of("text", "x", "risk", 2))
                .post("/api/bot/ask")
                .then()
                .statusCode(400);
        given().post("/api/bot/ask").then().statusCode(401).body("article", nullValue());
    }

    private ValidatableResponse ask(String question) {
        return askIn("en", question);
    }

    private ValidatableResponse askIn(String language, String question) {
        return cast.as(cast.bima())
                .body(Map.of("text", question, "language", language))
                .post("/api/bot/ask")
                .then()
                .statusCode(200);
    }

    private void write(String article, String title, String body) {
        cast.as(cast.maya())
                .body(Map.of("title", title, "body", body))
                .put("/api/articles/" + article)
                .then()
                .statusCode(200);
    }
}
