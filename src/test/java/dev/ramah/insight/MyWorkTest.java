package dev.ramah.insight;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Cause;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Stories;
import dev.ramah.conversation.Story;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.quarkus.arc.All;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day in June 2018: Bima had one conversation alone and one together with Ana, and both went badly. */
@RamahTest
class MyWorkTest {

    private static final String DAY = "?from=2018-06-04&to=2018-06-05";
    private static final String LATER = "?from=2018-06-06&to=2018-06-07";
    private static final int TWO_DAYS = 2 * 24 * 60;
    private static final int CAUSES = 4 * 24 * 60;
    private static final String CAUSES_DAY = "?from=2018-06-08&to=2018-06-09";
    private static final int MANY = 6 * 24 * 60;
    private static final String MANY_DAY = "?from=2018-06-10&to=2018-06-11";

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Conversations conversations;

    @All
    @Inject
    List<Forgets> rooms;

    @BeforeEach
    void aDay() {
        Author bima = Author.agent(cast.bima().id(), "Bima");
        Author ana = Author.agent(cast.ana().id(), "Ana");
        tell("june-alone", story -> {
            story.customerSays(at(0), "Where is it?");
            story.agentTakes(at(10), bima);
            story.agentSays(at(20), bima, "I look");
            story.agentResolves(at(30), bima);
        });
        if (!stories.isTold("june-together")) {
            tell("june-together", story -> {
                story.customerSays(at(60), "It broke");
                story.agentTakes(at(70), bima);
                story.agentSays(at(80), bima, "My colleague knows");
            });
            ConversationRef together =
                    conversations.openedAs("june-together").orElseThrow().conversation();
            conversations.take(together, ana, true, null).join();
            conversations.agentSays(together, ana, "june-1", "I do").join();
            conversations.agentResolves(together, ana, "june-2").join();
        }
    }

    @Test
    void aloneAndTogetherStandApartAndNobodyElseReadsThem() {
        read(cast.bima(), "")
                .body("alone.episodes", equalTo(1))
                .body("tookPart.episodes", equalTo(1))
                .body("alone.causes.person", equalTo(0));
        read(cast.ana(), "").body("alone.episodes", equalTo(0)).body("tookPart.episodes", equalTo(1));
        given().get("/api/my-work").then().statusCode(401);
        cast.as(cast.ana())
                .get("/api/my-work/of/" + cast.bima().id() + DAY)
                .then()
                .statusCode(403);
        cast.as(cast.maya())
                .get("/api/my-work/of/" + cast.bima().id() + DAY)
                .then()
                .statusCode(200)
                .body("name", equalTo("Bima"))
                .body("alone.wait", equalTo(0))
                .body("episodes", nullValue());
    }

    @Test
    void whoeverWasInItNotesSomethingAndItGoesWithTheCustomer() {
        String conversation = "june-rated-" + UUID.randomUUID();
        Author bima = Author.agent(cast.bima().id(), "Bima");
        stories.tell(
                new Stories.Opening(conversation, UUID.randomUUID(), "", "en", null, at(TWO_DAYS + 200)), story -> {
                    story.customerSays(at(TWO_DAYS + 200), "Where is it?");
                    story.agentTakes(at(TWO_DAYS + 210), bima);
                    story.agentSays(at(TWO_DAYS + 220), bima, "I look");
                    story.agentResolves(at(TWO_DAYS + 230), bima);
                    story.customerRates(at(TWO_DAYS + 240), 1, null, "Too slow");
                });
        var state = conversations.openedAs(conversation).orElseThrow();
        conversations
                .customerRates(
                        state.conversation(),
                        "cause-" + conversation,
                        new Happened.Rated(1, null, null, null, null, Cause.WAIT, null))
                .join();
        String id = state.conversation().id().toString();
        String note = "/api/my-work/episodes/" + id + "/1/note";
        put(cast.bima(), note, "The courier was late.").statusCode(200);
        put(cast.ana(), note, "Not mine.").statusCode(404);
        String mine = "items.findAll { it.conversation == '" + id + "' }";
        read(cast.bima(), "/episodes", LATER)
                .body(mine + ".note", contains("The courier was late."))
                .body(mine + ".cause", contains("WAIT"))
                .body(mine + ".comment", contains("Too slow"))
                .body(mine + ".others", contains(hasSize(0)));
        cast.as(cast.maya())
                .get("/api/my-work/of/" + cast.bima().id() + LATER)
                .then()
                .body("low.findAll { it.conversation == '" + id + "' }.note", contains("The courier was late."));
        rooms.forEach(each -> each.forget(state.customer()));
        read(cast.bima(), "/episodes", LATER).body(mine + ".note", contains(nullValue()));
    }

    @Test
    void causesOfLowMarksAreThereEachAsOftenAsItWasNamed() {
        rated("june-wait", CAUSES, Cause.WAIT);
        rated("june-wait-again", CAUSES, Cause.WAIT);
        rated("june-rule", CAUSES, Cause.RULE);
        Map<String, Integer> named = Map.of("answer", 0, "wait", 2, "rule", 1, "person", 0, "product", 0);
        Map<String, Integer> none = Map.of("answer", 0, "wait", 0, "rule", 0, "person", 0, "product", 0);
        read(cast.bima(), "", CAUSES_DAY).body("alone.causes", equalTo(named)).body("tookPart.causes", equalTo(none));
        cast.as(cast.maya())
                .get("/api/my-work/of/" + cast.bima().id() + CAUSES_DAY)
                .then()
                .body("alone", equalTo(named))
                .body("tookPart", equalTo(none))
                .body("low.cause", containsInAnyOrder("WAIT", "WAIT", "RULE"))
                .body("more", equalTo(false));
    }

    /** A log can't be written in the past with two people in it: what happens today is set beside what was there before. */
    @Test
    void ofWhatTwoWereInBothTookPartAndNeitherHadIt() {
        Author bima = Author.agent(cast.bima().id(), "Bima");
        Author ana = Author.agent(cast.ana().id(), "Ana");
        List<Integer> before = products();
        ConversationRef together =
                conversations.open(UUID.randomUUID(), "", "en", null, null).conversation();
        conversations.customerSays(together, "t-1", "It broke", null).join();
        conversations.take(together, bima, false, null).join();
        conversations.agentSays(together, bima, "t-2", "My colleague knows").join();
        conversations.take(together, ana, true, null).join();
        conversations.agentSays(together, ana, "t-3", "It is broken").join();
        conversations.agentResolves(together, ana, "t-4").join();
        conversations
                .customerRates(together, "t-5", new Happened.Rated(1, 1, null, null, null, Cause.PRODUCT, null))
                .join();
        List<Integer> after = products();
        assertEquals(
                List.of(0, 1, 0, 1, 0, 1),
                IntStream.range(0, before.size())
                        .mapToObj(i -> after.get(i) - before.get(i))
                        .toList());
    }

    /** How often the product was blamed: of Bima alone and together, of Ana, and of Bima again as a manager sees it. */
    private List<Integer> products() {
        List<Integer> counts = new ArrayList<>();
        for (Colleague each : List.of(cast.bima(), cast.ana())) {
            JsonPath mine = read(each, "", "").extract().jsonPath();
            counts.add(mine.getInt("alone.causes.product"));
            counts.add(mine.getInt("tookPart.causes.product"));
        }
        JsonPath seen =
                cast.as(cast.maya()).get("/api/my-work/of/" + cast.bima().id()).jsonPath();
        counts.add(seen.getInt("alone.product"));
        counts.add(seen.getInt("tookPart.product"));
        return counts;
    }

    @Test
    void aManagerTurnsThePagesOfOnePersonsLowMarks() {
        for (int i = 0; i < Reports.PAGE + 1; i++) {
            rated("june-many-" + i, MANY, Cause.WAIT);
        }
        String bimas = "/api/my-work/of/" + cast.bima().id() + MANY_DAY;
        cast.as(cast.maya())
                .get(bimas)
                .then()
                .body("low", hasSize(Reports.PAGE))
                .body("more", equalTo(true));
        cast.as(cast.maya())
                .get(bimas + "&page=1")
                .then()
                .body("low", hasSize(1))
                .body("more", equalTo(false));
    }

    /** A conversation that Bima had alone, and a mark of 1. */
    private void rated(String name, int minute, Cause cause) {
        if (stories.isTold(name)) {
            return;
        }
        Author bima = Author.agent(cast.bima().id(), "Bima");
        stories.tell(new Stories.Opening(name, UUID.randomUUID(), "", "en", null, at(minute)), story -> {
            story.customerSays(at(minute), "Where is it?");
            story.agentTakes(at(minute + 10), bima);
            story.agentSays(at(minute + 20), bima, "I look");
            story.agentResolves(at(minute + 30), bima);
            story.customerRates(at(minute + 40), 1, null, null);
        });
        conversations
                .customerRates(
                        conversations.openedAs(name).orElseThrow().conversation(),
                        "cause-" + name,
                        new Happened.Rated(1, null, null, null, null, cause, null))
                .join();
    }

    /** Nobody said how any of the two of the 4th of June was. */
    @Test
    void whatNobodyRatedIsSeenAndNotedToo() {
        read(cast.bima(), "/episodes", DAY + "&what=rated").body("items", hasSize(0));
        read(cast.ana(), "/episodes", DAY + "&what=all").body("items.others", contains(List.of("Bima")));
        String id = conversations
                .openedAs("june-alone")
                .orElseThrow()
                .conversation()
                .id()
                .toString();
        put(cast.bima(), "/api/my-work/episodes/" + id + "/1/note", "Never heard again.")
                .statusCode(200);
        String mine = "items.find { it.conversation == '" + id + "' }";
        read(cast.bima(), "/episodes", DAY + "&what=all")
                .body("items", hasSize(2))
                .body(mine + ".at", nullValue())
                .body(mine + ".csat", nullValue())
                .body(mine + ".note", equalTo("Never heard again."));
        cast.as(cast.bima()).get("/api/my-work/episodes?what=mood").then().statusCode(400);
    }

    private ValidatableResponse put(Colleague who, String path, String text) {
        return cast.as(who).body(Map.of("text", text)).put(path).then();
    }

    private ValidatableResponse read(Colleague who, String path) {
        return read(who, path, DAY);
    }

    private ValidatableResponse read(Colleague who, String path, String days) {
        return cast.as(who).get("/api/my-work" + path + days).then().statusCode(200);
    }

    private void tell(String name, Consumer<Story> plot) {
        if (!stories.isTold(name)) {
            stories.tell(new Stories.Opening(name, UUID.randomUUID(), "", "en", null, at(0)), plot);
        }
    }

    private static Instant at(int minutes) {
        return Instant.parse("2018-06-04T08:00:00Z").plusSeconds(60L * minutes);
    }
}
