package dev.ramah.replies;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies that may fit: from the articles, and from how it was solved before, with nothing of anybody in them. */
@RamahTest
class SuggestionsTest {

    @Inject
    Cast cast;

    @Inject
    Shelves shelves;

    private final Present present = new Present();

    @BeforeEach
    void anArticle() {
        shelves.empty();
        shelves.hold(
                "delivery-times",
                "How long does delivery take?",
                "Parcels to Java take two days and to Bali four days after they leave our warehouse.");
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void fromTheArticlesWithTheirCitation() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = takenBy(bima);
        tom.says("How long does the delivery take?");
        fitting(cast.bima(), tom)
                .body("suggestions[0].kind", equalTo("article"))
                .body("suggestions[0].text", containsString("Bali four days"))
                .body("suggestions[0].citations.article", contains("delivery-times"));
        bima.says(tom.conversation, "Four days to Bali.");
        fitting(cast.bima(), tom).body("suggestions", empty()).body("seq", equalTo(0));
    }

    @Test
    void aNewQuestionAfterAnOldOneFindsItsArticle() {
        shelves.hold(
                "descaling",
                "How do I descale the machine?",
                "Fill the tank with the descaler, press both buttons for five seconds and let it run.");
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = takenBy(bima);
        tom.says("How do I descale the machine?");
        tom.says("It is the big espresso machine with two buttons and a tank");
        fitting(cast.bima(), tom).body("suggestions[0].citations.article", contains("descaling"));
        tom.says("How long does the delivery take?");
        fitting(cast.bima(), tom).body("suggestions[0].citations.article", contains("delivery-times"));
        tom.says("to Bali");
        fitting(cast.bima(), tom).body("suggestions.citations.article.flatten()", hasItem("delivery-times"));
    }

    @Test
    void fromHowItWasSolvedBeforeWithNothingOfTheOtherCustomer() {
        Agent bima = present.sitsDown(cast.bima());
        String thing = "quern" + UUID.randomUUID().toString().substring(0, 4).replaceAll("\\d", "x");
        Visitor sari = present.opened(Visitor.arrives(Map.of("name", "Sari Wulandari", "language", "en")));
        sari.says("My " + thing + " makes a grinding noise when I start it.");
        sari.asksForPerson();
        bima.takes(sari.conversation);
        bima.says(
                sari.conversation,
                "Hi Sari! Take off the lid and clean the burr with a dry brush, then start it without beans. Your order 1042 has a spare one.");
        bima.resolves(sari.conversation);

        Visitor tom = takenBy(bima);
        tom.says("My " + thing + " makes a grinding noise when I start it up");
        fitting(cast.bima(), tom)
                .body(
                        "suggestions.findAll { it.kind == 'solved' }.text",
                        hasItem(containsString("clean the burr with a dry brush")))
                .body("suggestions.text", not(hasItem(containsString("Sari"))))
                .body("suggestions.text", not(hasItem(containsString("1042"))));

        cast.as(cast.rani()).delete("/api/customers/" + customer(sari)).then().statusCode(200);
        fitting(cast.bima(), tom).body("suggestions.findAll { it.kind == 'solved' }", empty());
    }

    @Test
    void whatAnotherTeamSolvedIsNotToldToWhoMayNotReadIt() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        String thing = "boiler" + UUID.randomUUID().toString().substring(0, 4).replaceAll("\\d", "x");
        Visitor sari = takenBy(bima);
        sari.says("The " + thing + " whistles at night, why?");
        bima.does("transfer", sari.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A machine"));
        ana.takes(sari.conversation);
        ana.says(sari.conversation, "Turn the small valve at the back until the whistling stops, that is all.");
        ana.resolves(sari.conversation);
        Visitor tom = takenBy(bima);
        tom.says("The " + thing + " whistles at night, why is that?");
        fitting(cast.bima(), tom).body("suggestions.text", not(hasItem(containsString("small valve"))));
        fitting(cast.ana(), tom).body("suggestions.text", hasItem(containsString("small valve")));
    }

    @Test
    void whatBecameOfThemIsCountedOnceAndWithoutText() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = takenBy(bima);
        tom.says("How long does the delivery take?");
        int seq = fitting(cast.bima(), tom).extract().path("seq");
        int before = used();
        for (int i = 0; i < 2; i++) {
            became(cast.bima(), tom, seq, "used").statusCode(204);
        }
        assertEquals(before + 1, used());
        became(cast.bima(), tom, seq + 100, "used").statusCode(400);
        became(cast.bima(), tom, seq, "loved").statusCode(400);
        cast.as(cast.bima()).get("/api/suggestions/tally").then().statusCode(403);
    }

    @Test
    void inAnotherTeamsConversationNothingIsSuggestedOrCounted() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = takenBy(bima);
        tom.says("How long does the delivery take?");
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A machine"));
        cast.as(cast.bima()).get(path(tom)).then().statusCode(403);
        became(cast.bima(), tom, 1, "used").statusCode(403);
        given().auth().oauth2(tom.token).get(path(tom)).then().statusCode(401);
    }

    private Visitor takenBy(Agent agent) {
        Visitor tom = present.waiting();
        agent.takes(tom.conversation);
        return tom;
    }

    private ValidatableResponse fitting(Colleague who, Visitor customer) {
        return cast.as(who).get(path(customer)).then().statusCode(200);
    }

    private ValidatableResponse became(Colleague who, Visitor customer, int seq, String outcome) {
        return cast.as(who)
                .body(Map.of("seq", seq, "kind", "article", "outcome", outcome))
                .post(path(customer))
                .then();
    }

    private int used() {
        return cast.as(cast.maya())
                .get("/api/suggestions/tally")
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("suggestions.find { it.kind == 'article' }.used");
    }

    private String customer(Visitor visitor) {
        return cast.as(cast.bima())
                .get("/api/conversations/" + visitor.conversation)
                .then()
                .statusCode(200)
                .extract()
                .path("customer.id");
    }

    private static String path(Visitor customer) {
        return "/api/conversations/" + customer.conversation + "/suggestions";
    }
}
