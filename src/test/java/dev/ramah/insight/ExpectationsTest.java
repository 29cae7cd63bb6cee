package dev.ramah.insight;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Stories;
import dev.ramah.expectation.Example;
import dev.ramah.expectation.Expectation;
import dev.ramah.expectation.Trait;
import dev.ramah.expectation.Traits;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day in May 2013: one customer was upset and waited for an hour, one had no reason to complain; nobody gave a mark. */
@RamahTest
class ExpectationsTest {

    private static final Instant DAY = Instant.parse("2013-05-20T08:00:00Z");
    private static final String DAYS = "from=2013-05-20&to=2013-05-21";

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Expectations expectations;

    @AfterEach
    void nothingIsLearned() {
        expectations.keep(Expectation.of(List.of()));
    }

    @Test
    void whatIsExpectedStandsBesideTheConversationWithItsReasons() {
        twoConversations();
        expectations.keep(Expectation.of(world(each -> 4 * each - 2)));
        cast.as(cast.maya())
                .get("/api/reports/expectation?" + DAYS)
                .then()
                .statusCode(200)
                .body("shown", equalTo(true))
                .body("episodes", equalTo(2))
                .body("unhappy", greaterThan(0.3f))
                .body("quality.ratings", equalTo(400))
                .body("leans[0].trait", equalTo("upset"));
        cast.as(cast.maya())
                .get("/api/reports/episodes?what=ended&" + DAYS)
                .then()
                .statusCode(200)
                .body("items.find { it.reason == 'UPSET' }.expected.because", contains("upset"))
                .body("items.find { it.reason == 'UPSET' }.expected.unhappy", greaterThan(0.7f))
                .body("items.find { it.reason != 'UPSET' }.expected.because", hasSize(0))
                .body("items.find { it.reason == 'UPSET' }.csat", nullValue())
                // Bima was there, and is not named beside it.
                .body("items.find { it.reason == 'UPSET' }.people", nullValue())
                .body("items.find { it.reason != 'UPSET' }.people", hasSize(0))
                .body(not(containsString("Bima")));
    }

    @Test
    void howTheirMoodWentIsAReason() {
        Instant day = DAY.plus(Duration.ofDays(2));
        stories.tell(new Stories.Opening("expected-rose", UUID.randomUUID(), "", "en", null, day), story -> {
            story.customerSays(day, "Do you ship to Bali?");
            story.customerSays(day.plusSeconds(30), "Ini mengecewakan sekali, saya marah");
            story.customerResolves(day.plusSeconds(60), null);
        });
        stories.tell(new Stories.Opening("expected-settled", UUID.randomUUID(), "", "en", null, day), story -> {
            story.customerSays(day, "This is outrageous");
            story.customerSays(day.plusSeconds(30), "Ah, I see. Thank you");
            story.customerResolves(day.plusSeconds(70), null);
        });
        expectations.keep(Expectation.of(world(Trait.ROSE, each -> 4 * each - 2)));
        cast.as(cast.maya())
                .get("/api/reports/episodes?what=ended&from=2013-05-22&to=2013-05-23")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[1].expected.because", contains("rose"))
                .body("items[0].expected.because", hasSize(0));
        expectations.keep(Expectation.of(world(Trait.SETTLED, each -> -4 * each + 1)));
        cast.as(cast.maya())
                .get("/api/reports/episodes?what=ended&from=2013-05-22&to=2013-05-23")
                .then()
                .body("items[0].expected.against", contains("settled"))
                .body("items[1].expected.against", hasSize(0));
    }

    @Test
    void itIsNotShownByPersonNorSavedWithTheirNames() {
        twoConversations();
        expectations.keep(Expectation.of(world(each -> 4 * each - 2)));
        String byBima = "/api/reports/episodes?what=ended&by=agent&key=Bima&" + DAYS;
        cast.as(cast.maya())
                .get(byBima)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].people", contains("Bima"))
                .body(not(containsString("expected")));
        for (String by : List.of("alone", "took_part")) {
            cast.as(cast.maya())
                    .get("/api/reports/episodes?what=ended&by=" + by + "&key=Bima&" + DAYS)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(by.equals("alone") ? 1 : 0))
                    .body(not(containsString("expected")));
        }
        cast.as(cast.maya())
                .accept("text/csv")
                .get("/api/reports/episodes?what=ended&" + DAYS)
                .then()
                .statusCode(200)
                .body(not(containsString("expected")));
        cast.as(cast.maya())
                .accept("application/x-ndjson")
                .get("/api/reports/episodes?what=ended&" + DAYS)
                .then()
                .statusCode(200)
                .body(not(containsString("expected")));
    }

    @Test
    void whatDoesNotBeatTheBaseRateIsHiddenAndWhyIsTold() {
        twoConversations();
        expectations.keep(Expectation.of(world(each -> -1)));
        cast.as(cast.maya())
                .get("/api/reports/expectation?" + DAYS)
                .then()
                .statusCode(200)
                .body("shown", equalTo(false))
                .body("unhappy", nullValue())
                .body("leans", hasSize(0))
                .body("quality.ratings", equalTo(400));
        cast.as(cast.maya())
                .get("/api/reports/episodes?what=ended&" + DAYS)
                .then()
                .body("items.expected", contains(nullValue(), nullValue()));
        expectations.keep(Expectation.of(List.of()));
        cast.as(cast.maya())
                .get("/api/reports/expectation?" + DAYS)
                .then()
                .body("shown", equalTo(false))
                .body("quality", nullValue())
                .body("fewestRatings", equalTo(300));
    }

    @Test
    void itIsLearnedFromTheMarksOfTheLog() {
        String name = "expected-rated-" + UUID.randomUUID();
        Instant at = DAY.plusSeconds(200_000);
        expectations.learn();
        int before = expectations.learned().orElseThrow().expectation().ratings();
        stories.tell(new Stories.Opening(name, UUID.randomUUID(), "", "en", null, at), story -> {
            story.customerSays(at, "Where is it?");
            story.customerResolves(at.plusSeconds(10), true);
            story.customerRates(at.plusSeconds(20), 2, null, null);
        });
        expectations.learn();
        assertEquals(
                before + 1, expectations.learned().orElseThrow().expectation().ratings());
    }

    @Test
    void onlyManagersReadIt() {
        given().get("/api/reports/expectation").then().statusCode(401);
        cast.as(cast.bima()).get("/api/reports/expectation").then().statusCode(403);
    }

    private void twoConversations() {
        if (stories.isTold("expected-upset")) {
            return;
        }
        Author bima = Author.agent(cast.bima().id(), "Bima");
        stories.tell(new Stories.Opening("expected-calm", UUID.randomUUID(), "", "en", null, DAY), story -> {
            story.customerSays(DAY, "Do you ship to Bali?");
            story.customerResolves(DAY.plusSeconds(60), true);
        });
        stories.tell(new Stories.Opening("expected-upset", UUID.randomUUID(), "", "en", null, DAY), story -> {
            story.customerSays(DAY, "This is outrageous");
            story.botHandsOver(DAY.plusSeconds(1), "UPSET");
            story.agentTakes(DAY.plusSeconds(3_600), bima);
            story.agentSays(DAY.plusSeconds(3_620), bima, "I am sorry.");
            story.agentResolves(DAY.plusSeconds(3_700), bima);
        });
    }

    private static List<Example> world(ToDoubleFunction<Double> logit) {
        return world(Trait.UPSET, logit);
    }

    /** Two thousand marks in which only one trait may matter. */
    private static List<Example> world(Trait trait, ToDoubleFunction<Double> logit) {
        Random random = new Random(11);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            boolean so = random.nextInt(3) == 0;
            double chance = 1 / (1 + Math.exp(-logit.applyAsDouble(so ? 1.0 : 0.0)));
            examples.add(new Example(
                    DAY.plusSeconds(i),
                    Traits.none().with(trait, so).with(Trait.WAITED, random.nextDouble()),
                    random.nextDouble() < chance));
        }
        return examples;
    }
}
