package dev.ramah.insight;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day in June 2018: Bima had one conversation alone and one together with Ana, and both went badly. */
@RamahTest
class MyWorkTest {

    private static final String DAY = "?from=2018-06-04&to=2018-06-05";
    private static final String LATER = "?from=2018-06-06&to=2018-06-07";
    private static final int TWO_DAYS = 2 * 24 * 60;

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
