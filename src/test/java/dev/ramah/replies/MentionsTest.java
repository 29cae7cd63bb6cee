package dev.ramah.replies;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a note names is told, and finds it until they have read it. */
@RamahTest
class MentionsTest {

    @Inject
    Cast cast;

    private final Present present = new Present();
    private final String word = UUID.randomUUID().toString();

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void whomANoteNamesIsToldAndFindsItUntilTheyHaveReadIt() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = takenBy(bima);
        JsonNode note = bima.does("note", tom.conversation, Map.of("text", "@ana, can you look? " + word));
        JsonNode told = ana.line().await("mentioned");
        assertEquals(tom.conversation, told.path("conversation").asText());
        assertEquals("Bima", told.path("by").path("name").asText());
        unread(cast.ana()).body("mentions.text", hasItem("@ana, can you look? " + word));
        unread(cast.bima()).body("mentions.text", not(hasItem("@ana, can you look? " + word)));

        read(cast.ana(), tom, note.path("seq").asInt()).statusCode(204);
        unread(cast.ana()).body("mentions.findAll { it.conversation == '" + tom.conversation + "' }", empty());
        bima.does("note", tom.conversation, Map.of("text", "Once more @Ana " + word));
        unread(cast.ana())
                .body(
                        "mentions.findAll { it.conversation == '" + tom.conversation + "' }.text",
                        contains("Once more @Ana " + word));
        assertFalse(tom.line().all().toString().contains(word));
    }

    @Test
    void whoMayNotReadTheConversationIsNotTold() {
        Agent bima = present.sitsDown(cast.bima());
        Agent ana = present.sitsDown(cast.ana());
        Visitor tom = takenBy(bima);
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "orders"), "reason", "An order"));
        bima.does("note", tom.conversation, Map.of("text", "Not for @Ana " + word));
        // What comes behind it on the same line shows that it did not come.
        Visitor other = takenBy(bima);
        bima.does("note", other.conversation, Map.of("text", "For @Ana " + word));
        ana.line()
                .await(frame -> frame.path("type").asText().equals("mentioned")
                        && frame.path("text").asText().equals("For @Ana " + word));
        assertFalse(ana.line().all().toString().contains("Not for @Ana"));
        unread(cast.ana()).body("mentions.text", not(hasItem("Not for @Ana " + word)));
        read(cast.ana(), tom, 1).statusCode(403);
        cast.as(cast.ana()).get(colleagues(tom)).then().statusCode(403);
        cast.as(cast.bima())
                .get(colleagues(tom))
                .then()
                .statusCode(200)
                .body("colleagues.name", not(hasItem("Ana")))
                .body("colleagues.name", not(hasItem("Bima")))
                .body("colleagues.name", hasItem("Maya"));
        given().auth().oauth2(tom.token).get("/api/mentions").then().statusCode(401);
        given().auth().oauth2(tom.token).get(colleagues(tom)).then().statusCode(401);
    }

    private Visitor takenBy(Agent agent) {
        Visitor tom = present.waiting();
        agent.takes(tom.conversation);
        return tom;
    }

    private ValidatableResponse unread(Colleague who) {
        return cast.as(who).get("/api/mentions").then().statusCode(200);
    }

    private ValidatableResponse read(Colleague who, Visitor customer, int seq) {
        return cast.as(who)
                .body(Map.of("conversation", customer.conversation, "seq", seq))
                .post("/api/mentions/read")
                .then();
    }

    private static String colleagues(Visitor customer) {
        return "/api/conversations/" + customer.conversation + "/colleagues";
    }
}
